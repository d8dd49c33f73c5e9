/** `npm run --silent trace`: prints a run as raft-trace/1 JSON Lines. */
import { existsSync } from 'node:fs';
import { failure, type Result, success } from '../base';
import { calmRun, chaosRun } from '../lab';
import { findScenario, SCENARIO_IDS } from '../scenarios';
import { fieldsOfLink, runFromText } from '../share';
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

/** How much of a run is printed where nothing says how much, in virtual milliseconds. */
const LENGTH = 60_000;

export async function main(argv: string[]): Promise<number> {
  const chosen = chooseRun(argv);
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

/** The run that a command line asks for and how much of it, or what is wrong with the command line. */
export function chooseRun(argv: readonly string[]): Result<Chosen> {
  const read = readFlags(argv, FLAGS);
  if (!read.ok) return read;
  const flags = read.value;
  const { scenario, run: given, chaos } = flags;
  if (scenario !== undefined && given !== undefined) return failure('--scenario and --run exclude each other');
  const fixed = scenario !== undefined || given !== undefined;
  for (const name of ['servers', 'seed', 'chaos']) {
    if (fixed && flags[name] !== undefined) return failure(`--${name} does not go with a run that is given`);
  }
  const length = readNumber(flags, 'for', 1, 864_000_000, LENGTH);
  if (!length.ok) return length;
  const until = length.value * MILLISECOND;
  const wanted = flags.for === undefined ? null : until;
  if (typeof scenario === 'string') return chooseScenario(scenario, wanted);
  if (typeof given === 'string') return chooseGiven(given, wanted);
  return generate(flags, chaos === true, until);
}

function generate(flags: Flags, chaos: boolean, until: Microseconds): Result<Chosen> {
  const servers = readNumber(flags, 'servers', 3, 9, 5);
  if (!servers.ok) return servers;
  const seed = readNumber(flags, 'seed', 0, 0xffffffff, 7);
  if (!seed.ok) return seed;
  const run = chaos ? chaosRun(seed.value, servers.value, until) : calmRun(seed.value, servers.value);
  return success({ run, until });
}

function chooseScenario(id: string, until: Microseconds | null): Result<Chosen> {
  const scenario = findScenario(id);
  if (scenario === null) return failure(`no scenario "${id}"; there are ${SCENARIO_IDS.join(', ')}`);
  return success({ run: scenario.run, until: until ?? scenario.until });
}

/** A link, or the path of a file with a link or with a run in JSON. A link says how far it goes, unless at the start. */
function chooseGiven(given: string, until: Microseconds | null): Result<Chosen> {
  const isLink = fieldsOfLink(given) !== null && !existsSync(given);
  const text = isLink ? success(given) : readText(given);
  if (!text.ok) return text;
  const found = runFromText(text.value);
  if (!found.ok) return failure(`${isLink ? '--run' : given}: ${found.error}`);
  const { run, time } = found.value;
  return success({ run, until: until ?? (time || LENGTH * MILLISECOND) });
}
