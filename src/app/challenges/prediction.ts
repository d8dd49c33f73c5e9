/** What the reader has chosen so far, part by part. */
import { type Answer, type Confidence, isSameAnswer, type Part } from '../../challenges';

export interface Prediction {
  /** By the ids of the parts; for a part that is judged choice by choice, those judged possible. */
  readonly picks: Readonly<Record<string, Answer>>;
  /** Choices that were judged impossible, by the ids of their parts. */
  readonly denied: Readonly<Record<string, Answer>>;
  readonly confidence: Confidence | null;
}

export const NOTHING: Prediction = { picks: {}, denied: {}, confidence: null };

const NONE: Answer = [];

export const pickOf = ({ picks }: Prediction, { id }: Part): Answer => picks[id] ?? NONE;
export const deniedOf = ({ denied }: Prediction, { id }: Part): Answer => denied[id] ?? NONE;

const without = (answer: Answer, place: number): Answer => answer.filter((other) => other !== place);
const withPlace = (answer: Answer, place: number): Answer => [...without(answer, place), place].sort((a, b) => a - b);

/** A choice is taken; of several, it is taken or given back. */
export function choose(prediction: Prediction, part: Part, place: number): Prediction {
  const own = pickOf(prediction, part);
  const next = part.form === 'one' ? [place] : own.includes(place) ? without(own, place) : withPlace(own, place);
  return { ...prediction, picks: { ...prediction.picks, [part.id]: next } };
}

/** One choice is judged. */
export function judge(prediction: Prediction, part: Part, place: number, isYes: boolean): Prediction {
  const [yes, no] = [pickOf(prediction, part), deniedOf(prediction, part)];
  return {
    ...prediction,
    picks: { ...prediction.picks, [part.id]: isYes ? withPlace(yes, place) : without(yes, place) },
    denied: { ...prediction.denied, [part.id]: isYes ? without(no, place) : withPlace(no, place) },
  };
}

/** Parts that are not answered yet. Of several choices none may be right. */
export function openParts(prediction: Prediction, parts: readonly Part[]): readonly Part[] {
  return parts.filter((part) => {
    if (part.form === 'several') return false;
    const judged = pickOf(prediction, part).length + deniedOf(prediction, part).length;
    return judged < (part.form === 'one' ? 1 : part.choices.length);
  });
}

export const isRight = (prediction: Prediction, part: Part): boolean =>
  isSameAnswer(pickOf(prediction, part), part.answer);

export const rightParts = (prediction: Prediction, parts: readonly Part[]): number =>
  parts.filter((part) => isRight(prediction, part)).length;
