/**
 * The history of one key, checked as it grows. A stretch begins and ends when no operation is under way; of what came
 * before it nothing is kept but the values that the key may have, and the writes of unknown outcome.
 */
import type { Microseconds } from '../sim';
import { type ClientOperation, type Contradiction, nameOf, type PlacedOperation } from './client-operation';
import { type Removable, smallestContradiction } from './contradiction';
import { type Doubtful, doubtsOf, longAgo, type Tracked, withDoubt } from './doubts';
import { type End, findOrders, type Search, type Start } from './order-search';
import { pointsOf } from './points';
import { ANY, effectName, isWrite, type Known, proofOf } from './register';

/** An order of the stretch so far. */
interface Path {
  readonly start: number;
  readonly value: Known;
  readonly placed: readonly string[];
  /** What the doubts in it do. */
  readonly doubted: ReadonlySet<string>;
}

/** The orders of earlier stretches that led to a start, newest first. */
interface Link {
  readonly placed: readonly PlacedOperation[];
  readonly before: Link | null;
}

/** Gets operations whose place in the order is settled. */
export type Finished = (placed: PlacedOperation) => void;

/** What a stretch began with, and what happened in it: kept for a while, to say what a later answer contradicts. */
interface Past {
  readonly starts: readonly Start[];
  readonly carried: readonly Doubtful[];
  readonly stretch: readonly Tracked[];
}

/** In a stretch longer than this the past is forgiven: whatever the key holds then is believed. */
const STRETCH_MAX = 2000;
const STARTS_MAX = 200;
const LINKS_MAX = 20;
const PAST_MAX = 12;

export class KeyHistory {
  private starts: readonly Start[] = [{ value: null, used: [] }];
  private links: readonly (Link | null)[] = [null];
  private carried: readonly Doubtful[] = [];
  private stretch: readonly Tracked[] = [];
  private past: readonly Past[] = [];
  private live = 0;
  private path: Path | null = null;
  /** Operations that were under way when the past was forgiven: their answers prove nothing. */
  private excused: ReadonlySet<string> = new Set();
  /** The end of the stretch before. */
  private since: Microseconds = 0;
  contradiction: Contradiction | null = null;

  clone(): KeyHistory {
    return Object.assign(new KeyHistory(), this);
  }

  invoke(operation: ClientOperation, tick: number): void {
    if (this.contradiction !== null) return;
    this.stretch = [...this.stretch, { operation, invoked: tick, returned: Number.POSITIVE_INFINITY }];
    this.live++;
  }

  /** The operation ended. Returns false when no order explains the history from now on. */
  return(ended: ClientOperation, tick: number, finished: Finished | null): boolean {
    if (this.contradiction !== null) return true;
    const i = this.stretch.findLastIndex(({ operation }) => nameOf(operation) === nameOf(ended));
    if (i < 0) return true;
    const isProof = ended.status === 'ok' && !this.excused.has(nameOf(ended));
    const operation: ClientOperation = isProof ? ended : { ...ended, status: 'unknown' };
    const returned = isProof ? tick : Number.POSITIVE_INFINITY;
    this.stretch = this.stretch.with(i, { operation, invoked: this.stretch[i].invoked, returned });
    this.live--;
    if (isProof && !this.follows(operation) && !this.findPath(operation)) return false;
    if (this.live === 0) this.cut(ended.returned?.at ?? 0, finished);
    else if (this.stretch.length > STRETCH_MAX) this.forgive(finished);
    return true;
  }

  /** The operations of the stretch under way and those before it whose order is open, with their points. */
  open(): PlacedOperation[] {
    const before: (readonly PlacedOperation[])[] = [];
    for (let link = this.links[this.path?.start ?? 0] ?? null; link !== null; link = link.before)
      before.push(link.placed);
    return [...before.reverse().flat(), ...this.place(this.path?.placed ?? [], this.doubts())];
  }

