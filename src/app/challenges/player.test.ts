import { describe, expect, it } from 'vitest';
import { findChallenge, pose, type Situation } from '../../challenges';
import type { AppStore } from '../../store';
import { fakePage } from '../../store/fake-page';
import { type ChallengePlayer, createChallengePlayer, paceOf } from './player';

let page: ReturnType<typeof fakePage>['page'];

/** Real time passes, a sixtieth of a second a frame. */
async function pass(milliseconds: number): Promise<void> {
  for (const end = page.now + milliseconds; page.now < end; ) page.pass(1000 / 60);
  await Promise.resolve();
}

async function situationOf(id: string, variant = 1): Promise<Situation> {
  const challenge = await findChallenge(id)?.load();
  if (challenge === undefined) throw new Error('the challenge has gone');
  return pose(challenge, variant);
}

let store: AppStore;
let player: ChallengePlayer;
let situation: Situation;

async function begin(id: string, variant = 1, reduced = false): Promise<void> {
  situation = await situationOf(id, variant);
  ({ page, store } = fakePage({ hash: '#servers=3&seed=1&t=1', reduced }));
  // The monitor comes with the next turn.
  await new Promise((done) => setTimeout(done));
  player = createChallengePlayer(store, situation);
}

describe('a challenge', () => {
  it('stands still, is locked, runs to what decides and stays there', async () => {
    await begin('short-log');
    expect([player.phase(), store.time()]).toEqual(['predict', situation.moment]);
    player.run();
    expect(player.phase()).toBe('predict');
    player.lock();
    player.unlock();
    player.lock();
    await pass(3000);
    expect([player.phase(), store.time()]).toEqual(['locked', situation.moment]);
    player.run();
    await pass(500);
    expect(player.phase()).toBe('running');
    expect(store.time()).toBeGreaterThan(situation.moment);
    expect(store.time()).toBeLessThan(situation.play.until);
    await pass(8000);
    expect([player.phase(), store.time()]).toEqual(['revealed', situation.play.until]);
    expect(store.getState().playback.playing).toBe(false);
  });

  it('arrives at once when it is asked again, and without motion', async () => {
    await begin('short-log');
    player.lock();
    player.run();
    player.run();
    expect([player.phase(), store.time()]).toEqual(['revealed', situation.play.until]);
    await begin('near-tie', 1, true);
    player.lock();
    player.run();
    expect([player.phase(), store.time()]).toEqual(['revealed', situation.play.until]);
  });

  it('shows the past, and of the future only what has been seen', async () => {
    await begin('short-log');
    player.look(100_000);
    expect(store.time()).toBe(100_000);
    player.look(situation.moment + 50_000);
    expect(store.time()).toBe(situation.moment);
    player.look(5);
    player.lock();
    player.run();
    expect(store.time()).toBe(situation.moment);
    player.run();
    player.look(situation.play.until - 10);
    expect(store.time()).toBe(situation.play.until - 10);
  });

  it('goes on to its end where a rule is off and a property breaks on the way', async () => {
    await begin('figure-8', 3);
    expect(situation.ask).toBe('off');
    player.lock();
    player.run();
    await pass(9000);
    expect([player.phase(), store.time()]).toEqual(['revealed', situation.play.until]);
  });

  it('plays how a choice comes about on a run of its own', async () => {
    await begin('possible-followers');
    player.lock();
    player.run();
    expect(player.stretch()).toBe(situation.play);
    player.run();
    const made = situation.parts[0].choices.flatMap((choice) => (choice.type === 'log' && choice.made) || []);
    player.watch(made.at(-1));
    await pass(9000);
    expect([player.phase(), store.time()]).toEqual(['revealed', made.at(-1)?.until]);
    expect(store.getState().session.run).toBe(made.at(-1)?.run);
  });

  it('ends with its page', async () => {
    await begin('short-log');
    player.lock();
    player.run();
    player.dispose();
    await pass(9000);
    expect(player.phase()).toBe('running');
    expect(store.getState().playback.playing).toBe(false);
  });
});

it('every stretch takes a second or a few, however long it is', () => {
  for (const length of [500, 20_000, 150_000, 10_000_000]) {
    const real = length / 1000 / paceOf(length);
    expect(real).toBeGreaterThanOrEqual(1499);
    expect(real).toBeLessThanOrEqual(7001);
  }
});
