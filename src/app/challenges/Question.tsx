import { type FormEvent, useEffect, useRef } from 'react';
import { CONFIDENCES, type Confidence, type Part, type Situation } from '../../challenges';
import { type ChallengeWords, useTexts } from '../../i18n';
import { Button, Icon, Segments } from '../../ui';
import { useContents } from './context';
import { PartField } from './PartField';
import type { Phase } from './player';
import { openParts, type Prediction, pickOf } from './prediction';
import type { Speaker } from './words';

interface QuestionProps {
  readonly situation: Situation;
  readonly words: ChallengeWords;
  readonly speaker: Speaker;
  readonly prediction: Prediction;
  readonly phase: Phase;
  readonly onChange: (prediction: Prediction) => void;
  readonly onLock: () => void;
  readonly onUnlock: () => void;
  readonly onRun: () => void;
}

/** The parts of the question, how sure the reader is, and the way on: lock, then run. */
export function Question(props: QuestionProps) {
  const { situation, words, speaker, prediction, phase, onChange } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (phase === 'predict') props.onLock();
    else props.onRun();
  };
  return (
    <form className="prediction" onSubmit={submit}>
      {situation.parts.map((part) => (
        <PartField
          key={part.id}
          part={part}
          label={speaker.fill(words.parts[part.id])}
          speaker={speaker}
          prediction={prediction}
          locked={phase !== 'predict'}
          onChange={onChange}
        />
      ))}
      {phase === 'predict' ? <Commit {...props} /> : <Locked {...props} />}
    </form>
  );
}

/** How sure, and the button that ends the predicting. */
function Commit({ situation, words, speaker, prediction, onChange }: QuestionProps) {
  const contents = useContents();
  const { common } = useTexts();
  const open = openParts(prediction, situation.parts);
  const isReady = open.length === 0 && prediction.confidence !== null;
  const missing = [
    ...open.map((part: Part) => speaker.fill(words.parts[part.id])),
    ...(prediction.confidence === null ? [contents.confidence] : []),
  ];
  return (
    <div className="commit">
      <div className="commit__sure">
        <p aria-hidden="true">{contents.confidence}</p>
        <Segments<Confidence>
          label={contents.confidence}
          value={prediction.confidence}
          choices={CONFIDENCES.map((value) => ({ value, label: contents.confidences[value] }))}
          onChange={(confidence) => onChange({ ...prediction, confidence })}
        />
      </div>
      <Button
        type="submit"
        variant="primary"
        disabled={!isReady}
        title={isReady ? undefined : contents.open(common.list(missing))}
        icon={<Icon name="lock" />}
      >
        {contents.lock}
      </Button>
    </div>
  );
}

/** What was predicted, and the button that lets it happen. */
function Locked({ situation, speaker, prediction, phase, onUnlock }: QuestionProps) {
  const contents = useContents();
  const button = useRef<HTMLButtonElement>(null);
  // The button that locked is gone: the next one has the focus.
  useEffect(() => button.current?.focus(), []);
  const said = situation.parts.flatMap((part) =>
    part.form === 'each' ? [] : [speaker.answer(part, pickOf(prediction, part))],
  );
  return (
    <div className="commit commit--locked">
      <div className="commit__said" role="status">
        <strong>{said.length === 0 ? contents.lockedAll : contents.locked(said.join(' · '))}</strong>
        <p>
          {contents.nowWatch}
          {phase === 'locked' ? (
            <button type="button" className="commit__change" onClick={onUnlock}>
              {contents.change}
            </button>
          ) : null}
        </p>
      </div>
      <Button
        ref={button}
        type="submit"
        variant="primary"
        icon={<Icon name={phase === 'running' ? 'forward' : 'play'} />}
      >
        {phase === 'running' ? contents.skip : contents.run}
      </Button>
    </div>
  );
}
