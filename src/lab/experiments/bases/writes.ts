/** Clients that write again as soon as they are answered; some followers are far away. */
import { createRun, MILLISECOND, type RecordedAction, startCluster } from '../../../sim';
import type { Settings } from '../settings';
import { type Base, configOf, networkOf, spanOf, toSeconds } from '../trial';

/** About how long a client thinks before it writes again. */
const THOUGHT = MILLISECOND;

export const writes: Base = {
  parameters: [
    'servers',
    'writers',
    'batch',
    'pipeline',
    'slow',
    'slowFollowers',
    'latency',
    'jitter',
    'loss',
    'diskMin',
    'diskMax',
    'electionMin',
    'electionMax',
    'heartbeat',
    'length',
  ],
  prepare(settings) {
    const config = configOf(settings);
    const clients = { ...config.clients, count: settings.writers, interval: THOUGHT };
    const actions = actionsOf(settings);
    return (seed) => {
      const run = { ...createRun(seed, { ...config, clients }), actions };
      return { run, cluster: startCluster(run), limit: toSeconds(settings.length) };
    };
  },
};

/** S1 leads; the last servers are the slow ones. */
function actionsOf(settings: Settings): RecordedAction[] {
  const { servers, slow, slowFollowers, latency, jitter } = settings;
  const quality = { ...networkOf(settings), latency: spanOf(latency + slow, latency + slow + jitter) };
  const actions: RecordedAction[] = [{ at: 1, action: { type: 'expireTimer', server: 1 } }];
  if (slow === 0) return actions;
  let at = 2;
  for (let id = servers; id > servers - slowFollowers && id > 1; id--) {
    for (let other = 1; other <= servers; other++) {
      if (other === id) continue;
      actions.push({ at: at++, action: { type: 'setLink', from: other, to: id, quality } });
      actions.push({ at: at++, action: { type: 'setLink', from: id, to: other, quality } });
    }
  }
  return actions;
}
