import { useId } from 'react';
import type { Choice, Part } from '../../challenges';
import type { ChallengeContents } from '../../i18n';
import { termClass } from '../../stage';
import { Icon } from '../../ui';
import { useContents } from './context';
import { LogSlider } from './LogSlider';
import { choose, deniedOf, judge, type Prediction, pickOf } from './prediction';
import type { Speaker } from './words';

interface PartFieldProps {
  readonly part: Part;
  readonly label: string;
  readonly speaker: Speaker;
  readonly prediction: Prediction;
  /** It is locked: the choice can be seen and not changed. */
  readonly locked: boolean;
  readonly onChange: (prediction: Prediction) => void;
}

/** One question, and its choices to be taken by pointer and keyboard. */
export function PartField(props: PartFieldProps) {
  const { part, label, locked } = props;
  const contents = useContents();
  const hint = hintOf(part, contents);
  return (
    <fieldset className={`part${locked ? ' is-locked' : ''}`} disabled={locked}>
      <legend>
        {label}
        {hint === null || locked ? null : <span className="part__hint">{hint}</span>}
      </legend>
      {part.log !== undefined ? (
        <LogSlider {...props} />
      ) : part.form === 'each' ? (
        <Judged {...props} />
      ) : (
        <Chosen {...props} />
      )}
    </fieldset>
  );
}

function hintOf({ form, choices, log }: Part, contents: ChallengeContents): string | null {
  if (log !== undefined) return contents.drag[log.mark];
  if (form !== 'one') return form === 'several' ? contents.several : contents.each;
  return choices[0].type === 'server' ? contents.tap : null;
}

/** Choices side by side. */
function Chosen({ part, speaker, prediction, locked, onChange }: PartFieldProps) {
  const name = useId();
  const picks = pickOf(prediction, part);
  return (
    <div className="choices">
      {part.choices.map((choice, place) => {
        const isPicked = picks.includes(place);
        return (
          <label
            key={speaker.choice(choice)}
            className={`choice choice--${choice.type}${isPicked ? ' is-picked' : ''}`}
          >
            <input
              type={part.form === 'one' ? 'radio' : 'checkbox'}
              name={name}
              checked={isPicked}
              onChange={() => onChange(choose(prediction, part, place))}
            />
            <span className="choice__face">
              {locked && isPicked ? <Icon name="lock" size={14} /> : null}
              <ChoiceFace choice={choice} speaker={speaker} />
            </span>
          </label>
        );
      })}
    </div>
  );
}

/** Choices below one another, each with a yes and a no. */
function Judged({ part, speaker, prediction, onChange }: PartFieldProps) {
  const name = useId();
  const { choices } = useContents();
  return (
    <div className="judged">
      {part.choices.map((choice, place) => {
        const said = speaker.choice(choice);
        return (
          <div key={said} className="judged__row" role="radiogroup" aria-label={said}>
            <ChoiceFace choice={choice} speaker={speaker} />
            {([true, false] as const).map((isYes) => {
              const isPicked = (isYes ? pickOf(prediction, part) : deniedOf(prediction, part)).includes(place);
              return (
                <label key={String(isYes)} className={`choice${isPicked ? ' is-picked' : ''}`}>
                  <input
                    type="radio"
                    name={`${name}.${place}`}
                    checked={isPicked}
                    onChange={() => onChange(judge(prediction, part, place, isYes))}
                  />
                  <span className="choice__face">{isYes ? choices.yes : choices.no}</span>
                </label>
              );
            })}
          </div>
        );
      })}
    </div>
  );
}

interface ChoiceFaceProps {
  readonly choice: Choice;
  readonly speaker: Speaker;
}

/** A choice as it looks: entries and logs as cells, everything else in words. */
export function ChoiceFace({ choice, speaker }: ChoiceFaceProps) {
  if (choice.type === 'entry') {
    return (
      <>
        <span className="unseen">{speaker.choice(choice)}</span>
        <span className="choice__index" aria-hidden="true">
          {choice.index}
        </span>
        <Cell term={choice.term} />
      </>
    );
  }
  if (choice.type !== 'log') return speaker.choice(choice);
  return (
    <span className="choice__log">
      <span className="unseen">{speaker.choice(choice)}</span>
      {choice.terms.map((term, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place.
        <Cell key={i} term={term} />
      ))}
    </span>
  );
}

function Cell({ term }: { readonly term: number }) {
  return (
    <span className={`choice__cell ${term === 0 ? 'is-hole' : termClass(term)}`} aria-hidden="true">
      {term === 0 ? '' : term}
    </span>
  );
}
