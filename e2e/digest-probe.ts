/** Bundled by determinism.spec.ts and run in Node, in a page and in a worker: all must give the same digests. */
import { chaosRun } from '../src/lab';
import { SCENARIOS } from '../src/scenarios';
import { digestCluster, SECOND, simulate } from '../src/sim';

const chaos = [1, 2, 3, 4, 5, 6].map((seed) => simulate(chaosRun(seed, 3 + seed, 20 * SECOND), 20 * SECOND));
const scenarios = SCENARIOS.map(({ run, until }) => simulate(run, until));

(globalThis as { digests?: string[] }).digests = [...chaos, ...scenarios].map(digestCluster);
