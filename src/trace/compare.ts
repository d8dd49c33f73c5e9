/** Two runs beside each other: where they begin to differ, and what differs at an instant. */
import type { Entry, Index, Log, ServerId } from '../raft';
import { entryAt } from '../raft';
import { type Microseconds, SECOND, type Transition } from '../sim';
import type { Frame, ServerView } from './frame';
import { differFrom, extend, transitionsBetween } from './history';
import type { Trace } from './trace';

/** Where two runs begin to differ: what happens first in only one of them, or differently in both. */
export interface Divergence {
  readonly at: Microseconds;
  /** What happens then in each of them; null: nothing at that instant. */
  readonly a: Transition | null;
  readonly b: Transition | null;
}

const SLICE: Microseconds = SECOND / 4;

/** Looks for the first transition that is not in both traces, in pieces: a run may be as long as it likes. */
export class DifferenceSearch {
  /** Null as long as none has been found. */
  found: Divergence | null = null;
  /** Up to here both are the same; at first what their runs have in common. */
  until: Microseconds;
  private readonly a: Trace;
  private readonly b: Trace;

  constructor(a: Trace, b: Trace) {
    this.a = a;
    this.b = b;
    this.until = differFrom(a.run, b.run) - 1;
  }

  /** Looks on up to a time, or until there is a difference, or `isOver` says so. Both traces are simulated so far. */
  lookOn(upTo: Microseconds, isOver: () => boolean = () => false): void {
    const { a, b } = this;
    const start = Math.min(this.until, upTo);
    // What the runs have in common is not compared, but it may still have to be simulated.
    for (const trace of [a, b]) {
      while (trace.horizon < start) {
        extend(trace, Math.min(start, trace.horizon + SLICE));
        if (isOver()) return;
      }
    }
    while (this.until < upTo && this.found === null) {
      const next = Math.min(upTo, this.until + SLICE);
      this.found = differenceIn(transitionsBetween(a, this.until, next), transitionsBetween(b, this.until, next));
      this.until = this.found === null ? next : this.found.at - 1;
      if (isOver()) return;
    }
  }
}

/** The first transition that is not in both traces, up to a time; null when there is none. Both are simulated so far. */
export function divergenceOf(a: Trace, b: Trace, until: Microseconds): Divergence | null {
  const comparison = new DifferenceSearch(a, b);
  comparison.lookOn(until);
  return comparison.found;
}

function differenceIn(ofA: readonly Transition[], ofB: readonly Transition[]): Divergence | null {
  for (let i = 0; i < Math.max(ofA.length, ofB.length); i++) {
    const a = ofA[i] ?? null;
    const b = ofB[i] ?? null;
    if (a !== null && b !== null && isSameTransition(a, b)) continue;
    const at = Math.min(a?.at ?? Number.POSITIVE_INFINITY, b?.at ?? Number.POSITIVE_INFINITY);
    return { at, a: a?.at === at ? a : null, b: b?.at === at ? b : null };
  }
  return null;
}

/** The same happened, and the same came of it. */
export function isSameTransition(a: Transition, b: Transition): boolean {
  return a.at === b.at && a.kind === b.kind && a.server === b.server && isSame(a, b);
}

/** What is not told apart: entries name their whole past, and states their log, which were compared before. */
const CHAINS: ReadonlySet<string> = new Set(['previous', 'jump', 'image']);

/** All that a reader could tell apart, whatever the order of the fields. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => isSame(one, b[i]));
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in one) if (!CHAINS.has(key) && !isSame(one[key], other[key])) return false;
  for (const key in other) if (!(key in one) && !CHAINS.has(key) && other[key] !== undefined) return false;
  return true;
}

export type Facet = 'status' | 'role' | 'term' | 'vote' | 'commit' | 'log';

export interface ServerDifference {
  readonly server: ServerId;
  /** In what it differs; empty: it is there in one of the two only. */
  readonly facets: readonly Facet[];
  /** The first and the last index of what differs: entries, or else whether they are committed. Null: neither does. */
  readonly entries: readonly [Index, Index] | null;
}

/** The servers that differ between two instants, in ascending order. */
export function differencesOf(a: Frame, b: Frame): readonly ServerDifference[] {
  const count = Math.max(a.servers.length, b.servers.length);
  const found: ServerDifference[] = [];
  for (let i = 0; i < count; i++) {
    const [one, other] = [a.servers[i], b.servers[i]];
    if (one === undefined || other === undefined) {
      found.push({ server: i + 1, facets: [], entries: [1, Number.POSITIVE_INFINITY] });
      continue;
    }
    const from = firstUnlike(one.log, other.log);
    const facets = facetsOf(one, other, from > 0);
    if (facets.length > 0) found.push({ server: one.id, facets, entries: entriesOf(one, other, from) });
  }
  return found;
}

function entriesOf(a: ServerView, b: ServerView, from: Index): readonly [Index, Index] | null {
  if (from > 0) return [from, Number.POSITIVE_INFINITY];
  if (a.commitIndex === b.commitIndex) return null;
  return [Math.min(a.commitIndex, b.commitIndex) + 1, Math.max(a.commitIndex, b.commitIndex)];
}

function facetsOf(a: ServerView, b: ServerView, logDiffers: boolean): Facet[] {
  const differs: Record<Facet, boolean> = {
    status: a.status !== b.status,
    role: a.role !== b.role,
    term: a.term !== b.term,
    vote: a.votedFor !== b.votedFor,
    commit: a.commitIndex !== b.commitIndex,
    log: logDiffers,
  };
  return (Object.keys(differs) as Facet[]).filter((facet) => differs[facet]);
}

/** The first index at which two logs hold different entries, or only one holds an entry; 0: they are equal. */
export function firstUnlike(a: Log, b: Log): Index {
  const common = Math.min(a.index, b.index);
  let found = a.index === b.index ? 0 : common + 1;
  let [one, other] = [entryAt(a, common), entryAt(b, common)];
  // What two runs have in common is one object; only what came after it has to be looked at.
  while (one !== null && other !== null && one !== other && one.index > 0) {
    if (!isSameEntry(one, other)) found = one.index;
    one = one.previous;
    other = other.previous;
  }
  return found;
}

function isSameEntry(a: Entry, b: Entry): boolean {
  return a.term === b.term && JSON.stringify(a.command) === JSON.stringify(b.command);
}
