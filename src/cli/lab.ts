/** `npm run --silent lab -- ID`: does an experiment of the lab and prints what was measured. */
import { failure, type Result, success } from '../base';
import { EXPERIMENT_IDS, type Experiment, findExperiment, type Outcome, sharesOf, toCsv, toJson } from '../lab';
import { complain, type Flags, readFlags, readNumber } from './arguments';
import { Output } from './output';
import { coreCount, nodePool, serveThread } from './threads';

serveThread();

const FLAGS = {
  trials: { type: 'string' },
  seed: { type: 'string' },
  jobs: { type: 'string' },
  format: { type: 'string' },
} as const;

interface Request {
  readonly experiment: Experiment;
  readonly jobs: number;
  readonly format: 'json' | 'csv';
}

export async function main(argv: string[]): Promise<number> {
  const [id = '', ...rest] = argv;
  const flags = readFlags(rest, FLAGS);
  if (!flags.ok) return complain('lab', flags.error);
  const request = readRequest(id, flags.value);
  return request.ok ? perform(request.value) : complain('lab', request.error);
}

async function perform({ experiment, jobs, format }: Request): Promise<number> {
  const started = performance.now();
  const pool = nodePool(jobs);
  const shares = sharesOf(experiment);
  const results: Outcome[][] = [];
  try {
    const outputs = await pool.start('doTrials', shares).result;
    // The shares of a line are in the order of its trials.
    for (const [i, { line }] of shares.entries()) {
      results[line] ??= [];
      results[line].push(...outputs[i]);
    }
  } finally {
    pool.close();
  }
  const trials = results.reduce((sum, outcomes) => sum + outcomes.length, 0);
  process.stderr.write(`${trials} trials, ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  const output = new Output();
  output.line((format === 'csv' ? toCsv(experiment, results) : JSON.stringify(toJson(experiment, results))).trimEnd());
  output.flush();
  return 0;
}

function readRequest(id: string, flags: Flags): Result<Request> {
  const found = findExperiment(id);
  if (found === null) return failure(`name one of the experiments: ${EXPERIMENT_IDS.join(', ')}`);
  const trials = readNumber(flags, 'trials', 1, 10_000, found.trials);
  if (!trials.ok) return trials;
  const seed = readNumber(flags, 'seed', 0, 0xffffffff, found.seed);
  if (!seed.ok) return seed;
  const jobs = readNumber(flags, 'jobs', 1, 64, coreCount());
  if (!jobs.ok) return jobs;
  const { format = 'json' } = flags;
  if (format !== 'json' && format !== 'csv') return failure(`--format must be json or csv, not "${String(format)}"`);
  const experiment = { ...found, trials: trials.value, seed: seed.value };
  return success({ experiment, jobs: jobs.value, format });
}
