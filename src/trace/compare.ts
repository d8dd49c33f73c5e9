/** Two runs beside each other: where they begin to differ, and what differs at an instant. */
import type { Entry, Index, Log, ServerId } from '../raft';
import { entryAt } from '../raft';
import { type Flight, type Microseconds, SECOND, type Summary, type Transition } from '../sim';
import type { Frame, ServerView } from './frame';
import { differFrom, transitionsBetween } from './history';
import type { Trace } from './trace';

/** Where two runs begin to differ: what happens first in only one of them, or differently in both. */
export interface Divergence {
  readonly at: Microseconds;
  /** What happens then in each of them; null: nothing at that instant. */
  readonly a: Transition | null;
  readonly b: Transition | null;
}

const SLICE: Microseconds = SECOND / 4;

/** The first transition that is not in both traces, up to a time; null when there is none. Both are simulated so far. */
export function divergenceOf(a: Trace, b: Trace, until: Microseconds): Divergence | null {
  let seen = differFrom(a.run, b.run) - 1;
  while (seen < until) {
    const upTo = Math.min(until, seen + SLICE);
    const found = differenceIn(transitionsBetween(a, seen, upTo), transitionsBetween(b, seen, upTo));
    if (found !== null) return found;
    seen = upTo;
  }
  return null;
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
  return a.at === b.at && a.kind === b.kind && a.server === b.server && short(a) === short(b);
}

/** All that a reader could tell apart; entries name their whole past, which was compared before. */
function short({ before, after, flight, events, ...rest }: Transition): string {
  const told = events.map((event) => ('flight' in event ? { ...event, flight: shortFlight(event.flight) } : event));
  const parts = [rest, shortState(before), shortState(after), flight === null ? null : shortFlight(flight), told];
  return JSON.stringify(parts, withoutChains);
}

const shortFlight = ({ packet, cause: _cause, ...flight }: Flight): unknown => [flight, packet];

function shortState(summary: Summary | null): unknown {
  if (summary === null) return null;
  const { log, snapshot, ...rest } = summary;
  return [rest, log.index, log.term, snapshot?.last.index ?? 0];
}

function withoutChains(key: string, value: unknown): unknown {
  return key === 'previous' || key === 'jump' || key === 'image' ? undefined : value;
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
