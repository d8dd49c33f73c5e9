/** Tells the page around what was predicted, and what came of it. */
import { useEffect, useRef } from 'react';
import { isRight, type Phase, type Prediction, pickOf, type Speaker } from '../app/challenges/pieces';
import type { ChallengePlayer } from '../app/panes';
import { type ChallengeWords, useTexts } from '../i18n';
import type { Embed } from './model';
import type { Asked } from './open';
import { answerFields, type Predicted, predictFields } from './statements';

interface Reported {
  readonly asked: Asked;
  readonly quiz: ChallengePlayer;
  readonly phase: Phase;
  readonly prediction: Prediction;
  readonly words: ChallengeWords;
  readonly speaker: Speaker;
  readonly title: string;
  readonly question: string;
}

/**
 * Gives what tells of the prediction; what came of it is told once, when it has come.
 *
 * @param base where the page lies, with a slash at its end
 */
export function useReport(embed: Embed, base: string, reported: Reported): () => void {
  const { language } = useTexts();
  const { quiz, phase } = reported;
  const shown = useRef({ quiz, at: performance.now(), thought: 0, isTold: false });
  if (shown.current.quiz !== quiz) shown.current = { quiz, at: performance.now(), thought: 0, isTold: false };
  const predicted = (): Predicted => ({
    ...saidOf(reported),
    base,
    language,
    thought: shown.current.thought,
    now: Date.now(),
    // Only where the page is served securely.
    uuid: globalThis.crypto?.randomUUID?.(),
  });
  useEffect(() => {
    if (phase !== 'revealed' || shown.current.isTold) return;
    shown.current.isTold = true;
    embed.tell('challenge:answer', answerFields(predicted()));
  });
  return () => {
    shown.current.thought = performance.now() - shown.current.at;
    embed.tell('challenge:predict', predictFields(predicted()));
  };
}

function saidOf({ asked, prediction, words, speaker, title, question }: Reported) {
  const { id, variant, situation } = asked;
  const parts = situation.parts.map((part) => ({
    part,
    question: speaker.fill(words.parts[part.id]),
    yours: speaker.answer(part, pickOf(prediction, part)),
    truth: speaker.answer(part, part.answer),
    isRight: isRight(prediction, part),
  }));
  return { id, variant, title, question, confidence: prediction.confidence ?? 'guess', parts };
}
