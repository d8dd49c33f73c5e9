import { afterEach, expect, test } from 'vitest';
import { createRun } from '../sim';
import { fakePage } from '../store/fake-page';
import { createSync, digestOf, FOLLOW_READERS, followStore, type Sync, type SyncRole, type TimeShown } from '../sync';
import { channel } from '../sync/fake-channel';
import { audienceOf, isOn } from './audience';

const open: Sync[] = [];

afterEach(() => {
  for (const sync of open.splice(0)) sync.close();
});

function window(id: string, role: SyncRole, wire: ReturnType<typeof channel>) {
  const { store, page } = fakePage({ reduced: false });
  store.openRun(createRun(7), 100_000);
  const all = createSync({
    id,
    role,
    wire: wire.wire(id),
    readers: FOLLOW_READERS,
    digest: () => digestOf(store),
    now: () => page.now,
  });
  open.push(all);
  const audience = role === 'audience' ? audienceOf(all, () => page.now) : null;
  const following = followStore(store, audience?.sync ?? all, () => page.hidden);
  if (audience === null) all.set(following.shown());
  return { store, page, strays: () => audience?.hasStrayed() };
}

function hall() {
  const wire = channel();
  const lead = window('a', 'presenter', wire);
  const audience = window('b', 'audience', wire);
  wire.flow();
  const pass = (frames: number) => {
    for (let n = 0; n < frames; n++) {
      audience.page.pass(16);
      if (lead.page.hidden) lead.page.now += 16;
      else lead.page.pass(16);
      wire.flow();
    }
  };
  return { wire, lead, audience, pass };
}

test('goes on with what a lecturer out of sight has begun, who then is as far', () => {
  const { wire, lead, audience, pass } = hall();
  lead.page.setHidden(true);
  lead.store.play();
  wire.flow();
  const before = lead.store.time();
  pass(100);
  expect(lead.store.time()).toBeGreaterThan(before);
  const off = (audience.store.time() - lead.store.time()) / 1000 / lead.store.getState().playback.rate;
  expect(Math.abs(off)).toBeLessThan(100);
  lead.store.pause();
  wire.flow();
  expect(audience.store.time()).toBe(lead.store.time());
});

test('carries nobody along with what it does itself, until something is done elsewhere', () => {
  const { wire, lead, audience, pass } = hall();
  audience.store.play();
  pass(40);
  expect(audience.strays()).toBe(true);
  expect(lead.store.time()).toBe(100_000);
  expect(lead.store.getState().playback.playing).toBe(false);
  lead.page.setHidden(true);
  lead.store.play();
  wire.flow();
  expect(audience.strays()).toBe(false);
  // It looks back while it plays.
  pass(30);
  audience.store.seek(50_000);
  const told = lead.store.time();
  pass(40);
  expect(audience.strays()).toBe(true);
  expect(lead.store.time()).toBe(told);
  lead.store.seek(700_000);
  lead.store.pause();
  wire.flow();
  expect(audience.store.time()).toBe(700_000);
});

test('an instant goes on with another where as much time has passed as that takes', () => {
  const last: TimeShown = { time: 1_000_000, playing: true, rate: 0.5, auto: false };
  const after = (fields: Partial<TimeShown>) => isOn({ ...last, ...fields }, last, 100);
  expect(after({ time: 1_050_000 })).toBe(true);
  expect(after({ time: 2_000_000 })).toBe(false);
  expect(after({ time: 999_999 })).toBe(false);
  expect(after({ time: 1_050_000, rate: 1 })).toBe(false);
  expect(after({ time: 1_050_000, auto: true })).toBe(false);
  expect(isOn(last, { ...last, playing: false }, 100)).toBe(false);
  expect(isOn(last, undefined, 100)).toBe(false);
});
