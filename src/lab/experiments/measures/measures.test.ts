import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../raft';
import {
  type Action,
  createRun,
  defaultConfig,
  MILLISECOND,
  type RunConfig,
  SECOND,
  simulate,
  startCluster,
} from '../../../sim';
import type { Trial } from '../trial';
import { type MeasureId, measureOf } from '.';

/** Three servers, ten milliseconds from each to each, no disk; timers that never run out by themselves. */
function trialOf(
  script: readonly (readonly [milliseconds: number, action: Action])[],
  limit = 2 * SECOND,
  heartbeat = 50,
): Trial {
  const base = defaultConfig(3);
  const config: RunConfig = {
    ...base,
    options: { ...base.options, noop: false },
    timing: { electionMin: 900 * SECOND, electionMax: 1000 * SECOND, heartbeat: heartbeat * MILLISECOND },
    network: { ...base.network, latency: { min: 10_000, max: 10_000 } },
    disk: { min: 0, max: 0 },
    clients: { ...base.clients, count: 2 },
  };
  const actions = script.map(([at, action]) => ({ at: at * MILLISECOND, action }));
  const run = { ...createRun(1, config), actions };
  return { run, cluster: startCluster(run), limit };
}

const read = (id: MeasureId, trial: Trial) => measureOf(id).read(trial);

const stand = (server: number): Action => ({ type: 'expireTimer', server });
const crash = (server: number): Action => ({ type: 'crash', server });
const ask = (client: number, operation: Operation, to: number): Action => ({
  type: 'clientRequest',
  client,
  operation,
  to,
});
const count: Operation = { type: 'inc', key: 'x' };
const look: Operation = { type: 'read', key: 'x', mode: 'stale' };

/** S1 leads at 21 ms and is heard at 31 ms. */
const LED = [1, stand(1)] as const;

describe('the time without a leader', () => {
  it('is that from the crash to the last follower that hears of the new leader', () => {
    // Stood at 200, votes at 220, heard at 230.
    const { value, at } = read('leaderless', trialOf([LED, [100, crash(1)], [200, stand(2)]]));
    expect(value).toBeCloseTo(130, 1);
    expect(at).toBe(100 * MILLISECOND);
  });

  it('counts terms that end without a leader', () => {
    const split = [LED, [100, crash(1)], [200, stand(2)], [201, stand(3)], [300, stand(2)]] as const;
    expect(read('lostTerms', trialOf(split)).value).toBe(1);
    expect(read('leaderless', trialOf(split)).value).toBeCloseTo(230, 1);
    expect(read('lostTerms', trialOf([LED, [100, crash(1)], [200, stand(2)]])).value).toBe(0);
  });

  it('is unknown when there never is one, or never was a crash', () => {
    expect(read('leaderless', trialOf([LED, [100, crash(1)]])).value).toBeNull();
    expect(read('lostTerms', trialOf([LED])).value).toBeNull();
  });
});

describe('service', () => {
  const outage = [LED, [1000, crash(1)], [1500, stand(2)]] as const;

  it('is available while a majority follows a leader', () => {
    // From 31 ms to 1000 ms, and from 1530 ms to 2000 ms.
    const { value, at } = read('available', trialOf(outage));
    expect(value).toBeCloseTo((100 * (969 + 470)) / 1969, 1);
    expect(at).toBe(SECOND);
  });

  it('is not available behind a wall', () => {
    const cut = [LED, [1031, { type: 'isolate', server: 1 }]] as const;
    expect(read('available', trialOf(cut)).value).toBeCloseTo((100 * 1000) / 1969, 1);
    expect(read('available', trialOf([])).value).toBe(0);
  });

  it('changes its leader when another one leads', () => {
    const { value, at } = read('leaderChanges', trialOf(outage));
    expect(value).toBeCloseTo(60_000 / (2000 - 21), 1);
    expect(at / MILLISECOND).toBeCloseTo(1520, 1);
    expect(read('leaderChanges', trialOf([LED])).value).toBe(0);
    expect(read('leaderChanges', trialOf([])).value).toBeNull();
  });
});

describe('what clients get', () => {
  it('is counted and timed: a write needs four ways, a stale read two', () => {
    const writes = [600, 700, 800].map((at) => [at, ask(1, count, 1)] as const);
    const script = [LED, ...writes, [850, ask(2, look, 1)]] as const;
    expect(read('operationRate', trialOf(script, SECOND)).value).toBe(8);
    expect(read('writeLatency', trialOf(script, SECOND)).value).toBeCloseTo(40, 1);
    expect(read('readRate', trialOf(script, SECOND)).value).toBeCloseTo(50, 1);
  });

  it('is stale by as much time as has passed since the newer value was there', () => {
    const script = [
      LED,
      [600, ask(1, count, 1)],
      [695, { type: 'isolate', server: 3 }],
      // Answered at 740.
      [700, ask(1, count, 1)],
    ] as const;
    const behind = read('staleness', trialOf([...script, [800, ask(2, look, 3)]], SECOND, 20));
    expect(behind.value).toBeCloseTo(60, 1);
    expect(behind.at).toBe(800 * MILLISECOND);
    expect(read('staleness', trialOf([...script, [800, ask(2, look, 1)]], SECOND, 20)).value).toBe(0);
  });

  it('is unknown when nobody asks', () => {
    for (const id of ['writeLatency', 'readRate', 'staleness'] as const)
      expect(read(id, trialOf([LED], SECOND)).value).toBeNull();
  });
});

describe('recovery', () => {
  it('takes until the server that came back has committed all that the leader has', () => {
    const trial = trialOf([LED, [100, crash(3)], [200, ask(1, count, 1)], [1000, { type: 'restart', server: 3 }]]);
    const { value, at } = read('recovery', trial);
    expect(at).toBe(SECOND);
    const end = at + Math.round((value ?? 0) * MILLISECOND);
    const committed = (time: number): number => simulate(trial.run, time).hosts[2].server.commitIndex;
    expect([committed(end - 1), committed(end)]).toEqual([0, 1]);
  });

  it('is unknown without a restart', () => {
    expect(read('recovery', trialOf([LED])).value).toBeNull();
  });
});
