/** `npm run --silent hunt`: looks for a chaos run that breaks a safety property. */
import { failure, type Result, success } from '../base';
import { type Finding, shrink, tryRun } from '../lab';
import { defaultOptions, RULE_SWITCHES, type RuleSwitch } from '../raft';
import { encodeRun } from '../share';
import { MILLISECOND } from '../sim';
import { complain, type Flags, readFlags, readNumber } from './arguments';

const FLAGS = {
  runs: { type: 'string' },
  seed: { type: 'string' },
  servers: { type: 'string' },
  for: { type: 'string' },
  off: { type: 'string', multiple: true },
} as const;

interface Hunt {
  readonly runs: number;
  readonly seed: number;
  readonly servers: number;
  /** Virtual milliseconds. */
  readonly length: number;
  readonly off: readonly RuleSwitch[];
}

export async function main(argv: string[]): Promise<number> {
  const flags = readFlags(argv, FLAGS);
  if (!flags.ok) return complain('hunt', flags.error);
  const hunt = readHunt(flags.value);
  if (!hunt.ok) return complain('hunt', hunt.error);
  return search(hunt.value);
}

function search({ runs, seed, servers, length, off }: Hunt): number {
  const options = { ...defaultOptions(), off };
  const started = performance.now();
  const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1);
  let said = started;
  for (let i = 0; i < runs; i++) {
    const found = tryRun((seed + i) >>> 0, servers, length * MILLISECOND, options);
    if (found !== null) return report(found, i + 1, seconds());
    if (performance.now() - said < 2000) continue;
    said = performance.now();
    process.stdout.write(`${i + 1} of ${runs} runs, no violation, ${seconds()} s\n`);
  }
  process.stdout.write(`${runs} runs of ${length} virtual ms, no violation, ${seconds()} s\n`);
  return 0;
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
  const off = Array.isArray(flags.off) ? flags.off : [];
  const unknown = off.find((rule) => !isSwitch(rule));
  if (unknown !== undefined) return failure(`no rule "${unknown}"; there are ${RULE_SWITCHES.join(', ')}`);
  return success({
    runs: runs.value,
    seed: seed.value,
    servers: servers.value,
    length: length.value,
    off: off.filter(isSwitch),
  });
}

function isSwitch(rule: string): rule is RuleSwitch {
  return (RULE_SWITCHES as readonly string[]).includes(rule);
}
