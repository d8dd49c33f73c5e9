import { describe, expect, it } from 'vitest';
import { xAt } from '../../scene';
import { findChapter, findStops, runOf, type Stop } from '../../stories';
import { axisOf, drawingOf, labelsOf, nearestStop, segmentsOf, traceOf } from './lines';

const entry = findChapter('leader-election');
if (entry === null) throw new Error('the chapter has gone');
const { chapter } = await entry.load();
const found = findStops(chapter);
const stops: readonly Stop[] = found.ok ? found.value : [];
const axis = axisOf(stops, 64, 1216);
const lanes = [10, 20, 30, 40, 50];

describe('the axis of a chapter', () => {
  it('holds all its stops, each where its time is', () => {
    for (const { time } of stops) {
      expect(xAt(axis, time)).toBeGreaterThanOrEqual(64);
      expect(xAt(axis, time)).toBeLessThanOrEqual(1216);
    }
  });

  it('a press finds the nearest stop', () => {
    for (const stop of stops) expect(nearestStop(stops, axis, xAt(axis, stop.time)).index).toBe(stop.index);
    expect(nearestStop(stops, axis, -50).index).toBe(0);
    expect(nearestStop(stops, axis, 5000).index).toBe(stops.length - 1);
  });
});

describe('segments', () => {
  const segments = segmentsOf(stops, axis);

  it('are the parts, from edge to edge, with gaps between them, and hold every stop once', () => {
    expect(segments.map(({ part }) => part)).toEqual(['timeout', 'votes', 'leader', 'crash']);
    expect([segments[0].from, segments.at(-1)?.to]).toEqual([64, 1216]);
    for (const [i, segment] of segments.entries()) {
      expect(segment.to).toBeGreaterThan(segment.from);
      expect(segment.first).toBe(i === 0 ? 0 : segments[i - 1].end);
      if (i > 0) expect(segment.from).toBeGreaterThan(segments[i - 1].to);
    }
    expect(segments.at(-1)?.end).toBe(stops.length);
  });

  it('labels never cover one another, and the current one is shown', () => {
    const texts = segments.map(() => 'a label that is rather long for a segment of so few pixels');
    for (const current of segments.keys()) {
      const labels = labelsOf(segments, texts, current, 1216);
      expect(labels[current].shown).toBe(true);
      const shown = labels.filter(({ shown }) => shown).map(({ x }) => x);
      for (const [i, x] of shown.entries()) if (i > 0) expect(x - shown[i - 1]).toBeGreaterThan(300);
    }
  });
});

describe('the drawing', () => {
  const { run } = runOf(chapter, 0);
  const drawing = drawingOf(traceOf(run, axis.to), axis, lanes);

  it('has a lane for each thing that a server can be in it, and a cross for the crash', () => {
    expect(Object.keys(drawing.lanes).sort()).toEqual(['candidate', 'crashed', 'follower', 'leader']);
    expect(drawing.crashes).toEqual([{ x: xAt(axis, 390_000), y: 40 }]);
    expect(drawing.rails).toBe('');
  });

  it('has lines for votes given and refused, entries, heartbeats and what was lost', () => {
    expect(Object.keys(drawing.lines).sort()).toEqual(['append', 'beat', 'lost', 'vote', 'vote is-no']);
  });
});
