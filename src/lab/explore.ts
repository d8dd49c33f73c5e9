/**
 * The guided search. It keeps one run for each situation that it has seen, goes on from situations it has gone on from
 * seldom, and so works its way into corners that random trouble hardly ever reaches.
 */
import { draw } from '../base';
import type { RuleSwitch } from '../raft';
import {
  type Action,
  advanceTill,
  cloneCluster,
  MILLISECOND,
  type Microseconds,
  nextTime,
  type Run,
  startCluster,
} from '../sim';
import { Atlas, actionsOf, type Place } from './atlas';
import { type Finding, judge } from './finding';
import { movesOf } from './moves';
import { NO_PAST, Watch } from './past';
import type { Style } from './style';
import { quietRun, styleOf } from './styles';

export interface Exploration {
  readonly seed: number;
  readonly off: readonly RuleSwitch[];
  /** Rounds differ in style: in what is done, to how many servers, with which options. */
  readonly round: number;
  /** How many moves are tried at most. */
  readonly moves: number;
}

export interface Explored {
  readonly moves: number;
  /** How many situations are known. */
  readonly places: number;
  /** Runs that break a property, in the order in which they were found; at most a dozen. */
  readonly findings: readonly Finding[];
}

const STREAM = 8000;

/** After the first finding a round goes on for a while: the next one may be shorter. */
const FINDINGS = 12;
const ENCORE = 6000;

/** Moves between two words on how far it is. */
const BREATH = 64;

export function* explore(task: Exploration): Generator<Explored, Explored, void> {
  const search = new Search(task);
  for (let next = BREATH; search.goesOn(); next += BREATH) {
    while (search.moves < next && search.goesOn()) search.wander();
    yield search.outcome();
  }
  return search.outcome();
}

class Search {
  moves = 0;
  private readonly style: Style;
  private readonly base: Run;
  private readonly atlas: Atlas;
  private readonly findings: Finding[] = [];
  private readonly pick: (n: number) => number;
  /** When the search ends, counted in moves. */
  private end: number;

  constructor({ seed, off, round, moves }: Exploration) {
    let draws = 0;
    this.pick = (n) => draw(seed, STREAM + round, draws++) % n;
    this.style = styleOf(off, round);
    this.base = quietRun(seed, this.style, off);
    this.end = moves;
    this.atlas = new Atlas(this.pick);
    const cluster = startCluster(this.base);
    // Sets the first timers.
    nextTime(cluster, this.base);
    this.atlas.add({ cluster, past: NO_PAST, trail: null, depth: 0, next: GRID, visits: 0 });
  }

  goesOn(): boolean {
    return this.moves < this.end;
  }

  outcome(): Explored {
    return { moves: this.moves, places: this.atlas.size, findings: this.findings.slice() };
  }

  /** A few moves from a situation that deserves it. */
  wander(): void {
    let place = this.atlas.choose();
    for (let steps = 1 + this.pick(4); steps > 0 && place.depth < this.style.depth; steps--) {
      const moves = movesOf(place.cluster, this.style);
      if (moves.length === 0) break;
      const { next, suspicious } = play(this.base, place, moves[this.pick(moves.length)], this.patience());
      this.moves++;
      if (suspicious && this.accuse(next)) return;
      this.atlas.add(next);
      place = next;
    }
  }

  /** How long a move is given to take its effect: until all is quiet, or not so long. */
  private patience(): Microseconds {
    return this.style.hurry && this.pick(2) === 0 ? GRID * (1 + this.pick(9)) : SETTLE;
  }

  private accuse({ trail, cluster }: Place): boolean {
    const finding = judge({ ...this.base, actions: actionsOf(trail) }, cluster.time + SETTLE);
    if (finding === null) return false;
    this.findings.push(finding);
    this.end = this.findings.length === FINDINGS ? 0 : Math.min(this.end, this.moves + ENCORE);
    return true;
  }
}

const GRID = 10 * MILLISECOND;

/** By then all is quiet: no timer runs out, and the slowest exchange of messages is over. */
const SETTLE = 900 * MILLISECOND;

function play(base: Run, place: Place, action: Action, wait: Microseconds): { next: Place; suspicious: boolean } {
  const cluster = cloneCluster(place.cluster);
  cluster.actionsDone = 0;
  const last = { at: place.next, action };
  const watch = new Watch(place.past);
  const until = last.at + wait - 1;
  const suspicious = advanceTill(cluster, { ...base, actions: [last] }, until, (now) => watch.look(now));
  const next = wait < SETTLE ? last.at + wait : (Math.floor(cluster.time / GRID) + 2) * GRID;
  const trail = { last, before: place.trail };
  return { next: { cluster, past: watch.past, trail, depth: place.depth + 1, next, visits: 0 }, suspicious };
}