  /** Whether the operation fits behind the order that was found before. */
  private follows({ operation, answer, ...name }: ClientOperation): boolean {
    const path = this.path ?? { start: 0, value: this.starts[0].value, placed: [], doubted: new Set<string>() };
    const { found, left } = proofOf(operation, answer);
    const fits = path.value === ANY ? found.length > 0 : found.includes(path.value) || found.includes(ANY);
    if (!fits || path.doubted.has(effectName(operation))) return false;
    this.path = { ...path, value: left, placed: [...path.placed, nameOf(name)] };
    return true;
  }

  /** Looks for an order of the whole stretch, now that `newest` has its answer. */
  private findPath(newest: ClientOperation): boolean {
    const doubts = this.doubts();
    const search = this.search(doubts, false);
    if (search.type === 'tooMany') {
      this.forgive(null);
      return true;
    }
    const [end] = search.ends;
    if (end === undefined) this.contradiction = this.explain(newest);
    else this.path = this.pathOf(end, doubts);
    return end !== undefined;
  }

  private search(doubts: readonly Doubtful[], all: boolean): Search {
    return findOrders(answeredOf(settledOf(this.stretch), doubts), doubts, startsFor(this.starts, doubts), all);
  }

  /** Writes without an answer: first those of earlier stretches, in the order in which the starts count them. */
  private doubts(): Doubtful[] {
    return doubtsOf(this.carried, this.stretch);
  }

  private pathOf(end: End, doubts: readonly Doubtful[]): Path {
    const settled = settledOf(this.stretch);
    const used = [...startsFor(this.starts, doubts)[end.start].used];
    const doubted = new Set<string>();
    const placed = end.steps.flatMap(({ type, i }) => {
      if (type === 'answered') return [nameOf(settled[i].operation)];
      doubted.add(doubts[i].name);
      const member = doubts[i].members[used[i]++];
      return member === undefined ? [] : [nameOf(member.operation)];
    });
    return { start: end.start, value: end.value, placed, doubted };
  }

  /** The operations of the stretch, and the doubts that took effect in it, with the points of an order. */
  private place(placed: readonly string[], doubts: readonly Doubtful[]): PlacedOperation[] {
    const all = [...doubts.flatMap(({ members }) => members), ...this.stretch].map(({ operation }) => operation);
    const byName = new Map(all.map((operation) => [nameOf(operation), operation]));
    const order = placed.flatMap((name) => byName.get(name) ?? []);
    const points = pointsOf(order, this.since);
    const pointOf = new Map(order.map((operation, i) => [nameOf(operation), points[i]]));
    const shown = new Set([...this.stretch.map(({ operation }) => nameOf(operation)), ...placed]);
    return [...shown].flatMap((name) => {
      const operation = byName.get(name);
      return operation === undefined ? [] : [{ ...operation, point: pointOf.get(name) ?? null }];
    });
  }

  /** No operation is under way: what the key may hold is all that must be remembered. */
  private cut(at: Microseconds, finished: Finished | null): void {
    if (this.isAlone() && finished === null) {
      this.past = [...this.past.slice(1 - PAST_MAX), this.present()];
      this.starts = [{ value: this.path?.value ?? null, used: this.starts[0].used }];
      this.begin(at, []);
      return;
    }
    const doubts = this.doubts();
    const search = this.search(doubts, true);
    if (search.type === 'tooMany' || search.ends.length > STARTS_MAX) {
      this.forgive(finished);
      return;
    }
    const { ends } = search;
    if (finished !== null) this.settle(ends, doubts, finished);
    this.past = [...this.past.slice(1 - PAST_MAX), this.present()];
    const spent = doubts.map((_, d) => Math.min(...ends.map(({ used }) => used[d])));
    const isKept = doubts.map(({ members, endless }, d) => endless || members.length > spent[d]);
    this.carried = doubts
      .map((doubt, d) => longAgo({ ...doubt, members: doubt.members.slice(spent[d]) }))
      .filter((_, d) => isKept[d]);
    this.starts = ends.map(({ value, used }) => ({
      value,
      used: used.map((count, d) => count - spent[d]).filter((_, d) => isKept[d]),
    }));
    this.begin(at, []);
  }

