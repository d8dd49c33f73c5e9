/**
 * A challenge, as data: a run that stands still at a moment, questions about what comes, and the answers, which are
 * read from the run itself. What it says is in i18n, under the same ids.
 */
import type { Index, RuleId, ServerId, Term } from '../raft';
import type { Microseconds, Run } from '../sim';
import type { Facts } from '../stories';
import type { Dice } from './dice';

export interface Challenge {
  /** Names the challenge in links, texts and the reader's progress. */
  readonly id: string;
  /** What is shown beside the stage. */
  readonly logs: boolean;
  readonly client: boolean;
  /** A situation drawn with these dice, or null when these do not make a fair one. */
  draw(dice: Dice): Situation | null;
}

export interface Situation {
  readonly run: Run;
  /** Where the run stands still. */
  readonly moment: Microseconds;
  /** What is played after the prediction, and up to when; its end decides. */
  readonly play: Stretch;
  readonly parts: readonly Part[];
  /** Which wording of the question applies; left out: the only one. */
  readonly ask?: string;
  /** What the placeholders of all its texts stand for. */
  readonly facts: Facts;
  /** Names the sentence that says why it came so. */
  readonly outcome: string;
  /** The rule of Figure 2, or of an extension, that decides. */
  readonly rule: RuleId;
  /** Where the paper says so, if not where it states the rule. */
  readonly section?: string;
  /** The same with one thing changed, opened in the sandbox. */
  readonly change: Instance;
  /** What stands beside the servers instead of their votes. */
  readonly notes?: Notes;
  /** The server that is chosen on stage, whose view the log table shows. */
  readonly select?: ServerId;
}

/** A run at an instant. */
export interface Instance {
  readonly run: Run;
  readonly time: Microseconds;
}

/** A part of a run to be watched. */
export interface Stretch {
  readonly run: Run;
  readonly from: Microseconds;
  readonly until: Microseconds;
}

/** One question of a challenge. */
export interface Part {
  readonly id: string;
  /** One choice is right; any number of them; or each of them is to be judged by yes or no. */
  readonly form: 'one' | 'several' | 'each';
  readonly choices: readonly Choice[];
  /** Places of the right choices, ascending. */
  readonly answer: Answer;
  /** The choices are the places to which something is dragged along this log, ascending. */
  readonly log?: DraggedLog;
}

/** A log by the terms of its entries, 0 where nothing is yet; its end or its commit line is dragged. */
export interface DraggedLog {
  readonly terms: readonly Term[];
  readonly mark: 'end' | 'commit';
}

/** Places in a part's list of choices, ascending. */
export type Answer = readonly number[];

export type Choice =
  | { readonly type: 'server'; readonly id: ServerId }
  /** A number in digits. */
  | { readonly type: 'number'; readonly value: number }
  /** From a number to another one; to null: or more. */
  | { readonly type: 'range'; readonly from: number; readonly to: number | null }
  /** Words of i18n. */
  | { readonly type: 'word'; readonly id: string }
  /** A command or a value. */
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'entry'; readonly index: Index; readonly term: Term }
  /** A log by the terms of its entries, and the run that makes it, if there is one. 0: a hole. */
  | { readonly type: 'log'; readonly terms: readonly Term[]; readonly made: Stretch | null };

export type Notes =
  /** What is left of each election timer. */
  | { readonly type: 'timers' }
  /** How long a message to each server and its answer take, in milliseconds; index 0 is S1; null: nothing to say. */
  | { readonly type: 'roundTrips'; readonly values: readonly (number | null)[] };

// Words for writing challenges.

export const SERVER = (id: ServerId): Choice => ({ type: 'server', id });
export const NUMBER = (value: number): Choice => ({ type: 'number', value });
export const WORD = (id: string): Choice => ({ type: 'word', id });
export const NOBODY = WORD('nobody');
export const VALUE = (text: string): Choice => ({ type: 'text', text });
export const RANGE = (from: number, to: number | null): Choice => ({ type: 'range', from, to });

/** The integers from one to another. */
export const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** A question with one right choice; null when that is not among the choices. */
export function one(id: string, choices: readonly Choice[], right: (choice: Choice) => boolean): Part | null {
  const place = choices.findIndex(right);
  return place < 0 ? null : { id, form: 'one', choices, answer: [place] };
}

export const isServer =
  (id: ServerId | null) =>
  (choice: Choice): boolean =>
    id === null ? choice === NOBODY : choice.type === 'server' && choice.id === id;

export const isNumber =
  (value: number) =>
  (choice: Choice): boolean =>
    choice.type === 'number'
      ? choice.value === value
      : choice.type === 'range' && value >= choice.from && (choice.to === null || value <= choice.to);

export const isWord =
  (id: string) =>
  (choice: Choice): boolean =>
    choice.type === 'word' && choice.id === id;

/** Which of the servers; null: nobody, where that may be. */
export const which = (id: string, among: readonly ServerId[], right: ServerId | null, orNobody = false): Part | null =>
  one(id, [...among.map(SERVER), ...(orNobody ? [NOBODY] : [])], isServer(right));

export const howMany = (id: string, from: number, to: number, right: number): Part | null =>
  one(id, numbers(from, to).map(NUMBER), isNumber(right));

/** How far along a log, from one place to another. */
export function along(
  id: string,
  terms: readonly Term[],
  mark: DraggedLog['mark'],
  from: number,
  right: number,
): Part | null {
  const part = howMany(id, from, terms.length, right);
  return part === null ? null : { ...part, log: { terms, mark } };
}

export const yesOrNo = (id: string, right: boolean): Part | null =>
  one(id, [WORD('yes'), WORD('no')], isWord(right ? 'yes' : 'no'));

/** A question with any number of right choices. */
export function several(
  id: string,
  choices: readonly Choice[],
  isRight: (choice: Choice, place: number) => boolean,
  form: Part['form'] = 'several',
): Part {
  return { id, form, choices, answer: choices.flatMap((choice, place) => (isRight(choice, place) ? [place] : [])) };
}

/** All parts, or null when one of them cannot be asked. */
export function all(...parts: readonly (Part | null)[]): readonly Part[] | null {
  return parts.every((part) => part !== null) ? parts : null;
}

/** Whether two answers are the same. */
export function isSameAnswer(a: Answer, b: Answer): boolean {
  return a.length === b.length && a.every((place, i) => place === b[i]);
}
