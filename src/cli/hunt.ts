/** `npm run --silent hunt`: looks for a chaos run that breaks a safety property. */
import { failure, type Result, success } from '../base';
import { type Finding, shrink, type Trials } from '../lab';
import { defaultOptions, RULE_SWITCHES, type RuleSwitch } from '../raft';
import { encodeRun } from '../share';
import { MILLISECOND } from '../sim';
import { complain, type Flags, readFlags, readNumber } from './arguments';
import { coreCount, nodePool, serveThread } from './threads';

serveThread();

const FLAGS = {
  runs: { type: 'string' },
  seed: { type: 'string' },
  servers: { type: 'string' },
  for: { type: 'string' },
  off: { type: 'string', multiple: true },
  jobs: { type: 'string' },
} as const;

interface Hunt {
  readonly trials: Trials;
  readonly jobs: number;
}

/** How many runs a thread makes before it is given the next: enough to keep threads busy, few enough to end together. */
const SHARE = 50;

export async function main(argv: string[]): Promise<number> {
  const flags = readFlags(argv, FLAGS);
  if (!flags.ok) return complain('hunt', flags.error);
  const hunt = readHunt(flags.value);
  if (!hunt.ok) return complain('hunt', hunt.error);
  return search(hunt.value);
}

async function search({ trials, jobs }: Hunt): Promise<number> {
  const started = performance.now();
  const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1);
  const pool = nodePool(jobs);
  const shares = sharesOf(trials);
  let said = started;
  let made = 0;
  const job = pool.start('tryRuns', shares, {
    enough: ({ finding }) => finding !== null,
    done: ({ runs }) => {
      made += runs;
      if (performance.now() - said < 2000) return;
      said = performance.now();
      process.stderr.write(`${made} of ${trials.runs} runs, ${seconds()} s\n`);
    },
  });
  try {
    const outcomes = await job.result;
    const runs = outcomes.reduce((sum, outcome) => sum + outcome.runs, 0);
    const finding = outcomes.at(-1)?.finding ?? null;
    if (finding !== null) return report(finding, runs, seconds());
    process.stdout.write(`${runs} runs of ${trials.length / MILLISECOND} virtual ms, no violation, ${seconds()} s\n`);
    return 0;
  } finally {
    pool.close();
  }
}

function sharesOf(trials: Trials): Trials[] {
  return Array.from({ length: Math.ceil(trials.runs / SHARE) }, (_, i) => ({
    ...trials,
    seed: (trials.seed + i * SHARE) >>> 0,
    runs: Math.min(SHARE, trials.runs - i * SHARE),
  }));
}

function report(found: Finding, runs: number, seconds: string): number {
  process.stdout.write(`run ${runs} (seed ${found.run.seed}) breaks ${found.violation.property}, ${seconds} s\n`);
  const { run, violation } = shrink(found);
  const time = violation.at / 1000;
  process.stdout.write(`shrunk from ${found.run.actions.length} to ${run.actions.length} actions\n`);
  process.stdout.write(`${violation.property} at ${time} ms: ${violation.text}\n`);
  process.stdout.write(`#run=${encodeRun(run)}&t=${time}\n`);
  return 1;
}

function readHunt(flags: Flags): Result<Hunt> {
  const runs = readNumber(flags, 'runs', 1, 10_000_000, 100);
  if (!runs.ok) return runs;
  const seed = readNumber(flags, 'seed', 0, 0xffffffff, 1);
  if (!seed.ok) return seed;
  const servers = readNumber(flags, 'servers', 3, 9, 5);
  if (!servers.ok) return servers;
  const length = readNumber(flags, 'for', 1, 864_000_000, 60_000);
  if (!length.ok) return length;
  const jobs = readNumber(flags, 'jobs', 1, 64, coreCount());
  if (!jobs.ok) return jobs;
  const off = Array.isArray(flags.off) ? flags.off : [];
  const unknown = off.find((rule) => !isSwitch(rule));
  if (unknown !== undefined) return failure(`no rule "${unknown}"; there are ${RULE_SWITCHES.join(', ')}`);
  const options = { ...defaultOptions(), off: off.filter(isSwitch) };
  const trials = { runs: runs.value, seed: seed.value, servers: servers.value, options };
  return success({ trials: { ...trials, length: length.value * MILLISECOND }, jobs: jobs.value });
}

function isSwitch(rule: string): rule is RuleSwitch {
  return (RULE_SWITCHES as readonly string[]).includes(rule);
}
