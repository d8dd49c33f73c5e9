import { describe, expect, it } from 'vitest';
import { findViolations } from '../invariants';
import { defaultOptions } from '../raft';
import { SECOND, simulate } from '../sim';
import { calmRun, chaosRun, complete, lengthOf, shrinkAll, tryRun, tryRuns } from '.';

const LENGTH = 20 * SECOND;

describe('chaos', () => {
  it('is the same for the same seed and differs for others', () => {
    expect(chaosRun(5, 5, LENGTH)).toEqual(chaosRun(5, 5, LENGTH));
    expect(chaosRun(5, 5, LENGTH)).not.toEqual(chaosRun(6, 5, LENGTH));
  });

  it('does everything that it promises to do', () => {
    const types = new Set<string>();
    for (let seed = 0; seed < 6; seed++) {
      for (const { action } of chaosRun(seed, 5, 60 * SECOND, defaultOptions(), true).actions) types.add(action.type);
    }
    const promised = ['crash', 'restart', 'pause', 'resume', 'partition', 'heal', 'isolate', 'rejoin', 'cut', 'repair'];
    for (const type of [...promised, 'setNetwork', 'hold', 'release', 'expireTimer']) expect(types).toContain(type);
    expect(chaosRun(0, 5, 60 * SECOND).actions.some(({ action }) => action.type === 'expireTimer')).toBe(false);
  });

  it('lets clients get answers all the same', () => {
    const cluster = simulate(chaosRun(3, 5, 60 * SECOND), 60 * SECOND);
    expect(Math.max(...cluster.hosts.map(({ server }) => server.commitIndex))).toBeGreaterThan(50);
  });

  it('in calm, one leader is elected once', () => {
    const cluster = simulate(calmRun(3, 5), 60 * SECOND);
    expect(cluster.hosts.map(({ server }) => server.currentTerm)).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('the hunt', () => {
  const options = { ...defaultOptions(), off: ['voteTwice'] as const };

  it('finds nothing in real Raft', () => {
    expect(tryRun(1, 5, LENGTH, defaultOptions())).toBeNull();
  });

  it('finds a planted fault, and shrinks the run to few actions that still break the same property', () => {
    const { runs, finding } = complete(tryRuns, { seed: 0, runs: 5, servers: 5, length: LENGTH, options, wide: false });
    expect(runs).toBe(1);
    expect(finding?.violation.property).toBe('electionSafety');
    if (finding === null) return;
    const { best } = complete(shrinkAll, [finding]);
    expect(lengthOf(best)).toBeLessThan(10);
    expect(findViolations(best.run, best.violation.at)).toEqual([best.violation]);
  });

  it('says how far it is', () => {
    const steps = tryRuns({ seed: 1, runs: 2, servers: 3, length: SECOND, options: defaultOptions(), wide: true });
    expect([...steps]).toEqual([1, 2]);
  });
});
