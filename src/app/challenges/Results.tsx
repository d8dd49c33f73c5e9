import type { Part, Posed } from '../../challenges';
import type { ChallengeWords } from '../../i18n';
import { Icon, IconButton } from '../../ui';
import { useContents } from './context';
import { ChoiceFace } from './PartField';
import { isRight, type Prediction, pickOf } from './prediction';
import type { Speaker } from './words';

interface ResultsProps {
  readonly situation: Posed;
  readonly words: ChallengeWords;
  readonly speaker: Speaker;
  readonly prediction: Prediction;
}

/** Each part as it came, and what was predicted where that was something else. */
export function Results({ situation, words, speaker, prediction }: ResultsProps) {
  const contents = useContents();
  return (
    <dl className="verdict__parts">
      {situation.parts.map((part) =>
        part.form === 'each' ? null : (
          <div key={part.id}>
            <dt>{speaker.fill(words.parts[part.id])}</dt>
            {isRight(prediction, part) ? null : (
              <dd className="verdict__yours">
                {contents.yours} {speaker.answer(part, pickOf(prediction, part))}
              </dd>
            )}
            <dd className="verdict__truth">
              <Answer part={part} speaker={speaker} />
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** Logs are shown as logs, everything else in words. */
function Answer({ part, speaker }: { readonly part: Part; readonly speaker: Speaker }) {
  const [only] = part.answer.map((place) => part.choices[place]);
  return only?.type === 'log' ? <ChoiceFace choice={only} speaker={speaker} /> : speaker.answer(part, part.answer);
}

interface JudgedResultProps {
  readonly part: Part;
  readonly speaker: Speaker;
  readonly prediction: Prediction;
  readonly onWatch: (stretch: Posed['play']) => void;
}

/** Each choice as it is, and whether it was judged so; what can be is played. */
export function JudgedResult({ part, speaker, prediction, onWatch }: JudgedResultProps) {
  const contents = useContents();
  return (
    <ul className="verdict__judged">
      {part.choices.map((choice, place) => {
        const isTrue = part.answer.includes(place);
        const isSeen = pickOf(prediction, part).includes(place) === isTrue;
        const made = choice.type === 'log' ? choice.made : null;
        const said = choice.type === 'log' ? contents.watch(choice.terms.join(' ')) : '';
        return (
          <li key={speaker.choice(choice)}>
            <ChoiceFace choice={choice} speaker={speaker} />
            {made === null ? null : (
              <IconButton
                tip="above-start"
                label={said}
                icon={<Icon name="play" size={13} />}
                onClick={() => onWatch(made)}
              />
            )}
            <span className="verdict__truth">{isTrue ? contents.choices.yes : contents.choices.no}</span>
            <span role="img" aria-label={isSeen ? contents.right : contents.wrong}>
              <Icon name={isSeen ? 'check' : 'close'} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