  /** The stretch is one answered operation that could take effect in one way only, as most are. */
  private isAlone(): boolean {
    const { stretch, starts, path } = this;
    return stretch.length === 1 && starts.length === 1 && path !== null && path.doubted.size === 0;
  }

  /** Passes on the orders that nothing can change any more; those that still may differ are linked to the starts. */
  private settle(ends: readonly End[], doubts: readonly Doubtful[], finished: Finished): void {
    const links = ends.map((end): Link => {
      const { placed } = this.pathOf(end, doubts);
      return { placed: this.place(placed, doubts), before: this.links[end.start] ?? null };
    });
    this.links = links;
    if (links.length > 1 && depthOf(links[0]) <= LINKS_MAX) return;
    const settled: (readonly PlacedOperation[])[] = [];
    for (let link: Link | null = links[0]; link !== null; link = link.before) settled.push(link.placed);
    for (const placed of settled.reverse().flat()) finished(placed);
    this.links = ends.map(() => null);
  }

  /** Goes on as if nothing were known of the key: nothing false is reported, and something true may be missed. */
  private forgive(finished: Finished | null): void {
    const isPending = ({ operation }: Tracked) => operation.status === 'pending';
    if (finished !== null) for (const placed of this.open()) if (placed.status !== 'pending') finished(placed);
    this.carried = doubtsOf(
      this.carried,
      this.stretch.filter((one) => !isPending(one)),
    ).map(longAgo);
    this.starts = [{ value: ANY, used: [] }];
    this.links = [null];
    this.past = [];
    const pending = this.stretch.filter(isPending);
    this.excused = new Set(pending.map(({ operation }) => nameOf(operation)));
    this.begin(this.since, pending);
  }

  private begin(since: Microseconds, stretch: readonly Tracked[]): void {
    this.since = since;
    this.stretch = stretch;
    this.path = null;
    if (stretch.length === 0) this.excused = new Set();
  }

  private present(): Past {
    const { starts, carried, stretch } = this;
    return { starts, carried, stretch };
  }

  /** Goes back no further than it takes to find operations that the newest one contradicts. */
  private explain(newest: ClientOperation): Contradiction {
    let here = this.present();
    for (let back = this.past.length; ; back--) {
      const against = contradicted(here, newest);
      if (against.length > 0 || back === 0) {
        return { operation: newest, against, from: here.stretch[0].operation.invoked };
      }
      const earlier = this.past[back - 1];
      here = { ...earlier, stretch: [...earlier.stretch, ...here.stretch] };
    }
  }
}

/** The fewest operations that rule out every order together with the newest one. */
function contradicted({ starts, carried, stretch }: Past, newest: ClientOperation): ClientOperation[] {
  const settled = settledOf(stretch);
  const writes = settled.filter(({ operation }) => isWrite(operation.operation));
  // A write that is left out counts as one more doubt, so there must be one of its kind.
  const none = doubtsOf(carried, stretch);
  const doubts = writes.reduce((all, { operation }) => withDoubt(all, operation.operation, []), none);
  const culprit = settled.findIndex(({ operation }) => operation === newest);
  const against = smallestContradiction(answeredOf(settled, doubts), doubts, startsFor(starts, doubts), culprit);
  return against.map((i) => settled[i].operation);
}

function settledOf(stretch: readonly Tracked[]): Tracked[] {
  return stretch.filter(({ operation }) => operation.status === 'ok');
}

function answeredOf(settled: readonly Tracked[], doubts: readonly Doubtful[]): Removable[] {
  const index = new Map(doubts.map(({ name }, d) => [name, d]));
  return settled.map(({ operation: { operation, answer }, invoked, returned }) => {
    const doubt = isWrite(operation) ? (index.get(effectName(operation)) ?? null) : null;
    return { proof: proofOf(operation, answer), invoked, returned, doubt };
  });
}

function startsFor(starts: readonly Start[], doubts: readonly Doubtful[]): Start[] {
  return starts.map(({ value, used }) => ({ value, used: doubts.map((_, d) => used[d] ?? 0) }));
}

function depthOf(link: Link): number {
  let depth = 0;
  for (let next: Link | null = link; next !== null; next = next.before) depth++;
  return depth;
}
