import { Fragment } from 'react';
import { useLectureWords, usePanelTexts } from '../../i18n';
import { entriesOf, GROUPS, LECTURE_ENTRIES, useAppStore } from '../../store';
import { Button } from '../../ui';

/** What this is, how to use it, and every key, made from the registry. */
export function HelpPanel() {
  const store = useAppStore();
  const texts = usePanelTexts();
  const words = texts.app.help;
  const lecture = useLectureWords();
  return (
    <div className="panel-stack">
      <p>{words.intro}</p>
      <ul className="help-steps">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <div className="button-row">
        <Button onClick={() => store.showPanel('legend')}>{words.legend}</Button>
        <Button onClick={() => store.showPanel('palette')}>{texts.actions.palette.label}</Button>
      </div>
      <h3>{words.keys}</h3>
      <div className="help-keys">
        {GROUPS.map((group) => {
          const entries = entriesOf(group).filter(({ keys }) => keys.length > 0);
          if (entries.length === 0) return null;
          return (
            <section key={group}>
              <h4>{texts.groups[group]}</h4>
              <dl>
                {entries.map(({ id, keys }) => (
                  <div key={id}>
                    <dt>{id === 'selectServer' ? <kbd className="key">1 – 9</kbd> : <Keys keys={keys} />}</dt>
                    <dd title={texts.hints[id]}>{texts.actions[id].label}</dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
        <section>
          <h4>{lecture.keyHelp}</h4>
          <dl>
            {LECTURE_ENTRIES.map(({ id, keys }) => (
              <div key={id}>
                <dt>
                  <Keys keys={keys} />
                </dt>
                <dd title={lecture.actions[id].hint}>{lecture.actions[id].label}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </div>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }) {
  const texts = usePanelTexts();
  return keys.slice(0, 2).map((key, i) => (
    <Fragment key={key}>
      {i === 0 ? null : <span> {texts.app.help.or} </span>}
      <kbd className="key">{texts.keyName(key)}</kbd>
    </Fragment>
  ));
}
