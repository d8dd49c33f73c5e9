/** `npm run --silent trace`: prints a run as raft-trace/1 JSON Lines. */
import { failure, type Result, success } from '../base';
import { calmRun, chaosRun } from '../lab';
import { findScenario, SCENARIO_IDS } from '../scenarios';
import { runFromJson } from '../share';
import { MILLISECOND, type Microseconds, type Run } from '../sim';
import { exportTrace } from '../trace';
import { complain, type Flags, readFlags, readNumber, readText } from './arguments';
import { Output } from './output';

const FLAGS = {
  servers: { type: 'string' },
  seed: { type: 'string' },
  for: { type: 'string' },
  chaos: { type: 'boolean' },
  scenario: { type: 'string' },
  run: { type: 'string' },
} as const;

export async function main(argv: string[]): Promise<number> {
  const flags = readFlags(argv, FLAGS);
  if (!flags.ok) return complain('trace', flags.error);
  const chosen = chooseRun(flags.value);
  if (!chosen.ok) return complain('trace', chosen.error);
  const output = new Output();
  exportTrace(chosen.value.run, chosen.value.until, (line) => output.line(line));
  output.flush();
  return 0;
}

interface Chosen {
  readonly run: Run;
  readonly until: Microseconds;
}

function chooseRun(flags: Flags): Result<Chosen> {
  const { scenario, run: file, chaos } = flags;
  if (scenario !== undefined && file !== undefined) return failure('--scenario and --run exclude each other');
  const fixed = scenario !== undefined || file !== undefined;
  for (const name of ['servers', 'seed', 'chaos']) {
    if (fixed && flags[name] !== undefined) return failure(`--${name} does not go with a run that is given`);
  }
  const servers = readNumber(flags, 'servers', 3, 9, 5);
  if (!servers.ok) return servers;
  const seed = readNumber(flags, 'seed', 0, 0xffffffff, 7);
  if (!seed.ok) return seed;
  const length = readNumber(flags, 'for', 1, 864_000_000, 60_000);
  if (!length.ok) return length;
  const until = length.value * MILLISECOND;
  if (typeof scenario === 'string') return chooseScenario(scenario, flags.for === undefined ? null : until);
  if (typeof file === 'string') return readRun(file, until);
  return success({
    run: chaos ? chaosRun(seed.value, servers.value, until) : calmRun(seed.value, servers.value),
    until,
  });
}

function chooseScenario(id: string, until: Microseconds | null): Result<Chosen> {
  const scenario = findScenario(id);
  if (scenario === null) return failure(`no scenario "${id}"; there are ${SCENARIO_IDS.join(', ')}`);
  return success({ run: scenario.run, until: until ?? scenario.until });
}

function readRun(path: string, until: Microseconds): Result<Chosen> {
  const text = readText(path);
  if (!text.ok) return text;
  const run = runFromJson(text.value);
  return run.ok ? success({ run: run.value, until }) : failure(`${path}: ${run.error}`);
}
