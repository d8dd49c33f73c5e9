/** `npm run --silent bench`: how fast the engine is, as JSON. Compare ratios within one run: machines are noisy. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { calmRun, chaosRun } from '../lab';
import {
  advance,
  advanceTill,
  type Cluster,
  cloneCluster,
  createRun,
  defaultConfig,
  MILLISECOND,
  type Run,
  SECOND,
  startCluster,
} from '../sim';
import { createTrace, digestAt, extend, frameAt, type Trace } from '../trace';
import { complain, readFlags } from './arguments';
import { measureFrames } from './bench-frames';
import { profile } from './profile';

/**
 * What programs reach on a core of this class that are written by hand for one purpose each: they change everything
 * in place, cannot be stopped, copied or looked at, and know one set-up only.
 */
const LIMITS = {
  steadyLoad: { perSecond: 10_100_000, meaning: 'transitions of five servers under steady client load' },
  electionTransitions: {
    perSecond: 25_000_000,
    meaning: "transitions of elections in the set-up of the paper's Figure 16, timeouts of 150 to 300 ms",
  },
  elections: { perSecond: 1_500_000, meaning: 'elections in that set-up, each until one server leads' },
} as const;

const ofLimit = (limit: keyof typeof LIMITS, perSecond: number): number =>
  round(perSecond / LIMITS[limit].perSecond, 3);

export async function main(argv: string[]): Promise<number> {
  const flags = readFlags(argv, { 'no-browser': { type: 'boolean' } });
  if (!flags.ok) return complain('bench', flags.error);
  // Elections first: they take microseconds, and what ran before them would be measured with them.
  const elections = electionRate(60_000);
  const steady = rate(steadyRun(), 300);
  const chaos = rate(chaosRun(1, 5, 300 * SECOND), 300);
  const calm = rate(calmRun(1, 5), 600);
  const history = historyCost();
  const report = {
    node: process.version,
    limits: LIMITS,
    ofLimits: {
      steadyLoad: ofLimit('steadyLoad', steady.transitionsPerSecond),
      electionTransitions: ofLimit('electionTransitions', elections.transitionsPerSecond),
      elections: ofLimit('elections', elections.perSecond),
    },
    steadyLoad: steady,
    calm,
    chaos,
    elections,
    history,
    timeGoesTo: await whereTimeGoes(),
    frames: flags.value['no-browser'] ? 'not measured' : measureFrames(),
  };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return 0;
}

/** Five servers, four clients that ask as fast as they are answered, a fast network. */
function steadyRun(): Run {
  const base = defaultConfig();
  return createRun(7, {
    ...base,
    network: { ...base.network, latency: { min: 200, max: 800 } },
    clients: { ...base.clients, count: 4, interval: 4 * MILLISECOND },
  });
}

/** The best of three: the machine's other work only ever makes it slower. */
function rate(run: Run, virtualSeconds: number) {
  let best = Number.POSITIVE_INFINITY;
  let transitions = 0;
  let commits = 0;
  for (let i = 0; i < 3; i++) {
    const cluster = startCluster(run);
    const started = performance.now();
    advance(cluster, run, virtualSeconds * SECOND);
    best = Math.min(best, (performance.now() - started) / 1000);
    transitions = cluster.transitions;
    commits = Math.max(...cluster.hosts.map(({ server }) => server.commitIndex));
  }
  return {
    transitionsPerSecond: Math.round(transitions / best),
    commitsPerSecond: Math.round(commits / best),
    virtualSecondsPerSecond: Math.round(virtualSeconds / best),
    secondsPerVirtualHour: round((3600 / virtualSeconds) * best, 2),
  };
}

/** How often the elections are repeated; the best counts, as with the other rates. */
const PARTS = 5;

/** Figure 16's set-up: four of five servers live, timers that start together, until one is leader. */
function electionRate(trials: number) {
  const base = defaultConfig();
  const config = {
    ...base,
    network: { ...base.network, latency: { min: 1500, max: 4500 } },
    disk: { min: 0, max: 0 },
    clients: { ...base.clients, count: 0 },
    options: { ...base.options, noop: false },
  };
  const start = startCluster(createRun(0, config));
  start.hosts[4].status = 'crashed';
  let best = Number.POSITIVE_INFINITY;
  let transitions = 0;
  for (let part = 0; part < PARTS; part++) {
    const started = performance.now();
    transitions = 0;
    for (let seed = 0; seed < trials; seed++) {
      const run = createRun(seed, config);
      const cluster = cloneCluster(start);
      advanceTill(cluster, run, 60 * SECOND, hasLeader);
      transitions += cluster.transitions;
    }
    best = Math.min(best, (performance.now() - started) / 1000);
  }
  return {
    perSecond: Math.round(trials / best),
    transitionsPerElection: round(transitions / trials, 1),
    transitionsPerSecond: Math.round(transitions / best),
  };
}

function hasLeader({ hosts }: Cluster): boolean {
  for (const { server } of hosts) if (server.role === 'leader') return true;
  return false;
}

/** The shares of time, taken apart from the measurements above, because being looked at slows a program down. */
async function whereTimeGoes() {
  const run = steadyRun();
  return {
    steadyLoad: await profile(() => times(3, () => advance(startCluster(run), run, 300 * SECOND))),
    steadyLoadRecorded: await profile(() => recordHistory(run, 300 * SECOND)),
    elections: await profile(() => electionRate(60_000)),
  };
}

function times(count: number, work: () => void): void {
  for (let i = 0; i < count; i++) work();
}

/** As the page does it: simulated and kept, a tenth of a second at a time. */
function recordHistory(run: Run, length: number): Trace {
  const trace = createTrace(run);
  for (let time = 0; time <= length; time += 100 * MILLISECOND) extend(trace, time);
  return trace;
}

/** Ten virtual minutes under client load: what their history costs, and seeking in it. */
function historyCost() {
  const length = 600 * SECOND;
  const run = calmRun(3, 5);
  const collect = garbageCollector();
  collect();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const trace = recordHistory(run, length);
  const seconds = (performance.now() - started) / 1000;
  trace.cache.segments.clear();
  trace.tail = [];
  collect();
  const bytes = process.memoryUsage().heapUsed - before;
  const { transitions } = trace.head;
  return {
    recordedTransitionsPerSecond: Math.round(transitions / seconds),
    bytesPerTransition:
      collect === undefined ? 'not measured: run node with --expose-gc' : round(bytes / transitions, 1),
    megabytesPerVirtualHour: collect === undefined ? null : round((bytes * 6) / 1e6, 1),
    seekMilliseconds: quantiles(timesOf(500, (i) => digestAt(trace, (i * 7919 * MILLISECOND) % length))),
    frameAfterSeekMilliseconds: quantiles(timesOf(500, (i) => frameAt(trace, (i * 104_729 * MILLISECOND) % length))),
  };
}

/** Node hides its collector unless it is asked for it. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function timesOf(count: number, work: (i: number) => unknown): number[] {
  return Array.from({ length: count }, (_, i) => {
    const started = performance.now();
    work(i);
    return performance.now() - started;
  });
}

function quantiles(times: number[]) {
  const sorted = times.sort((a, b) => a - b);
  const at = (p: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))], 3);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
