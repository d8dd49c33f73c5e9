import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw, drawBetween } from '../base';
import { decodeRun } from '../share';
import { type Action, createRun, defaultConfig, type Run } from '../sim';
import { fakePage } from './fake-page';
import { RATES } from './state';
import type { AppStore } from './store';

const HOUR = 3_600_000_000;
/** Heartbeats are rare, so that hours of bursts are soon simulated; within a burst it is as busy as ever. */
const run: Run = createRun(3_141_592_653, {
  ...defaultConfig(5),
  timing: { electionMin: 240_000_000, electionMax: 480_000_000, heartbeat: 80_000_000 },
});

/** What a reader may want next, some of which makes no sense then. */
function wish(store: AppStore, pick: (low: number, high: number) => number): Action {
  const server = pick(1, 5);
  const other = (server % 5) + 1;
  const value = String(pick(0, 99));
  const flights = [...store.cluster().flights.map(({ key }) => key), 1];
  const message = flights[pick(0, flights.length - 1)];
  const all: Action[] = [
    { type: 'crash', server },
    { type: 'restart', server },
    { type: 'clientRequest', client: 1, operation: { type: 'put', key: 'x', value }, to: null },
    { type: 'clientRequest', client: 1, operation: { type: 'append', key: 'y', value }, to: server },
    { type: 'expireTimer', server },
    { type: 'pause', server },
    { type: 'resume', server },
    { type: 'isolate', server },
    { type: 'rejoin', server },
    { type: 'partition', groups: [[server, other].sort()] },
    { type: 'heal' },
    { type: 'cut', from: server, to: other },
    { type: 'repair', from: server, to: other },
    { type: 'hold', from: server, to: other },
    { type: 'release', from: server, to: other },
    { type: 'drop', message },
    { type: 'deliver', message },
  ];
  return all[pick(0, all.length - 1)];
}

/** A reader acts so many times within 28 hours: while it plays, while it stands at an odd instant, and right after an event. */
function visit(seed: number, acts: number): AppStore {
  let draws = 0;
  const pick = (low: number, high: number) => drawBetween(seed, 1, draws++, low, high);
  const { store, page } = fakePage();
  store.openRun(run, 0);
  const rates = RATES.filter((rate) => rate >= 1 / 50 && rate <= 1);
  for (let n = 0; n < acts; ) {
    const target = Math.max(store.time(), Math.floor(((n + draw(seed, 2, n) / 2 ** 32) * 28 * HOUR) / acts));
    store.seek(target);
    while (store.time() < target) page.pass(16);
    store.setRate(rates[pick(0, rates.length - 1)]);
    const how = pick(0, 2);
    if (how > 0) store.stepEvent(1);
    for (let i = pick(0, 4); i > 0 && how === 2; i--) store.stepEvent(1);
    if (how === 1) {
      store.play();
      for (let i = pick(1, 9); i > 0; i--) page.pass(pick(9, 17));
      if (pick(0, 1) === 0) store.pause();
    }
    for (let tries = 0; tries < 20; tries++) {
      if (!store.act(wish(store, pick)).ok) continue;
      n++;
      break;
    }
    store.pause();
  }
  return store;
}

test.each([
  [20, 400],
  [200, 1200],
])('a link with %i actions of a reader within 28 hours has at most %i characters', (acts, most) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
      const store = visit(seed, acts);
      const { actions } = store.getState().session.run;
      expect(actions).toHaveLength(acts);
      const address = store.address() ?? '';
      expect(address.length).toBeLessThanOrEqual(most);
      const opened = decodeRun(new URLSearchParams(address.slice(1)).get('run') ?? '');
      expect(opened).toEqual({ ok: true, value: store.getState().session.run });
    }),
    { numRuns: 2 },
  );
});
