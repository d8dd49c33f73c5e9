/** Chains of causes and facts beyond Figure 2, in the runs that the words are read from. */
import { describe, expect, test } from 'vitest';
import type { RuleId } from '../raft';
import type { Action } from '../sim';
import { createTrace, type Explanation, explain, factsOf, type Topic, topicOf, transitionsBetween } from '../trace';
import { WORD_RUNS } from './word-runs';

const traces = new Map(
  WORD_RUNS.map(({ name, run, until }) => [name, { trace: createTrace(run), until: until * 1000 }]),
);

function find(name: string) {
  const found = traces.get(name);
  if (found === undefined) throw new Error(`There is no run called ${name}.`);
  return { trace: found.trace, all: transitionsBetween(found.trace, 0, found.until) };
}

/** The explanation of the first transition about a topic, or of the nth. */
function about(name: string, topic: Topic, n = 0): Explanation {
  const { trace, all } = find(name);
  const found = all.filter((transition) => topicOf(transition) === topic)[n];
  if (found === undefined) throw new Error(`${name} has nothing about ${topic}.`);
  return explain(trace, found);
}

const topicsOf = ({ steps }: Explanation): Topic[] => steps.map(({ topic }) => topic);
const actorsOf = ({ steps }: Explanation): number[] => steps.map(({ facts }) => facts.server);

describe('elections', () => {
  test('who stands by pre-votes tells who gave them', () => {
    const explanation = about('pre-votes', 'beginElection');
    expect(topicsOf(explanation)).toEqual([
      'electionTimer',
      'askPreVote',
      'grantPreVote',
      'grantPreVote',
      'beginElection',
    ]);
    expect(explanation.facts.because).toBe('preVotes');
  });

  test('a leader by handing over is told from the leader that wanted it', () => {
    const explanation = about('handing over', 'winElection', 1);
    expect(topicsOf(explanation)).toEqual([
      'beginTransfer',
      'sendTimeoutNow',
      'electAtOnce',
      'grantVote',
      'grantVote',
      'winElection',
    ]);
    expect(actorsOf(explanation).slice(0, 3)).toEqual([1, 1, 3]);
    expect(explanation.steps[0].facts).toMatchObject({ target: 3, because: '' });
  });

  test('priorities begin the handing over', () => {
    expect(topicsOf(about('priorities', 'electAtOnce'))).toEqual(['yieldToPriority', 'sendTimeoutNow', 'electAtOnce']);
    expect(about('priorities', 'yieldToPriority').facts).toMatchObject({ target: 3, priority: 2, ownPriority: 1 });
  });

  test('while joint, votes are counted in both halves', () => {
    const { facts } = about('election while joint', 'winElection', 1);
    expect(facts).toMatchObject({
      voters: [1, 2, 3],
      nextVoters: [1, 2, 4, 5],
      servers: 3,
      majority: 2,
      nextMajority: 3,
    });
    expect(facts.count).toBeGreaterThanOrEqual(2);
    expect(facts.nextCount).toBeGreaterThanOrEqual(3);
  });

  test('who votes is counted, not who is there', () => {
    const { facts } = about('joint', 'winElection');
    expect(facts).toMatchObject({ servers: 3, majority: 2, voters: [1, 2, 3], nextVoters: [] });
    expect(about('joint', 'beginElection').facts.others).toEqual([2, 3]);
  });
});

describe('a leader', () => {
  test('that lost the majority tells who answered last, and what cut it off', () => {
    const explanation = about('pre-votes', 'quorumLost');
    expect(explanation.facts.members).toEqual([1, 2]);
    expect(topicsOf(explanation)).toEqual(['lastAnswer', 'lastAnswer', 'lastAnswer', 'partition', 'quorumLost']);
    expect(new Set(explanation.steps.slice(0, 3).map(({ facts }) => facts.other))).toEqual(new Set([3, 4, 5]));
  });

  test('that gives a transfer up remembers to whom', () => {
    const explanation = about('handing over in vain', 'abandonTransfer');
    expect(explanation.facts.target).toBe(3);
    expect(topicsOf(explanation)).toEqual(['beginTransfer', 'abandonTransfer']);
  });

  test('that gives newcomers up remembers them', () => {
    const explanation = about('slow newcomer', 'giveUpCatchUp');
    expect(explanation.facts.newcomers).toEqual([4]);
    expect(topicsOf(explanation)).toEqual(['catchUp', 'giveUpCatchUp']);
    expect(about('slow newcomer', 'nextRound', 1).facts).toMatchObject({ newcomers: [4], round: 3 });
  });
});

describe('members', () => {
  test('the joint configuration is left by a commit of both majorities', () => {
    const explanation = about('joint', 'leaveJoint');
    const topics = topicsOf(explanation);
    expect(topics[0]).toBe('beginJoint');
    expect(topics.slice(1, -2).every((topic) => topic === 'appendEntries')).toBe(true);
    expect(topics.slice(-2)).toEqual(['commitByCounting', 'leaveJoint']);
    const { facts } = explanation.steps[topics.length - 2];
    expect(facts).toMatchObject({ servers: 3, majority: 2, nextMajority: 2, nextVoters: [3, 4, 5] });
    expect(Math.min(facts.count, facts.nextCount)).toBeGreaterThanOrEqual(2);
    expect(explanation.facts).toMatchObject({ voters: [3, 4, 5], nextVoters: [], oldVoters: [1, 2, 3] });
  });

  test('a leader leaves by the commit of a configuration without it', () => {
    const explanation = about('one server at a time', 'leaveCluster');
    expect(topicsOf(explanation)[0]).toBe('changeMember');
    expect(explanation.facts).toMatchObject({ server: 1, voters: [2, 3, 4], index: 4, broken: '' });
    expect(about('broken', 'leaveCluster').facts).toMatchObject({ voters: [2, 4, 5], broken: 'removeSelfEarly' });
  });

  test('only newcomers have caught up before a change', () => {
    expect(topicsOf(about('one server at a time', 'changeMember'))).toEqual(['catchUp', 'changeMember']);
    expect(topicsOf(about('one server at a time', 'changeMember', 1))).toEqual(['changeMember']);
  });

  test('a refused change has its ground', () => {
    expect(about('one server at a time', 'refuseSecondChange').facts).toMatchObject({
      because: 'catchUp',
      newcomers: [4],
    });
    expect(about('one server at a time', 'refuseEarlyChange').facts.term).toBe(1);
  });

  test('what was rolled back is named, and what counts again', () => {
    expect(about('rolled back', 'rollBackConfiguration').facts).toMatchObject({ index: 2, voters: [1, 2, 3, 4, 5] });
  });
});

