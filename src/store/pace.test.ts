import { expect, test } from 'vitest';
import { BRISK, createPace, EASY } from './pace';

/** So many beats, each with a frame after it that comes after so many milliseconds. */
function play(pace: ReturnType<typeof createPace>, beats: number, wait: number, start = 0) {
  let last = BRISK;
  for (let i = 0; i < beats; i++) {
    const now = start + i * 112;
    pace.frame(now, true);
    pace.beat();
    last = pace.frame(now + wait, true);
  }
  return last;
}

test('beats are brisk while the browser keeps up, and a single slow frame does not change that', () => {
  const pace = createPace();
  expect(play(pace, 20, 17)).toBe(BRISK);
  expect(play(pace, 1, 200)).toBe(BRISK);
});

test('beats that miss frames become fewer and smaller, and brisk again when the browser keeps up', () => {
  const pace = createPace();
  expect(play(pace, 20, 34)).toBe(EASY);
  expect(play(pace, 3, 17)).toBe(EASY);
  expect(play(pace, 20, 17)).toBe(BRISK);
});

test('frames that come late for another reason are not the fault of beats', () => {
  const pace = createPace();
  for (let now = 0; now < 10_000; now += 100) expect(pace.frame(now, true)).toBe(BRISK);
  pace.beat();
  // The reader paused: no frame was missed.
  expect(pace.frame(90_000, false)).toBe(BRISK);
});
