import { describe, expect, test } from 'vitest';
import { createRun, defaultConfig } from '../sim';
import { expectGolden } from '../testing/golden';
import { createTrace, extend, type Frame, frameAt } from '../trace';
import { wallsOf } from './partition';
import { layoutStage } from './stage-layout';
import { crowdPath, type MessageMark, messageMarks, stageLinks } from './stage-scene';

const CALM = { rate: 1 / 20, reducedMotion: false };

/** S3 stands for election at 20 ms; S4 and S5 are cut off at 30 ms, while requests and votes are under way. */
function election(): (ms: number) => Frame {
  const trace = createTrace({
    ...createRun(3, defaultConfig(5)),
    actions: [
      { at: 20_000, action: { type: 'expireTimer', server: 3 } },
      { at: 30_000, action: { type: 'partition', groups: [[4, 5]] } },
    ],
  });
  extend(trace, 500_000);
  return (ms) => frameAt(trace, ms * 1000);
}

function marksAt(frame: Frame, options = CALM): MessageMark[] {
  const layout = layoutStage(5, { width: 632, height: 364 });
  return messageMarks(frame, stageLinks(layout, wallsOf(frame.network, layout)), options);
}

function print(mark: MessageMark): string {
  const { message, glyph, state, x, y, degrees, cross } = mark;
  const lost = cross === null ? '' : ` cross ${cross.x},${cross.y}`;
  return `S${message.from}→S${message.to} ${glyph.kind} ${state} at ${x},${y} ${degrees}°${lost}`;
}

describe('messages on the stage', () => {
  test('an election and a cut, moment by moment', () => {
    const at = election();
    const text = [24, 29, 31, 34, 38, 44, 50].flatMap((ms) => [
      `${ms} ms`,
      ...marksAt(at(ms)).map((m) => `  ${print(m)}`),
    ]);
    expectGolden('stage-scene', text.join('\n'));
  });

  test('a message that a cut will take shows it before, and leaves a cross for 45 ms', () => {
    const at = election();
    let doomedAt = 0;
    for (let ms = 300; ms < 420 && doomedAt === 0; ms += 0.25) {
      if (marksAt(at(ms)).some(({ state }) => state === 'doomed')) doomedAt = ms;
    }
    expect(doomedAt).toBeGreaterThan(0);
    const doomed = marksAt(at(doomedAt)).find(({ state }) => state === 'doomed');
    expect(doomed?.cross).not.toBeNull();
    const later = (ms: number) => marksAt(at(doomedAt + ms)).find(({ key }) => key === doomed?.key);
    expect(later(20)?.state).toBe('lost');
    expect(later(75)).toBeUndefined();
  });

  test('a frame gives the same marks however it was reached', () => {
    const [one, other] = [election(), election()];
    other(400);
    other(10);
    expect(marksAt(other(34))).toEqual(marksAt(one(34)));
  });

  test('at speed heartbeats and their answers are wakes only', () => {
    const at = election();
    for (let ms = 60; ms < 300; ms += 5) {
      const marks = marksAt(at(ms), { rate: 1, reducedMotion: false });
      for (const { state, glyph } of marks) {
        if (glyph.kind === 'heartbeat' || glyph.kind === 'success') expect(state).toBe('wake');
      }
    }
  });

  test('with reduced motion every message stands still on its way', () => {
    const at = election();
    const still = { rate: 1 / 20, reducedMotion: true };
    const place = (ms: number) => marksAt(at(ms), still).find(({ glyph }) => glyph.kind === 'vote');
    expect(place(24)).toMatchObject({ x: place(26)?.x, y: place(26)?.y, wake: '' });
  });

  test('in a crowd a message is its outline, in its place', () => {
    const [mark] = marksAt(election()(24));
    const tip =
      crowdPath(mark)
        .match(/L([-\d.]+) ([-\d.]+)/g)?.[1]
        ?.slice(1)
        .split(' ')
        .map(Number) ?? [];
    expect(Math.hypot(tip[0] - mark.x, tip[1] - mark.y)).toBeCloseTo(mark.glyph.length / 2, 0);
  });

  test('a crowd loses its dots first and its wakes next', () => {
    const frame = election()(24);
    const crowd = (count: number): Frame => ({
      ...frame,
      messages: Array.from({ length: count }, (_, i) => ({
        ...frame.messages[i % frame.messages.length],
        key: 1000 + i,
      })),
    });
    expect(marksAt(crowd(20)).every(({ wake, ahead }) => wake !== '' && ahead !== '')).toBe(true);
    expect(marksAt(crowd(80)).every(({ wake, ahead }) => wake !== '' && ahead === '')).toBe(true);
    expect(marksAt(crowd(200)).every(({ wake, ahead }) => wake === '' && ahead === '')).toBe(true);
  });
});
