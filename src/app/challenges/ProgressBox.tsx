import { useState } from 'react';
import { scoreOf, writeProgress } from '../../challenges';
import { Button, Icon } from '../../ui';
import { useContents } from './context';
import { theKeep, useProgress } from './keep';

/** How the reader did in all, where that is kept, and what can be done with it. */
export function ProgressBox() {
  const contents = useContents();
  const progress = useProgress();
  const [asks, setAsks] = useState(false);
  const { answered, right, certain, certainRight } = scoreOf(progress);
  const isEmpty = answered === 0 && Object.keys(progress.tasks).length === 0;
  const texts = contents.progress;
  const clear = () => {
    theKeep().clear();
    setAsks(false);
  };
  return (
    <section className="challenges__progress" aria-label={texts.title}>
      <p>
        {answered === 0 ? contents.fresh : contents.total(right, answered)}
        {certain === 0 ? '' : ` · ${contents.certain(certainRight, certain)}`} ·{' '}
        <span className="challenges__kept">{theKeep().isKept() ? texts.kept : texts.notKept}</span>
      </p>
      {isEmpty ? null : (
        <div className="challenges__buttons">
          {asks ? (
            <>
              <span role="status">{texts.sure}</span>
              <Button onClick={clear}>{texts.yes}</Button>
              <Button onClick={() => setAsks(false)}>{texts.no}</Button>
            </>
          ) : (
            <>
              <Button icon={<Icon name="save" />} onClick={() => save(writeProgress(progress))}>
                {texts.save}
              </Button>
              <Button onClick={() => setAsks(true)}>{texts.clear}</Button>
            </>
          )}
        </div>
      )}
    </section>
  );
}

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'raftarium-challenges.json';
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
