import { describe, expect, it, test } from 'vitest';
import { findViolations } from '../invariants';
import type { RuleSwitch } from '../raft';
import { decodeRun, encodeRun } from '../share';
import { complete, type Explored, explore, type Finding, judge, lengthOf, shrinkAll } from '.';

/**
 * The rules without which a property breaks, and twice the length of the shortest schedule known, in which one exchange
 * of messages is a step.
 */
const KNOWN: readonly (readonly [RuleSwitch, number])[] = [
  ['voteTwice', 8],
  ['noElectionRestriction', 12],
  ['commitOldTerm', 26],
  ['noConsistencyCheck', 12],
  ['commitNoMin', 16],
  ['acceptStaleLeader', 12],
  ['quorumHalf', 8],
  ['noPersistVote', 10],
  ['noPersistTerm', 10],
  ['ackBeforeFsync', 14],
  ['sameTermClearsVote', 10],
  ['lengthOnly', 20],
  ['lastTermOnly', 16],
  ['noTruncate', 16],
  ['overTruncate', 14],
  ['countSentAsAcked', 10],
  ['countStaleReplies', 16],
  ['configJump', 16],
  ['configBeforeNoop', 24],
  ['configOverlap', 14],
  ['readLocal', 14],
  ['readNoNoop', 14],
  ['leaseDrift', 12],
  ['noDedup', 12],
];

/** Seeds that come to it soon, where the first does not. */
const SEEDS: Partial<Record<RuleSwitch, number>> = { commitOldTerm: 4, commitNoMin: 2 };

/** The findings of the first round that has any. */
function search(seed: number, off: readonly RuleSwitch[], rounds = 30): readonly Finding[] {
  for (let round = 0; round < rounds; round++) {
    const { findings } = complete(explore, { seed, off, round, moves: 20_000 });
    if (findings.length > 0) return findings;
  }
  return [];
}

test.each(KNOWN)(
  'without the rule behind %s a property is broken, in at most %i actions',
  (off, most) => {
    const findings = search(SEEDS[off] ?? 1, [off]);
    expect(findings.length).toBeGreaterThan(0);
    const { best } = complete(shrinkAll, findings);
    expect(lengthOf(best)).toBeLessThanOrEqual(most);
    // A link replays it, and with the rule in force nothing breaks.
    const link = decodeRun(encodeRun(best.run));
    expect(link.ok && findViolations(link.value, best.violation.at)).toEqual([best.violation]);
    const { config } = best.run;
    const sound = { ...best.run, config: { ...config, options: { ...config.options, off: [] } } };
    expect(judge(sound, 2 * best.violation.at)).toBeNull();
  },
  180_000,
);

describe('the guided search', () => {
  const task = { seed: 5, off: ['voteTwice'] as const, round: 0, moves: 2000 };

  it('is the same for the same seed, and differs for others', () => {
    expect([...explore(task)]).toEqual([...explore(task)]);
    expect(complete(explore, task)).not.toEqual(complete(explore, { ...task, seed: 6 }));
  });

  it.each(Array.from({ length: 6 }, (_, i) => i))('finds nothing in real Raft, whatever its style (%i)', (part) => {
    for (let round = part * 9; round < part * 9 + 9; round++) {
      expect(complete(explore, { seed: 3, off: [], round, moves: 1500 }).findings).toEqual([]);
    }
  });

  it('forces no timer that a lease counts on', () => {
    // The rounds of the style with leases, in a small world and in a larger one.
    for (const round of [35, 77]) {
      expect(complete(explore, { seed: 1, off: [], round, moves: 8000 }).findings).toEqual([]);
    }
  });

  it('says how far it is', () => {
    const words: Explored[] = [...explore({ ...task, off: [] })];
    expect(words.length).toBeGreaterThan(10);
    expect(words.map(({ moves }) => moves)).toEqual(words.map(({ moves }) => moves).toSorted((a, b) => a - b));
    expect(words.at(-1)?.places).toBeGreaterThan(words[0].places);
  });

  it('goes no further than it is allowed', () => {
    expect(complete(explore, { ...task, off: [], moves: 500 }).moves).toBeLessThan(505);
  });
});

describe('shrinking', () => {
  const findings = search(2, ['noElectionRestriction']);
  const { best } = complete(shrinkAll, findings);

  it('keeps the property and never lengthens', () => {
    for (const { best: shortest } of shrinkAll(findings)) {
      expect(lengthOf(shortest)).toBeLessThanOrEqual(Math.max(...findings.map(lengthOf)));
      expect(judge(shortest.run, shortest.violation.at)).toEqual(shortest);
    }
    expect(findings.map(({ violation }) => violation.property)).toContain(best.violation.property);
  });

  it('leaves no action that could be left out', () => {
    const { actions } = best.run;
    for (const action of actions) {
      const run = { ...best.run, actions: actions.filter((other) => other !== action) };
      expect(judge(run, 2 * best.violation.at)?.violation.property).not.toBe(best.violation.property);
    }
  });

  it('leaves nothing special in the configuration that is not needed', () => {
    expect(best.run.config.servers).toBe(3);
    expect(best.run.config.options.batchMax).toBe(8);
    expect(best.run.config.options.off).toEqual(['noElectionRestriction']);
  });

  it('leaves out rules that were off for nothing', () => {
    const [finding] = search(1, ['voteTwice', 'noTruncate']);
    const shortest = complete(shrinkAll, [finding]).best;
    expect(shortest.run.config.options.off).toHaveLength(1);
  });
});
