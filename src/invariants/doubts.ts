/** Writes without an answer: they may take effect at any time after they were invoked, or never. */
import type { Operation } from '../raft';
import type { ClientOperation } from './client-operation';
import type { Doubt } from './order-search';
import { effectName, isWrite } from './register';

/** An operation of a history, with its places in the order of all invocations and returns. */
export interface Tracked {
  readonly operation: ClientOperation;
  readonly invoked: number;
  /** Infinity without an answer. */
  readonly returned: number;
}

/** Doubts that all do the same; which of them took effect makes no difference. */
export interface Doubtful extends Doubt {
  readonly name: string;
  readonly members: readonly Tracked[];
}

/** So many that do the same are counted; more of them are enough for anything, which keeps the search short. */
const MEMBERS_MAX = 8;

/** The doubts of a stretch after those that were there before it, which keep their places. */
export function doubtsOf(before: readonly Doubtful[], stretch: readonly Tracked[]): Doubtful[] {
  let doubts = before.slice();
  for (const one of stretch) {
    const { operation, status } = one.operation;
    if (status !== 'ok' && isWrite(operation)) doubts = withDoubt(doubts, operation, [one]);
  }
  return doubts;
}

export function withDoubt(doubts: readonly Doubtful[], operation: Operation, more: readonly Tracked[]): Doubtful[] {
  const name = effectName(operation);
  const i = doubts.findIndex((doubt) => doubt.name === name);
  const known = i < 0 ? { name, operation, members: [], endless: false } : doubts[i];
  const joined = counted({ ...known, members: [...known.members, ...more] });
  return i < 0 ? [...doubts, joined] : doubts.with(i, joined);
}

/** The same doubts for a later stretch, in which they may take effect from its start. */
export function longAgo({ members, ...doubt }: Omit<Doubtful, 'invoked'>): Doubtful {
  return counted({ ...doubt, members: members.map((one) => ({ ...one, invoked: -1 })) });
}

function counted({ members, endless, ...doubt }: Omit<Doubtful, 'invoked'>): Doubtful {
  const kept = members.slice(0, MEMBERS_MAX);
  return {
    ...doubt,
    members: kept,
    invoked: kept.map(({ invoked }) => invoked),
    endless: endless || members.length > MEMBERS_MAX,
  };
}
