import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import {
  ContentsProvider,
  choose,
  Frozen,
  loadBook,
  NOTHING,
  Question,
  RunLine,
  speakerOf,
  useBook,
  useContents,
  Verdict,
} from '../app/challenges/pieces';
import { type ChallengePlayer, Spoken } from '../app/panes';
import { type ChallengeWords, useEmbed, useTexts, WHY } from '../i18n';
import { Button } from '../ui';
import { OpenLink } from './Bar';
import { ChallengePictures } from './ChallengePictures';
import { fullPage } from './full-page';
import type { Embed } from './model';
import type { Asked } from './open';
import { useReport } from './report';
import { WaysOn } from './WaysOn';
import './challenge.css';

export interface ChallengeProps {
  readonly embed: Embed;
  readonly asked: Asked;
  readonly quiz: ChallengePlayer;
  /** What is shown until the words have come. */
  readonly still: ReactNode;
}

/** The run stands still, the reader predicts, it runs, and what came is compared with what was predicted. */
export function Challenge(props: ChallengeProps) {
  const { embed, asked, still } = props;
  const texts = useEmbed();
  const { book, failed, retry } = useBook(loadBook, asked.id);
  useEffect(() => {
    if (failed) embed.fail('The words of the challenge could not be loaded.');
  }, [embed, failed]);
  if (failed) {
    return (
      <>
        {still}
        <div className="embed__fault" role="alert">
          <p>{texts.missing}</p>
          <Button onClick={retry}>{texts.retry}</Button>
        </div>
      </>
    );
  }
  if (book === null) return still;
  return (
    <ContentsProvider value={book.contents}>
      <Asking {...props} words={book.words} />
    </ContentsProvider>
  );
}

interface AskingProps extends ChallengeProps {
  readonly words: ChallengeWords;
}

/** The pictures, the question or what came of it, and below them the run as far as it has been seen. */
function Asking({ embed, asked, quiz, words }: AskingProps) {
  const { id, variant, situation } = asked;
  const texts = useTexts();
  const contents = useContents();
  const { controls } = embed.state().options;
  const phase = useSyncExternalStore(quiz.subscribe, quiz.phase);
  const [prediction, setPrediction] = usePrediction(quiz);
  const speaker = useMemo(() => speakerOf(situation, words, contents, texts), [situation, words, contents, texts]);
  const title = contents.titles[id as keyof typeof contents.titles];
  const question = speaker.fill(words.ask[situation.ask ?? 'ask']);
  const report = useReport(embed, fullPage(''), {
    asked,
    quiz,
    phase,
    prediction,
    words,
    speaker,
    title,
    question,
  });
  useEffect(() => {
    document.title = title;
  }, [title]);
  const column = useRef<HTMLElement>(null);
  // What came of it is read from its beginning; nothing of the page around is scrolled.
  useEffect(() => {
    const { current } = column;
    const verdict = phase === 'revealed' ? current?.querySelector<HTMLElement>('.verdict') : null;
    if (current && verdict)
      current.scrollTop += verdict.getBoundingClientRect().top - current.getBoundingClientRect().top - 6;
  }, [phase]);
  const lock = () => {
    // What will be said of the rule is there when it is wanted.
    WHY.load(texts.language).catch(() => undefined);
    quiz.lock();
    report();
  };
  const shared = { situation, words, speaker, prediction };
  return (
    <>
      <div className="embed__top">
        <ChallengePictures
          asked={asked}
          phase={phase}
          prediction={prediction}
          onPick={(part, place) => setPrediction(choose(prediction, part, place))}
        />
        <section ref={column} className="embed__question" aria-label={contents.question} tabIndex={-1}>
          <div className={`challenge challenge--${phase}`}>
            <p className="challenge__number">
              <span>{title}</span> <span>{contents.variant(variant)}</span>
            </p>
            <h1 className="challenge__ask">{question}</h1>
            {phase === 'revealed' ? (
              <Verdict
                {...shared}
                id={id}
                variant={variant}
                onWatch={quiz.watch}
                ways={<WaysOn embed={embed} asked={asked} quiz={quiz} words={words} speaker={speaker} />}
              />
            ) : (
              <Question
                {...shared}
                phase={phase}
                onChange={setPrediction}
                onLock={lock}
                onUnlock={quiz.unlock}
                onRun={quiz.run}
              />
            )}
          </div>
        </section>
      </div>
      {controls === 'none' ? null : (
        <div className="embed__controls">
          <Frozen phase={phase} />
          <RunLine player={quiz} situation={situation} phase={phase} compact />
          <OpenLink />
        </div>
      )}
      <Spoken announces={false} />
    </>
  );
}

/** What the reader has chosen so far in this challenge; in another one, nothing. */
function usePrediction(quiz: ChallengePlayer) {
  const [own, setOwn] = useState({ quiz, prediction: NOTHING });
  const set = (prediction: typeof NOTHING) => setOwn({ quiz, prediction });
  return [own.quiz === quiz ? own.prediction : NOTHING, set] as const;
}
