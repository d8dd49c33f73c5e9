import { expect, test } from 'vitest';
import { createRun, defaultConfig, MILLISECOND, record } from '../sim';
import { explain } from './explain';
import { createTrace, transitionsBetween } from './history';
import { headline, headlineAt, topicOf } from './topics';

const MS = MILLISECOND;
const config = { ...defaultConfig(5), clients: { ...defaultConfig(5).clients, interval: 100 * MS } };
const trace = createTrace(record(createRun(7, config), 900 * MS, { type: 'crash', server: 1 }));
const all = transitionsBetween(trace, 0, 1500 * MS);
const won = all.find((transition) => topicOf(transition) === 'winElection');

test('heartbeats, their answers and disks are never what just happened', () => {
  const trivial = all.filter((transition) =>
    ['heartbeat', 'acceptHeartbeat', 'ignoreStaleResponse', 'diskWrite', 'wait'].includes(topicOf(transition)),
  );
  expect(trivial.length).toBeGreaterThan(20);
  expect(headline(trivial)).toBeNull();
  expect(headline([])).toBeNull();
});

test('a new leader stays what just happened while its first entries travel', () => {
  const at = won?.at ?? 0;
  for (const later of [0, 20, 60, 100]) expect(headlineAt(trace, at + later * MS)).toBe(won);
});

test('an action is what just happened, at once', () => {
  expect(headlineAt(trace, 900 * MS)?.action).toMatchObject({ type: 'crash', server: 1 });
});

test('the headline is what was decided at its time, however much one looks back', () => {
  for (let time = 50 * MS; time < 1500 * MS; time += 37 * MS) {
    const near = headline(transitionsBetween(trace, time - 500 * MS, time));
    if (near !== null) expect(headlineAt(trace, time)).toBe(near);
    expect(headlineAt(trace, time)?.at ?? 0).toBeLessThanOrEqual(time);
  }
});

test('with a server selected only what concerns it counts', () => {
  for (let id = 1; id <= 5; id++) {
    const found = headlineAt(trace, 700 * MS, id);
    if (found === null) continue;
    const packet = found.flight?.packet;
    expect(found.server === id || packet?.from === id || packet?.to === id).toBe(true);
  }
});

test('what the selected server did itself hides for a while what others did about it', () => {
  const leader = won?.server ?? 0;
  const candidate = leader === 2 ? 3 : 2;
  const contested = createTrace(record(createRun(7, config), 700 * MS, { type: 'expireTimer', server: candidate }));
  const later = transitionsBetween(contested, 700 * MS, 800 * MS);
  const topics = (server: number) => later.filter((one) => one.server === server).map(topicOf);
  // The old leader gives up because of the candidate, which matters more to the cluster.
  expect(topics(candidate)).toContain('beginElection');
  const fall = later.find((one) => topicOf(one) === 'leaderStepsDown');
  if (fall === undefined) throw new Error('the leader stays');
  expect(headlineAt(contested, fall.at)).toBe(fall);
  expect(headlineAt(contested, fall.at, leader)).toBe(fall);
  for (let time = 710 * MS; time <= 1000 * MS; time += 10 * MS) {
    expect(headlineAt(contested, time, candidate)?.server).toBe(candidate);
  }
});

test('what others did is told only where the server did nothing of note shortly before', () => {
  let own = 0;
  for (let time = 100 * MS; time < 1500 * MS; time += 13 * MS) {
    for (let id = 1; id <= 5; id++) {
      const found = headlineAt(trace, time, id);
      if (found === null) continue;
      if (found.server === id) own++;
      const before = transitionsBetween(trace, found.at - 300 * MS, time).filter(({ server }) => server === id);
      expect(found.server === id || headline(before) === null).toBe(true);
    }
  }
  expect(own).toBeGreaterThan(100);
});

test('an election is explained by its timer, its beginning and the votes that counted', () => {
  if (won === undefined) throw new Error('nobody won');
  const { facts, steps, section } = explain(trace, won);
  expect(steps.map(({ topic }) => topic)).toEqual([
    'electionTimer',
    'beginElection',
    'grantVote',
    'grantVote',
    'winElection',
  ]);
  expect(facts).toMatchObject({ server: won.server, count: 3, majority: 3, servers: 5, term: 1 });
  expect(facts.members).toContain(won.server);
  expect(section).toContain('§5.2');
  for (const { topic, facts: voter } of steps) if (topic === 'grantVote') expect(facts.members).toContain(voter.server);
});

test('a commit is explained by its entry and the copies that counted', () => {
  const commit = all.filter((transition) => topicOf(transition) === 'commitByCounting').at(3);
  if (commit === undefined) throw new Error('nothing was committed');
  const { facts, steps } = explain(trace, commit);
  expect(facts.count).toBeGreaterThanOrEqual(facts.majority);
  expect(steps.map(({ topic }) => topic)).toContain('appendEntries');
  expect(steps.at(-1)?.topic).toBe('commitByCounting');
});
