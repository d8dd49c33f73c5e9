import { describe, expect, it } from 'vitest';
import { manyGroups, replication } from '../scenarios';
import { MILLISECOND } from '../sim';
import { factsAt, findStops, instantOf } from './find';
import {
  both,
  commits,
  cue,
  done,
  fires,
  hears,
  ms,
  once,
  returns,
  sends,
  stands,
  start,
  stores,
  wins,
} from './finders';
import type { Chapter, Cue } from './story';

const chapterOf = (...cues: Cue[]): Chapter => ({
  id: 'trial',
  logs: false,
  client: false,
  acts: [{ scenario: replication, cues }],
});

const anything = { holds: () => true };
const at = (chapter: Chapter, index = 0) => {
  const stops = findStops(chapter);
  if (!stops.ok) throw new Error(stops.error);
  return instantOf(chapter, stops.value[index]);
};
const timesOf = (chapter: Chapter) => {
  const stops = findStops(chapter);
  return stops.ok ? stops.value.map(({ time }) => time / MILLISECOND) : stops.error;
};

describe('a moment', () => {
  it('is the first that the finder takes after the one before', () => {
    const chapter = chapterOf(cue('begin', start, '§5', anything), cue('one', stands(1), '§5', anything));
    expect(timesOf(chapter)).toEqual([0, 20.001]);
    const twice = chapterOf(
      cue('one', fires('grantVote'), '§5', anything),
      cue('two', fires('grantVote'), '§5', anything),
    );
    expect(timesOf(twice)).toEqual([31.721, 32.458]);
  });

  it('lies midway when messages are to be seen, or so much earlier or later', () => {
    const midway = chapterOf(cue('ask', sends('RequestVote', 1), '§5', { ...anything, pause: 'midway' }));
    const [flight] = at(midway).flights('RequestVote', { from: 1, to: 2 });
    expect(at(midway).time).toBe(Math.round((flight.sentAt + flight.arrivesAt) / 2));
    expect(timesOf(chapterOf(cue('lead', wins(1), '§5', { ...anything, pause: ms(-10) })))).toEqual([38.749]);
    expect(timesOf(chapterOf(cue('lead', wins(1), '§5', { ...anything, pause: ms(2) })))).toEqual([50.749]);
  });

  it('that never comes, or not in its turn, is named', () => {
    expect(timesOf(chapterOf(cue('nobody', wins(2), '§5', anything)))).toBe('trial/nobody');
    const late = chapterOf(cue('lead', wins(1), '§5', anything), cue('stand', stands(1), '§5', anything));
    expect(timesOf(late)).toBe('trial/stand');
    const back = chapterOf(
      cue('lead', wins(1), '§5', anything),
      cue('early', stores(2, 1), '§5', { ...anything, pause: ms(-200) }),
    );
    expect(timesOf(back)).toBe('trial/early');
  });

  it('is found by what happens to logs, commits, clients and the whole cluster', () => {
    const found = (when: Cue['when']) => timesOf(chapterOf(cue('it', when, '§5', anything)));
    expect(found(stores(2, 3))).toEqual([221.825]);
    expect(found(commits(2, 1))).toEqual([233.01]);
    expect(found(commits(2))).toEqual([233.01]);
    expect(found(returns())).toEqual([245.552]);
    expect(found(returns('unknown'))).toBe('trial/it');
    expect(found(done('clientRequest'))).toEqual([150]);
    expect(found(done('crash', 1))).toBe('trial/it');
    expect(found(hears('ClientRequest', 5))).toEqual([167.727]);
    expect(found(both(fires('heartbeat'), sends('AppendEntries', 1, 3)))).toEqual([123.749]);
    expect(found(once(({ hosts }) => hosts.every(({ server }) => server.commitIndex >= 2)))).toEqual([293.504]);
  });
});

describe('an instant', () => {
  it('knows who leads, who votes for whom, who holds what', () => {
    const instant = at(chapterOf(cue('commit', commits(2, 1), '§5', anything)));
    expect([instant.leaders, instant.candidates, instant.crashed]).toEqual([[1], [], []]);
    expect([instant.term, instant.majority]).toEqual([1, 3]);
    expect(instant.voters(1)).toEqual([1, 2, 3, 4, 5]);
    expect(instant.holders(2, 1)).toEqual([1, 2, 3, 4, 5]);
    expect(instant.holders(2, 2)).toEqual([]);
    expect([instant.value(1, 'x'), instant.value(2, 'x')]).toEqual(['1', null]);
    expect(instant.client.pending).toHaveLength(1);
    expect(instant.isParted(1, 2)).toBe(false);
  });

  it('gives every caption the facts about its leader and its actor', () => {
    const commit = cue('commit', commits(2, 1), '§5', { ...anything, facts: () => ({ own: { text: 'x' } }) });
    expect(factsAt(commit, at(chapterOf(commit)))).toEqual({
      all: { count: 5 },
      majority: { count: 3 },
      term: { number: 1 },
      actor: { servers: [1] },
      actorTerm: { number: 1 },
      leader: { servers: [1] },
      leaderTerm: { number: 1 },
      last: { number: 2 },
      commit: { number: 2 },
      own: { text: 'x' },
    });
    const begin = cue('begin', start, '§5', anything);
    expect(Object.keys(factsAt(begin, at(chapterOf(begin))))).toEqual(['all', 'majority', 'term']);
  });
});

it('a moment of another group is looked for in that group, and any group can be asked there', () => {
  const lead = { ...cue('lead', wins(2), '§5.2', anything), group: 2 };
  const chapter: Chapter = {
    id: 'trial',
    logs: false,
    client: false,
    acts: [{ scenario: manyGroups, cues: [lead] }],
  };
  const instant = at(chapter);
  expect([instant.leaders, instant.groupCount, instant.transition.server]).toEqual([[2], 3, 2]);
  expect(instant.group(1).candidates).toEqual([1]);
  expect(instant.group(2).leaders).toEqual([2]);
  expect(timesOf({ ...chapter, acts: [{ scenario: manyGroups, cues: [{ ...lead, group: 1 }] }] })).toBe('trial/lead');
});
