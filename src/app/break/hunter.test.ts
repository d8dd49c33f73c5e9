import { expect, test } from 'vitest';
import { findViolations } from '../../invariants';
import { createPool, localPort, type Port } from '../../worker';
import { createHunter, type Hunter, type HuntState } from './hunter';

const makePool = () => createPool(1, localPort);

/** Time that moves on whenever it is looked at, so that every word is said. */
function impatientClock(): () => number {
  let time = 0;
  return () => {
    time += 200;
    return time;
  };
}

function until(hunter: Hunter, isIt: (state: HuntState) => boolean): Promise<HuntState> {
  return new Promise((resolve) => {
    const look = () => {
      if (isIt(hunter.state())) resolve(hunter.state());
    };
    hunter.subscribe(look);
    look();
  });
}

test('a hunt says how far it is, shrinks what it finds and ends with it', async () => {
  const hunter = createHunter(makePool, impatientClock());
  const phases = new Set<string>();
  hunter.subscribe(() => phases.add(hunter.state().phase));
  hunter.start(['noElectionRestriction'], 1);
  const end = await until(hunter, ({ phase }) => phase === 'found');
  expect([...phases]).toEqual(['hunting', 'shrinking', 'found']);
  if (end.phase !== 'found') return;
  const { run, violation } = end.finding;
  expect(findViolations(run, violation.at)).toEqual([violation]);
  expect(run.actions.length).toBeLessThan(10);
});

test('a pause holds the numbers, and going on moves them', async () => {
  const hunter = createHunter(makePool, impatientClock());
  hunter.start(['noPreVote'], 1);
  const moving = await until(hunter, (state) => state.phase === 'hunting' && state.moves > 0);
  hunter.pause();
  expect(hunter.state()).toMatchObject({ phase: 'paused' });
  const held = hunter.state();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(hunter.state()).toBe(held);
  hunter.resume();
  const moves = moving.phase === 'hunting' ? moving.moves : 0;
  await until(hunter, (state) => state.phase === 'hunting' && state.moves > moves);
  hunter.close();
});

test('a hunt that is given up says nothing more', async () => {
  const hunter = createHunter(makePool, impatientClock());
  hunter.start(['noPreVote'], 1);
  await until(hunter, (state) => state.phase === 'hunting' && state.moves > 0);
  hunter.cancel();
  expect(hunter.state()).toEqual({ phase: 'idle' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(hunter.state()).toEqual({ phase: 'idle' });
  hunter.close();
});

test('workers that cannot be had end the hunt with the reason', async () => {
  const hunter = createHunter(() =>
    createPool(1, (): Port => {
      throw new Error('no workers here');
    }),
  );
  hunter.start(['voteTwice'], 1);
  expect(await until(hunter, ({ phase }) => phase === 'failed')).toEqual({
    phase: 'failed',
    reason: 'no workers here',
  });
});
