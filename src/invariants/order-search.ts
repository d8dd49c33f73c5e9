/**
 * Looks for orders of the operations on one key that respect real time and explain every answer, as Wing and Gong do,
 * with Lowe's memory of what was tried. Operations without an answer take part only where an answer needs them: they
 * may take effect late or never, so one that nobody has seen is best kept for later.
 */
import type { Operation } from '../raft';
import { ANY, type Known, type Proof, valuesBefore } from './register';

/** An operation with an answer. */
export interface Answered {
  readonly proof: Proof;
  /** Places in the order of all invocations and returns. */
  readonly invoked: number;
  readonly returned: number;
}

/** Operations without an answer that all do the same, so that it does not matter which of them took effect. */
export interface Doubt {
  readonly operation: Operation;
  /** When each was invoked, in order. */
  readonly invoked: readonly number[];
  /** There are so many that they are not counted. */
  readonly endless: boolean;
}

export interface Start {
  readonly value: Known;
  /** How many of each doubt have taken effect before. */
  readonly used: readonly number[];
}

/** A place in an order: the `i`-th answered operation, or one more of the `i`-th doubt. */
export type Step = { readonly type: 'answered' | 'doubt'; readonly i: number };

export interface End extends Start {
  /** Which of the starts it began from. */
  readonly start: number;
  readonly steps: readonly Step[];
}

export type Search =
  /** Ends that differ in what they leave; only one if no more were asked for. None: there is no order. */
  | { readonly type: 'done'; readonly ends: readonly End[] }
  /** There were too many orders to try. */
  | { readonly type: 'tooMany' };

interface Node extends Start {
  /** All answered operations below `low` are placed, and those in `ahead`, which grow. */
  readonly low: number;
  readonly ahead: readonly number[];
  readonly start: number;
  readonly steps: readonly Step[];
  readonly before: Node | null;
}

/** The search gives up after so many orders, or ways to explain a value by doubts. */
const NODES_MAX = 4000;
const CHAINS_MAX = 8000;

/** What a search is about, and how much it may still try. */
interface Problem {
  readonly answered: readonly Answered[];
  readonly doubts: readonly Doubt[];
  chainsLeft: number;
}

/**
 * Orders that need fewer doubts are tried first, so that what another one reached with fewer is never followed.
 *
 * @param answered in order of their invocations
 */
export function findOrders(
  answered: readonly Answered[],
  doubts: readonly Doubt[],
  starts: readonly Start[],
  all: boolean,
): Search {
  const problem: Problem = { answered, doubts, chainsLeft: CHAINS_MAX };
  const tried = new Map<string, (readonly number[])[]>();
  const ends: End[] = [];
  const open = new OpenNodes();
  for (let i = starts.length - 1; i >= 0; i--) {
    open.add({ ...starts[i], low: 0, ahead: [], start: i, steps: [], before: null });
  }
  for (let count = 0; count < NODES_MAX; count++) {
    const node = open.next();
    if (node === null) return { type: 'done', ends };
    if (!isNew(tried, node)) continue;
    if (node.low < answered.length) {
      follow(problem, node, open);
      if (problem.chainsLeft < 0) return { type: 'tooMany' };
    } else {
      ends.push({ value: node.value, used: node.used, start: node.start, steps: stepsTo(node) });
      if (!all) return { type: 'done', ends };
    }
  }
  return { type: 'tooMany' };
}

/** Nodes to be followed: those that use the fewest doubts first, among them the newest first. */
class OpenNodes {
  private readonly byDoubts: Node[][] = [];
  private lowest = 0;

  add(node: Node): void {
    let sum = 0;
    for (const count of node.used) sum += count;
    while (this.byDoubts.length <= sum) this.byDoubts.push([]);
    this.byDoubts[sum].push(node);
    this.lowest = Math.min(this.lowest, sum);
  }

  next(): Node | null {
    while (this.lowest < this.byDoubts.length && this.byDoubts[this.lowest].length === 0) this.lowest++;
    return this.byDoubts[this.lowest]?.pop() ?? null;
  }
}

/** Whether nothing as good was there before: as much placed, the same value, and no doubt used more often. */
function isNew(tried: Map<string, (readonly number[])[]>, node: Node): boolean {
  const name = nameOf(node);
  const before = tried.get(name);
  if (before === undefined) {
    tried.set(name, [node.used]);
    return true;
  }
  if (before.some((used) => isWithin(used, node.used))) return false;
  before.push(node.used);
  return true;
}

function isWithin(one: readonly number[], other: readonly number[]): boolean {
  for (let d = 0; d < one.length; d++) if (one[d] > other[d]) return false;
  return true;
}

/** Adds what may come next to the open nodes; the last one added, which returned first, is followed first. */
function follow(problem: Problem, node: Node, open: OpenNodes): void {
  const { answered } = problem;
  const next: number[] = [];
  let earliest = Number.POSITIVE_INFINITY;
  for (let i = node.low; i < answered.length && answered[i].invoked < earliest; i++) {
    if (node.ahead.includes(i)) continue;
    next.push(i);
    earliest = Math.min(earliest, answered[i].returned);
  }
  next.sort((a, b) => answered[b].returned - answered[a].returned);
  for (const i of next) {
    if (answered[i].invoked > earliest) continue;
    for (const found of answered[i].proof.found) {
      for (const chain of chainsTo(problem, found, node.value, node.used, earliest))
        open.add(place(node, i, answered, chain));
    }
  }
}

interface Chain {
  /** Doubts in the order in which they take effect. */
  readonly doubts: readonly number[];
  readonly used: readonly number[];
}

/** The ways in which doubts invoked before a moment lead from a value to another; of none when it is there already. */
function chainsTo(
  problem: Problem,
  target: Known,
  value: Known,
  used: readonly number[],
  before: number,
): readonly Chain[] {
  if (target === ANY || value === ANY || target === value) return [{ doubts: [], used }];
  if (--problem.chainsLeft < 0) return [];
  const chains: Chain[] = [];
  for (let d = 0; d < problem.doubts.length; d++) {
    const { operation, invoked, endless } = problem.doubts[d];
    if (!endless && !(invoked[used[d]] < before)) continue;
    for (const earlier of valuesBefore(operation, target)) {
      if (earlier === target) continue;
      const rest = endless ? used : used.with(d, used[d] + 1);
      for (const chain of chainsTo(problem, earlier, value, rest, before)) {
        chains.push({ doubts: [...chain.doubts, d], used: chain.used });
      }
    }
  }
  return chains;
}

function place(node: Node, i: number, answered: readonly Answered[], chain: Chain): Node {
  let { low } = node;
  let ahead = node.ahead;
  if (i !== low) {
    ahead = [...ahead, i].sort((a, b) => a - b);
  } else {
    low++;
    while (low < answered.length && ahead[0] === low) {
      ahead = ahead.slice(1);
      low++;
    }
  }
  const steps: Step[] = [...chain.doubts.map((d): Step => ({ type: 'doubt', i: d })), { type: 'answered', i }];
  return { low, ahead, value: answered[i].proof.left, used: chain.used, start: node.start, steps, before: node };
}

function nameOf({ low, ahead, value }: Node): string {
  const kind = value === ANY ? '*' : value === null ? '-' : `=${value}`;
  return `${low} ${ahead.join()} ${kind}`;
}

function stepsTo(end: Node): Step[] {
  const parts: (readonly Step[])[] = [];
  for (let node: Node | null = end; node !== null; node = node.before) parts.push(node.steps);
  return parts.reverse().flat();
}
