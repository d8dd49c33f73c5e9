/**
 * `npm run --silent hunt`: looks for a run that breaks a property. With rules switched off it first searches with
 * guidance, in rounds; then, and with all rules on only, it makes random runs full of faults. In those members,
 * snapshots, handovers and all kinds of reads take part; with `--plain` only what Figure 2 knows, and timers are forced.
 */
import { failure, type Result, success } from '../base';
import { type Exploration, type Finding, lengthOf, type Trials } from '../lab';
import { defaultOptions, RULE_SWITCHES, type RuleSwitch } from '../raft';
import { encodeRun } from '../share';
import { MILLISECOND } from '../sim';
import type { Pool } from '../worker';
import { complain, type Flags, readFlags, readNumber } from './arguments';
import { coreCount, nodePool, serveThread } from './threads';

serveThread();

const FLAGS = {
  runs: { type: 'string' },
  rounds: { type: 'string' },
  seed: { type: 'string' },
  servers: { type: 'string' },
  for: { type: 'string' },
  off: { type: 'string', multiple: true },
  jobs: { type: 'string' },
  plain: { type: 'boolean' },
} as const;

interface Hunt {
  readonly trials: Trials;
  readonly rounds: number;
  readonly jobs: number;
}

/** How many runs a thread makes before it is given the next: enough to keep threads busy, few enough to end together. */
const SHARE = 50;

/** Guided rounds with rules off that nobody asked for, and how many moves each tries. */
const ROUNDS = 60;
const MOVES = 20_000;

export async function main(argv: string[]): Promise<number> {
  const flags = readFlags(argv, FLAGS);
  if (!flags.ok) return complain('hunt', flags.error);
  const hunt = readHunt(flags.value);
  if (!hunt.ok) return complain('hunt', hunt.error);
  const pool = nodePool(hunt.value.jobs);
  try {
    return await search(pool, hunt.value);
  } finally {
    pool.close();
  }
}

async function search(pool: Pool, { trials, rounds }: Hunt): Promise<number> {
  const clock = startClock();
  const guided = await searchWithGuidance(pool, trials, rounds, clock);
  if (guided.length > 0) return report(pool, guided, clock);
  const random = await searchAtRandom(pool, trials, clock);
  return random === null ? 0 : report(pool, [random], clock);
}

async function searchWithGuidance(pool: Pool, trials: Trials, rounds: number, clock: Clock) {
  const { seed, options } = trials;
  const shares = Array.from(
    { length: rounds },
    (_, round): Exploration => ({ seed, off: options.off, round, moves: MOVES }),
  );
  let moves = 0;
  const job = pool.start('explore', shares, {
    enough: ({ findings }) => findings.length > 0,
    done: (outcome, round) => {
      moves += outcome.moves;
      clock.say(`round ${round + 1} of ${rounds}, ${moves} moves`);
    },
  });
  const outcomes = await job.result;
  const findings = outcomes.at(-1)?.findings ?? [];
  if (rounds === 0) return findings;
  const what = findings.length > 0 ? `a violation of ${findings[0].violation.property}` : 'no violation';
  const sum = outcomes.reduce((total, outcome) => total + outcome.moves, 0);
  process.stdout.write(`${outcomes.length} guided rounds, ${sum} moves, ${what}, ${clock.seconds()} s\n`);
  return findings;
}

async function searchAtRandom(pool: Pool, trials: Trials, clock: Clock): Promise<Finding | null> {
  let made = 0;
  const job = pool.start('tryRuns', sharesOf(trials), {
    enough: ({ finding }) => finding !== null,
    done: ({ runs }) => {
      made += runs;
      clock.say(`${made} of ${trials.runs} runs`);
    },
  });
  const outcomes = await job.result;
  const runs = outcomes.reduce((sum, outcome) => sum + outcome.runs, 0);
  const finding = outcomes.at(-1)?.finding ?? null;
  const what = finding === null ? 'no violation' : `a violation of ${finding.violation.property}`;
  process.stdout.write(`${runs} runs of ${trials.length / MILLISECOND} virtual ms, ${what}, ${clock.seconds()} s\n`);
  return finding;
}

function sharesOf(trials: Trials): Trials[] {
  return Array.from({ length: Math.ceil(trials.runs / SHARE) }, (_, i) => ({
    ...trials,
    seed: (trials.seed + i * SHARE) >>> 0,
    runs: Math.min(SHARE, trials.runs - i * SHARE),
  }));
}

async function report(pool: Pool, findings: readonly Finding[], clock: Clock): Promise<number> {
  const [{ best }] = await pool.start('shrinkAll', [findings], {
    watch: ({ best: shortest }) => clock.say(`shrinking, ${lengthOf(shortest)} actions`),
  }).result;
  const { run, violation } = best;
  const time = violation.at / MILLISECOND;
  process.stdout.write(`shrunk from ${lengthOf(findings[0])} to ${lengthOf(best)} actions, ${clock.seconds()} s\n`);
  for (const { at, action } of run.actions) {
    process.stdout.write(`  ${String(at / MILLISECOND).padStart(8)} ms  ${JSON.stringify(action)}\n`);
  }
  process.stdout.write(`${violation.property} at ${time} ms: ${violation.text}\n#run=${encodeRun(run)}&t=${time}\n`);
  return 1;
}

interface Clock {
  seconds(): string;
  /** A line on standard error, every two seconds at most. */
  say(line: string): void;
}

function startClock(): Clock {
  const started = performance.now();
  let said = started;
  const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1);
  return {
    seconds,
    say(line) {
      if (performance.now() - said < 2000) return;
      said = performance.now();
      process.stderr.write(`${line}, ${seconds()} s\n`);
    },
  };
}

function readHunt(flags: Flags): Result<Hunt> {
  const off = readRules(flags);
  if (!off.ok) return off;
  const runs = readNumber(flags, 'runs', 0, 10_000_000, 100);
  if (!runs.ok) return runs;
  const rounds = readNumber(flags, 'rounds', 0, 1_000_000, off.value.length > 0 ? ROUNDS : 0);
  if (!rounds.ok) return rounds;
  const seed = readNumber(flags, 'seed', 0, 0xffffffff, 1);
  if (!seed.ok) return seed;
  const servers = readNumber(flags, 'servers', 3, 9, 5);
  if (!servers.ok) return servers;
  const length = readNumber(flags, 'for', 1, 864_000_000, 60_000);
  if (!length.ok) return length;
  const jobs = readNumber(flags, 'jobs', 1, 64, coreCount());
  if (!jobs.ok) return jobs;
  const options = { ...defaultOptions(), off: off.value };
  const trials = { runs: runs.value, seed: seed.value, servers: servers.value, options, wide: flags.plain !== true };
  return success({
    trials: { ...trials, length: length.value * MILLISECOND },
    rounds: rounds.value,
    jobs: jobs.value,
  });
}

/** `--off` may be repeated, and may name several rules with commas between them. */
function readRules(flags: Flags): Result<RuleSwitch[]> {
  const named = Array.isArray(flags.off) ? flags.off.flatMap((text) => text.split(',')) : [];
  const unknown = named.find((rule) => !isSwitch(rule));
  if (unknown !== undefined) return failure(`no rule "${unknown}"; there are ${RULE_SWITCHES.join(', ')}`);
  return success([...new Set(named.filter(isSwitch))]);
}

function isSwitch(rule: string): rule is RuleSwitch {
  return (RULE_SWITCHES as readonly string[]).includes(rule);
}
