import { useEffect, useState } from 'react';
import { NEWER, useLoaded } from '../../i18n';
import { Button, Icon, IconButton } from '../../ui';
import { type TakeNewer, watchVersion } from './watch';
import './version.css';

/** Says that a newer build is there, and goes over to it when it is asked to. */
export function NewVersion() {
  const [take, setTake] = useState<TakeNewer | null>(null);
  const texts = useLoaded(NEWER, take !== null);
  useEffect(() => {
    let shown = true;
    void watchVersion((newer) => {
      if (shown) setTake(() => newer);
    });
    return () => {
      shown = false;
    };
  }, []);
  return (
    <div className="newer" aria-live="polite">
      {take === null || texts === undefined ? null : (
        <div className="newer__card">
          <p>{texts.text}</p>
          <Button onClick={take}>{texts.reload}</Button>
          <IconButton label={texts.later} tip="end" icon={<Icon name="close" />} onClick={() => setTake(null)} />
        </div>
      )}
    </div>
  );
}