describe('snapshots and reads', () => {
  test('a snapshot is told from where it was taken', () => {
    const explanation = about('snapshots', 'installSnapshot');
    expect(topicsOf(explanation)).toEqual(['takeSnapshot', 'sendSnapshot', 'installSnapshot']);
    expect(explanation.facts).toMatchObject({ server: 3, other: 1, from: 0, index: 6, broken: '' });
    expect(explanation.steps[1].facts).toMatchObject({ others: [3], index: 6 });
  });

  test('a read is told from its coming, by those who have heard from the leader since', () => {
    const explanation = about('reads', 'serveRead');
    expect(topicsOf(explanation)).toEqual(['beginRead', 'acceptHeartbeat', 'serveRead']);
    expect(explanation.facts).toMatchObject({ key: 'x', client: 1, count: 2, majority: 2 });
    expect(explanation.facts.members).toContain(1);
    expect(explanation.facts.members).toContain(explanation.steps[1].facts.server);
  });

  test('a read that nobody confirms is told as what it is', () => {
    expect(about('broken', 'answersUnchecked').facts).toMatchObject({ server: 1, client: 1, key: 'x' });
  });
});

describe('what is done from outside', () => {
  test('options say what changed', () => {
    expect(about('broken', 'setOptions').facts.changes).toEqual([
      { type: 'rule', rule: 'configJump', on: false },
      { type: 'rule', rule: 'readLocal', on: false },
      { type: 'rule', rule: 'removeSelfEarly', on: false },
      { type: 'flag', flag: 'preVote', on: true },
      { type: 'number', option: 'snapshotEvery', value: 20 },
    ]);
    expect(about('broken', 'setOptions', 1).facts.changes).toEqual([
      { type: 'rule', rule: 'configJump', on: true },
      { type: 'rule', rule: 'removeSelfEarly', on: true },
      { type: 'flag', flag: 'preVote', on: false },
      { type: 'number', option: 'snapshotEvery', value: 0 },
      { type: 'priorities', values: [1, 2] },
    ]);
  });

  test('what nothing comes of has its ground', () => {
    for (const type of ['changeMembers', 'transfer', 'compact'] as const satisfies Action['type'][]) {
      expect(about('broken', type).facts.because).toBe('notLeader');
    }
  });

  test('without the run nobody knows what options changed', () => {
    const { trace, all } = find('broken');
    const [set] = all.filter(({ action }) => action?.type === 'setOptions');
    expect(factsOf(set, 'setOptions', trace.head).changes).toEqual([]);
    expect(factsOf(set, 'setOptions', trace.head, trace.run).changes).toHaveLength(5);
  });
});

test('elections and commits name as many servers as they need, in both halves of a joint configuration', () => {
  let joint = 0;
  for (const { trace, until } of traces.values()) {
    for (const transition of transitionsBetween(trace, 0, until)) {
      const topic = topicOf(transition);
      if (topic !== 'winElection' && topic !== 'commitByCounting') continue;
      const { facts } = explain(trace, transition);
      expect(facts.count).toBeGreaterThanOrEqual(facts.majority);
      expect(facts.majority * 2).toBeGreaterThan(facts.voters.length);
      expect(facts.nextCount).toBeGreaterThanOrEqual(facts.nextMajority);
      if (facts.nextVoters.length > 0) joint++;
    }
  }
  expect(joint).toBeGreaterThan(0);
});

test('every rule beyond Figure 2 is what some step is about, or told by one that comes with it', () => {
  const told = new Set<Topic>();
  for (const { trace, until } of traces.values()) {
    for (const transition of transitionsBetween(trace, 0, until)) told.add(topicOf(transition));
  }
  const companions: RuleId[] = ['caughtUp', 'keepAfterSnapshot'];
  const beyond: RuleId[] = [
    ...(['stayQuiet', 'askPreVote', 'grantPreVote', 'refusePreVote', 'countPreVote', 'ignoreWhileLed'] as const),
    ...(['quorumLost', 'beginTransfer', 'sendTimeoutNow', 'electAtOnce', 'holdForTransfer'] as const),
    ...(['abandonTransfer', 'yieldToPriority', 'catchUp', 'nextRound', 'giveUpCatchUp', 'changeMember'] as const),
    ...(['beginJoint', 'leaveJoint', 'adoptConfiguration', 'rollBackConfiguration', 'leaveCluster'] as const),
    ...(['refuseSecondChange', 'refuseEarlyChange', 'takeSnapshot', 'sendSnapshot', 'installSnapshot'] as const),
    ...(['ignoreOldSnapshot', 'beginRead', 'readAwaitsOwnTerm', 'serveRead', 'readByLease', 'readStale'] as const),
  ];
  expect(beyond.filter((rule) => !told.has(rule))).toEqual([]);
  expect(companions.filter((rule) => told.has(rule))).toEqual([]);
});
