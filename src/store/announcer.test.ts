import { expect, test } from 'vitest';
import { createRun, MILLISECOND, record } from '../sim';
import { createTrace, transitionsBetween } from '../trace';
import { ANNOUNCE_INTERVAL, createAnnouncer } from './announcer';

const MS = MILLISECOND;
const trace = createTrace(record(createRun(7), 400 * MS, { type: 'crash', server: 2 }));
const between = (after: number, upTo: number) => transitionsBetween(trace, after, upTo);

test('at most one announcement in a second and a half, and nothing is left out', () => {
  const announcer = createAnnouncer();
  const said: number[] = [];
  const crashed = new Set<number>();
  const leaders = new Set<number>();
  for (let now = 0; now < 20_000; now += 16) {
    const announcement = announcer.look(Math.floor(now * 50), 1, between, now);
    if (announcement === null) continue;
    said.push(now);
    for (const server of announcement.crashed) crashed.add(server);
    if (announcement.leader !== null) leaders.add(announcement.leader.server);
  }
  expect(said.length).toBeGreaterThan(2);
  for (let i = 1; i < said.length; i++) expect(said[i] - said[i - 1]).toBeGreaterThanOrEqual(ANNOUNCE_INTERVAL);
  expect([...crashed]).toEqual([2]);
  expect(leaders.size).toBeGreaterThan(0);
});

test('what was jumped over is not announced', () => {
  const announcer = createAnnouncer();
  announcer.look(0, 1, between, 0);
  expect(announcer.look(60_000 * MS, 1, between, 5000)).toBeNull();
  expect(announcer.look(100 * MS, 1, between, 10_000)).toBeNull();
  expect(announcer.look(900 * MS, 2, between, 15_000)).toBeNull();
});

test('an action is announced although it replaces the run', () => {
  const announcer = createAnnouncer();
  announcer.look(400 * MS, 1, between, 0);
  expect(announcer.look(400 * MS, 2, between, 5000)).toMatchObject({ crashed: [2] });
});
