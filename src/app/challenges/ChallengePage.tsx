import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { CHALLENGES, type Challenge, noteAnswer, type Posed, pose } from '../../challenges';
import { type ChallengeWords, type Language, useTexts, WHY } from '../../i18n';
import { useAppStore } from '../../store';
import { Icon } from '../../ui';
import { LaterOperations } from '../client/LaterOperations';
import { DoorHeader } from '../DoorHeader';
import { Logs } from '../Logs';
import { useLayout } from '../layout';
import { challengeAddress } from '../route';
import { SkipLink } from '../SkipLink';
import { Spoken } from '../Spoken';
import { ChallengeStage } from './ChallengeStage';
import { useContents } from './context';
import { Frozen } from './Frozen';
import { theKeep } from './keep';
import { LaterRunLine } from './LaterRunLine';
import { expectVerdict, LaterVerdict } from './LaterVerdict';
import { type ChallengePlayer, createChallengePlayer, type Phase } from './player';
import { choose, NOTHING, type Prediction, rightParts } from './prediction';
import { Question } from './Question';
import { speakerOf } from './words';

export interface ChallengePageProps {
  readonly className: string;
  readonly challenge: Challenge;
  readonly words: ChallengeWords;
  readonly variant: number;
  /** The address named a variant that does not exist. */
  readonly lost: boolean;
}

/** A challenge: the run as it stands still, the question, then what happens and why. */
export function ChallengePage({ className, challenge, words, variant, lost }: ChallengePageProps) {
  const texts = useTexts();
  const contents = useContents();
  const narrow = useLayout().form === 'narrow';
  const situation = useMemo(() => pose(challenge, variant), [challenge, variant]);
  const { player, phase } = usePlayer(situation);
  const [prediction, setPrediction] = useState(NOTHING);
  const speaker = useMemo(() => speakerOf(situation, words, contents, texts), [situation, words, contents, texts]);
  const { id } = challenge;
  const title = contents.titles[id as keyof typeof contents.titles];
  useTitle(texts.doors.titles.story(title));
  useNoted(id, variant, phase, situation, prediction);
  useAddress(id, variant);
  const lock = () => {
    // What will be said of the rule is there when it is wanted.
    WHY.load(texts.language).catch(() => undefined);
    expectVerdict();
    player.lock();
  };
  const asked = speaker.fill(words.ask[situation.ask ?? 'ask']);
  const brief = isBrief(asked, situation, texts.language) ? ' is-brief' : '';
  const shared = { situation, words, speaker, prediction };
  const question = (
    <section
      id="question"
      className={`narration challenge__column${brief}`}
      aria-label={contents.question}
      tabIndex={-1}
    >
      <Heading id={id} variant={variant} phase={phase} lost={lost} />
      <h1 className="challenge__ask">
        <span className="unseen">{title} </span>
        {asked}
      </h1>
      {phase === 'revealed' ? (
        <LaterVerdict {...shared} id={id} variant={variant} onWatch={player.watch} />
      ) : (
        <Question
          {...shared}
          phase={phase}
          onChange={setPrediction}
          onLock={lock}
          onUnlock={player.unlock}
          onRun={player.run}
        />
      )}
    </section>
  );
  return (
    <div className={`${className} learn--story challenge challenge--${phase}${challenge.logs ? ' learn--logs' : ''}`}>
      <SkipLink target="question">{contents.question}</SkipLink>
      <DoorHeader door="challenge" title={title} />
      <main className="story">
        {narrow ? null : question}
        <div className="story__pictures">
          <ChallengeStage
            situation={situation}
            phase={phase}
            prediction={prediction}
            onPick={(part, place) => setPrediction((before) => choose(before, part, place))}
          />
          {challenge.logs ? <Logs /> : null}
          {narrow ? question : null}
          {challenge.client ? <Clients /> : null}
        </div>
      </main>
      <footer className="story__foot">
        <LaterRunLine player={player} situation={situation} phase={phase} compact={narrow} />
      </footer>
      <Spoken announces={false} />
    </div>
  );
}

/** Letters of a question that leaves room for larger ones. */
const BRIEF = { en: 125, 'zh-CN': 60 };

function isBrief(asked: string, { parts }: Posed, language: Language): boolean {
  return asked.length <= BRIEF[language] && parts.length < 3 && parts.every(({ form }) => form !== 'each');
}

interface HeadingProps {
  readonly id: string;
  readonly variant: number;
  readonly phase: Phase;
  readonly lost: boolean;
}

/** Which challenge and variant this is, and the way to all. */
function Heading({ id, variant, phase, lost }: HeadingProps) {
  const contents = useContents();
  const place = CHALLENGES.findIndex((entry) => entry.id === id);
  return (
    <>
      <p className="challenge__number">
        <a href="#challenges">
          <Icon name="previous" size={14} />
          <span className="unseen">{contents.all}: </span>
          {contents.number(place + 1, CHALLENGES.length)}
        </a>
        <span>{contents.variant(variant)}</span>
        <Frozen phase={phase} />
      </p>
      {lost ? <p role="status">{contents.noVariant}</p> : null}
    </>
  );
}

function Clients() {
  const { app } = useTexts();
  return (
    <section className="story__client" aria-label={app.regions.client}>
      <h2>{app.client.title}</h2>
      <LaterOperations count={2} />
    </section>
  );
}

function usePlayer(situation: Posed): { readonly player: ChallengePlayer; readonly phase: Phase } {
  const store = useAppStore();
  const [player] = useState(() => createChallengePlayer(store, situation));
  const phase = useSyncExternalStore(player.subscribe, player.phase);
  useEffect(() => () => player.dispose(), [player]);
  return { player, phase };
}

/** What was predicted goes into the reader's progress once it is decided. */
function useNoted(id: string, variant: number, phase: Phase, situation: Posed, prediction: Prediction): void {
  const [isNoted, setNoted] = useState(false);
  useEffect(() => {
    const { confidence } = prediction;
    if (isNoted || phase !== 'revealed' || confidence === null) return;
    setNoted(true);
    const isRight = rightParts(prediction, situation.parts) === situation.parts.length;
    theKeep().change((progress) => noteAnswer(progress, `${id}.${variant}`, isRight, confidence));
  }, [isNoted, id, variant, phase, situation, prediction]);
}

/** The address names the variant that is shown. */
function useAddress(challenge: string, variant: number): void {
  useEffect(() => {
    try {
      window.history.replaceState(null, '', challengeAddress({ challenge, variant }));
    } catch {
      // The browser refuses; the challenge goes on.
    }
  }, [challenge, variant]);
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
