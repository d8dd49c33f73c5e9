/**
 * Which logs two servers can have, by the rules, and a history that makes them. The history is what proves that a pair
 * is possible; that the rules leave out no possible pair is what Log Matching says (§5.3).
 */
import type { Term } from '../raft';
import {
  crash,
  type Direction,
  directions,
  expireTimer,
  figureConfig,
  isolate,
  partition,
  put,
  restart,
} from '../scenarios';
import { createRun, type Run } from '../sim';
import type { Stretch } from './challenge';
import { at, ms } from './watch';

/** No term is older than the one before it, and there are no holes (0). */
export function isLegalLog(log: readonly Term[]): boolean {
  return log.every((term, i) => term > 0 && (i === 0 || term >= log[i - 1]));
}

/**
 * Whether a leader that has just won a term, its log being the first one, can have a follower with the second. All
 * entries of a term were made by one leader, one after the other, on top of one log: so where both logs hold entries of
 * a term, these begin at the same index, and all before it is the same.
 */
export function isPossiblePair(leader: readonly Term[], follower: readonly Term[], term: Term): boolean {
  if (!isLegalLog(leader) || !isLegalLog(follower)) return false;
  if ([...leader, ...follower].some((one) => one >= term)) return false;
  return [...new Set(leader)].every((one) => {
    const [a, b] = [leader.indexOf(one), follower.indexOf(one)];
    return b < 0 || (a === b && leader.slice(0, a).join() === follower.slice(0, a).join());
  });
}

const VOTERS = [3, 4, 5];
/** How far apart two timeouts of one candidate are, in milliseconds: before any answer comes. */
const PUMP = 2;
/** Until the votes have come, the leader having been cut off before it sends anything. */
const ELECTION = 25;

/**
 * A run of five servers at whose end S1 has just won the term with the first log, S2 holding the second. S3 to S5 have
 * empty logs, so that they vote for anyone; whoever leads is cut off from them before it can send them entries.
 */
export function historyOf(leader: readonly Term[], follower: readonly Term[], term: Term): Stretch {
  const story = new Story();
  for (const one of [...new Set([...leader, ...follower])].sort((a, b) => a - b)) {
    const counts = [leader, follower].map((log) => log.filter((other) => other === one).length);
    const both = Math.min(...counts);
    story.elect(counts[0] >= counts[1] ? 1 : 2, one);
    story.write(both, Math.max(...counts));
  }
  story.elect(1, term);
  return story.end();
}

class Story {
  private readonly steps: Direction[] = [];
  private time = 20;
  private leader = 0;
  private readonly terms = [0, 0, 0];

  /** The server stands until it wins this term; then nobody hears of it. */
  elect(id: number, term: Term): void {
    const { steps } = this;
    if (this.leader !== 0) {
      steps.push([this.time, crash(this.leader)], [this.time + 1, restart(this.leader)]);
      this.time += 4;
    }
    steps.push([this.time, partition([id, ...VOTERS], [3 - id])]);
    for (let own = this.terms[id]; own < term; own++) {
      this.time += PUMP;
      steps.push([this.time, expireTimer(id)]);
    }
    this.time += ELECTION;
    steps.push([this.time, partition([1, 2], VOTERS)], [this.time, isolate(id)]);
    this.time += 10;
    this.leader = id;
    this.terms[id] = term;
  }

  /** The leader appends entries; both servers get the first ones of them. */
  write(both: number, all: number): void {
    const { steps, leader } = this;
    if (both > 0) {
      steps.push([this.time, { type: 'rejoin', server: leader }]);
      this.put(both);
      this.terms[3 - leader] = this.terms[leader];
      this.time += 130;
      steps.push([this.time, isolate(leader)]);
    }
    this.put(all - both);
    this.time += 30;
    steps.push([this.time, { type: 'rejoin', server: leader }]);
    this.time++;
  }

  end(): Stretch {
    const initial = [1, 2, ...VOTERS].map(() => ({ currentTerm: 0, votedFor: null, log: [] }));
    const run: Run = {
      ...createRun(1, figureConfig(initial, ms(50))),
      actions: directions(...this.steps),
    };
    return { run, from: 0, until: ms(this.time) };
  }

  private put(count: number): void {
    for (let i = 0; i < count; i++) this.steps.push([this.time + i, put('x', String(i + 1), this.leader)]);
    this.time += count;
  }
}

/** Whether a history does what it is for. */
export function makes({ run, until }: Stretch, leader: readonly Term[], follower: readonly Term[]): boolean {
  const end = at(run, until);
  return end.leaders[0] === 1 && end.log(1).join() === leader.join() && end.log(2).join() === follower.join();
}
