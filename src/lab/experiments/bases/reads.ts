/** One client counts a key up, another reads it. */
import { drawBetween } from '../../../base';
import type { Operation, ReadMode } from '../../../raft';
import { createRun, MILLISECOND, type RecordedAction, startCluster } from '../../../sim';
import { WARM_UP } from '../measures/clients';
import type { Settings } from '../settings';
import { type Base, configOf, toSeconds } from '../trial';

/** How a client may read, as places in a list: through the log (§8), or beside it (D§6.4). */
export const READS = ['log', 'readIndex', 'lease', 'stale'] as const satisfies readonly ('log' | ReadMode)[];

/** No stream of the simulation has this number. */
const READ_STREAM = 83;

const WRITE_EVERY = 20 * MILLISECOND;
const READ_EVERY = 10 * MILLISECOND;

export const reads: Base = {
  parameters: [
    'servers',
    'reads',
    'heartbeat',
    'latency',
    'jitter',
    'loss',
    'diskMin',
    'diskMax',
    'electionMin',
    'electionMax',
    'length',
  ],
  prepare(settings) {
    const config = configOf(settings);
    // A lease holds only while nobody votes behind the leader's back.
    const options = { ...config.options, stickyLeader: READS[settings.reads] === 'lease' };
    const clients = { ...config.clients, count: 2 };
    return (seed) => {
      const actions = actionsOf(settings, seed);
      const run = { ...createRun(seed, { ...config, options, clients }), actions };
      return { run, cluster: startCluster(run), limit: toSeconds(settings.length) };
    };
  },
};

function actionsOf(settings: Settings, seed: number): RecordedAction[] {
  const end = toSeconds(settings.length);
  const mode = READS[settings.reads];
  const read: Operation = mode === 'log' ? { type: 'get', key: 'x' } : { type: 'read', key: 'x', mode };
  const actions: RecordedAction[] = [{ at: 1, action: { type: 'expireTimer', server: 1 } }];
  for (let n = 0; WARM_UP / 2 + n * READ_EVERY < end; n++) {
    const start = WARM_UP / 2 + n * READ_EVERY;
    if ((n * READ_EVERY) % WRITE_EVERY === 0)
      actions.push({ at: start, action: ask(1, { type: 'inc', key: 'x' }, null) });
    // A stale read may be asked of anybody; the others are the leader's business.
    const to = mode === 'stale' ? drawBetween(seed, READ_STREAM, 2 * n, 1, settings.servers) : null;
    const at = start + drawBetween(seed, READ_STREAM, 2 * n + 1, 1, READ_EVERY - 1);
    actions.push({ at, action: ask(2, read, to) });
  }
  return actions;
}

function ask(client: number, operation: Operation, to: number | null) {
  return { type: 'clientRequest', client, operation, to } as const;
}
