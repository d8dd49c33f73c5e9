import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectGolden } from '../testing/golden';
import { calmRun, ms, runOf } from '../testing/world';
import { createTrace, extend, type RoleSpan, type Trace } from '../trace';
import type { Axis } from './axis';
import { authorityOf, labelWidth, laneLabels, railsOf, spansWithin } from './timeline-lanes';
import { timelineLayout } from './timeline-layout';
import {
  createLineBook,
  lineSegment,
  type MessageLine,
  messagesBetween,
  nearestLine,
  readLines,
} from './timeline-lines';
import { commitMark, MARK_GAP, marksWithin, placeMarks, type TimeMark } from './timeline-marks';
import { countTransitions, faultTimes, termTape, transitionDensity } from './timeline-tape';
import { firstWindow, followTime, panWindow, scaleEnd, spanOfRate, zoomWindow } from './timeline-window';

const axis: Axis = { from: 0, to: ms(1300), left: 64, right: 1364 };

function traceOf(run: Trace['run'], until: number): Trace {
  const trace = createTrace(run);
  extend(trace, ms(until));
  return trace;
}

function linesOf(trace: Trace, upTo: number, from = 0): { ended: MessageLine[]; flying: MessageLine[] } {
  const book = createLineBook();
  const ended: MessageLine[] = [];
  for (const transition of messagesBetween(trace, from, upTo)) readLines(book, transition, (line) => ended.push(line));
  return { ended, flying: [...book.flying.values()] };
}

const put = (key: string, value: string, to: number | null = null) =>
  ({ type: 'clientRequest', client: 1, operation: { type: 'put', key, value }, to }) as const;

const twoLeaders = runOf({
  seed: 4,
  actions: [
    [1, { type: 'expireTimer', server: 1 }],
    [100, put('x', '1')],
    [300, { type: 'partition', groups: [[1, 2]] }],
    [500, put('x', '7', 1)],
    [800, { type: 'crash', server: 2 }],
    [900, { type: 'heal' }],
    [1000, { type: 'restart', server: 2 }],
  ],
});

describe('message lines', () => {
  test('go from sending to arrival', () => {
    const { ended, flying } = linesOf(traceOf(calmRun(), 15), ms(15));
    const row = ({ from, to, kind, positive, start, end, fate }: MessageLine) => [
      from,
      to,
      kind,
      positive,
      Math.round((end - start) / 1000),
      fate,
    ];
    expect(ended.map(row).sort()).toEqual([2, 3, 4, 5].map((to) => [1, to, 'vote', null, 10, 'arrived']));
    expect(flying.map(row).sort()).toEqual([2, 3, 4, 5].map((from) => [from, 1, 'vote', true, 10, 'flying']));
  });

  test('tell heartbeats and their answers from entries', () => {
    const { ended } = linesOf(traceOf(calmRun({ actions: [[100, put('x', '1')]] }), 200), ms(200));
    const kinds = new Set(ended.map(({ kind, response }) => `${kind} ${response}`));
    expect([...kinds].sort()).toEqual([
      'append false',
      'append true',
      'beat false',
      'beat true',
      'vote false',
      'vote true',
    ]);
  });

  test('of lost messages end where they are lost', () => {
    const { ended } = linesOf(traceOf(twoLeaders, 700), ms(700));
    const lost = ended.filter(({ fate }) => fate === 'lost');
    expect(lost.length).toBeGreaterThan(5);
    for (const line of lost) expect(line.reach).toBeCloseTo(0.38, 2);
  });

  test('that ended are the same, read in one go, in parts, or from the middle on', () => {
    const trace = traceOf(twoLeaders, 1300);
    const whole = linesOf(trace, ms(1300)).ended;
    fc.assert(
      fc.property(fc.array(fc.nat(ms(1300)), { maxLength: 6 }), (cuts) => {
        const book = createLineBook();
        const ended: MessageLine[] = [];
        let from = 0;
        for (const to of [...cuts.sort((a, b) => a - b), ms(1300)]) {
          for (const transition of messagesBetween(trace, from, to)) readLines(book, transition, (l) => ended.push(l));
          from = to;
        }
        expect(ended).toEqual(whole);
      }),
      { numRuns: 20 },
    );
    const keys = (lines: MessageLine[]) =>
      lines.filter(({ end, reach, start }) => start + (end - start) * reach > ms(601)).map(({ key }) => key);
    expect(keys(linesOf(trace, ms(1300), ms(600)).ended)).toEqual(keys(whole));
  });

  test('can be pointed at', () => {
    const lanes = [20, 60, 100, 140, 180];
    const { ended } = linesOf(traceOf(calmRun(), 40), ms(40));
    for (const line of ended.filter(({ to }) => to === 5)) {
      const { x1, y1, x2, y2 } = lineSegment(line, axis, lanes);
      const near = nearestLine(ended, axis, lanes, { x: x1 + (x2 - x1) * 0.8, y: y1 + (y2 - y1) * 0.8 });
      expect(near?.to).toBe(5);
    }
    expect(nearestLine(ended, axis, lanes, { x: 900, y: 90 })).toBeNull();
  });
});

describe('lanes', () => {
  const spans = fc
    .array(
      fc.record({
        gap: fc.integer({ min: 1000, max: 120_000 }),
        role: fc.constantFrom('follower', 'candidate', 'leader'),
        status: fc.constantFrom('up', 'up', 'up', 'paused', 'crashed'),
        term: fc.nat(120),
      }),
      { minLength: 1, maxLength: 40 },
    )
    .map((steps) => {
      let from = 0;
      return steps.map(({ gap, ...step }): RoleSpan => {
        const span = { server: 1, ...step, from, to: from + gap } as RoleSpan;
        from += gap;
        return span;
      });
    });

  test('are labelled without one label over another', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const labels = laneLabels(spansWithin(all, axis), axis);
        labels.forEach((label, i) => {
          if (i > 0) expect(label.x).toBeGreaterThanOrEqual(labels[i - 1].x + labelWidth(labels[i - 1]) - 1);
        });
      }),
    );
  });

  test('say at the left edge what was before, and every leader that has room', () => {
    const one = (authority: Partial<RoleSpan>, from: number, to: number): RoleSpan => ({
      server: 1,
      status: 'up',
      role: 'follower',
      term: 3,
      from: ms(from),
      to: ms(to),
      ...authority,
    });
    const all = [
      one({}, 0, 400),
      one({ role: 'candidate', term: 4 }, 400, 410),
      one({ role: 'leader', term: 4 }, 410, 9999),
    ];
    const labels = laneLabels(all, { ...axis, from: ms(200), to: ms(1500) });
    expect(labels.map(({ badge, term }) => [badge, term])).toEqual([
      [null, 3],
      ['leader', 4],
    ]);
    expect(all.map(authorityOf)).toEqual(['follower', 'candidate', 'leader']);
    expect(authorityOf(one({ status: 'crashed', role: 'leader' }, 0, 1))).toBe('crashed');
  });

  test('are parted by rails while the network is cut between them', () => {
    expect(railsOf(twoLeaders, ms(200))).toEqual([]);
    expect(railsOf(twoLeaders, ms(600))).toEqual([{ after: 2, from: ms(300), to: Number.POSITIVE_INFINITY }]);
    expect(railsOf(twoLeaders, ms(1300))).toEqual([{ after: 2, from: ms(300), to: ms(900) }]);
    const alone = runOf({
      actions: [
        [10, { type: 'isolate', server: 3 }],
        [50, { type: 'rejoin', server: 3 }],
      ],
    });
    expect(railsOf(alone, ms(99)).map(({ after, from, to }) => [after, from, to])).toEqual([
      [2, ms(10), ms(50)],
      [3, ms(10), ms(50)],
    ]);
  });
});

describe('marks', () => {
  const marks = fc.array(
    fc.record({
      kind: fc.constantFrom<TimeMark['kind']>('election', 'leader', 'commit', 'crash', 'cut', 'request'),
      at: fc.integer({ min: 0, max: ms(1300) }),
    }),
    { maxLength: 200 },
  );

  test('keep apart, and each one is shown or counted', () => {
    fc.assert(
      fc.property(marks, (some) => {
        const all = some.map((mark): TimeMark => ({ ...mark, server: 1, term: 1, from: 0, to: 0 }));
        const placed = placeMarks(all, axis);
        placed.forEach(({ x }, i) => {
          if (i > 0) expect(x - placed[i - 1].x).toBeGreaterThanOrEqual(MARK_GAP);
        });
        expect(placed.reduce((sum, { others }) => sum + 1 + others, 0)).toBe(all.length);
        if (all.some(({ kind }) => kind === 'leader'))
          expect(placed.some(({ mark }) => mark.kind === 'leader')).toBe(true);
      }),
    );
  });

  test('of a window lie in it', () => {
    const trace = traceOf(twoLeaders, 1300);
    const kinds = marksWithin(trace, { from: ms(250), to: ms(850) }).map(({ kind }) => kind);
    expect(kinds[0]).toBe('cut');
    expect(kinds).toContain('crash');
    expect(kinds).not.toContain('heal');
  });
});

describe('the strip of the whole run', () => {
  test('shows each term with its leader, higher terms over lower ones', () => {
    const trace = traceOf(twoLeaders, 1300);
    const bands = termTape(trace, ms(1300));
    bands.forEach((band, i) => {
      expect(band.to).toBeGreaterThan(band.from);
      if (i > 0) expect(band.from).toBeGreaterThanOrEqual(bands[i - 1].to);
      if (i > 0) expect(band.term).toBeGreaterThan(bands[i - 1].term);
    });
    expect(bands.length).toBeGreaterThan(1);
    expect(faultTimes(trace, ms(1300))).toEqual([ms(300), ms(800)]);
  });

  test('counts transitions about right without simulating', () => {
    const trace = traceOf(runOf({ clients: { count: 3, interval: ms(20) } }), 8000);
    expect(trace.keyframes.length).toBeGreaterThan(2);
    const exact = messagesBetween(trace, ms(2000), ms(6000)).length;
    expect(countTransitions(trace, { from: ms(2000), to: ms(6000) }) / exact).toBeCloseTo(1, 1);
    const dense = transitionDensity(trace, { from: ms(2000), to: ms(6000) });
    expect(dense.length).toBeGreaterThan(1);
    for (const { rate } of dense) expect(rate / (exact / 4)).toBeCloseTo(1, 0);
  });
});

describe('the window', () => {
  const windows = fc
    .tuple(fc.nat(ms(100_000)), fc.integer({ min: 10_000, max: ms(60_000) }))
    .map(([from, span]) => ({ from, to: from + span }));
  const times = fc.nat(ms(200_000));

  test('contains the play head after following it, and stays as long as it is', () => {
    fc.assert(
      fc.property(windows, times, times, (window, before, time) => {
        const next = followTime(window, before, time);
        expect(next.from).toBeGreaterThanOrEqual(0);
        expect(next.to - next.from).toBe(window.to - window.from);
        expect(next.from <= time && time <= next.to).toBe(true);
      }),
    );
  });

  test('stays where it is while the play head walks through it, and moves on in one step near the end', () => {
    const window = { from: 0, to: 1000 };
    expect(followTime(window, 100, 110)).toBe(window);
    expect(followTime(window, 900, 800)).toBe(window);
    expect(followTime(window, 100, 950)).toBe(window);
    expect(followTime(window, 845, 860)).toEqual({ from: 560, to: 1560 });
  });

  test('zooms about a time, which stays where it was', () => {
    fc.assert(
      fc.property(
        windows,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        (window, part, factor) => {
          const span = window.to - window.from;
          fc.pre(span * factor >= 10_000);
          const about = window.from + part * span;
          const next = zoomWindow(window, factor, about);
          expect(Math.abs((about - next.from) / (next.to - next.from) - part)).toBeLessThan(1e-3);
        },
      ),
    );
  });

  test('never begins before the run, and pans no further than the run goes', () => {
    expect(zoomWindow({ from: 0, to: 1_000_000 }, 3, 500_000).from).toBe(0);
    expect(panWindow({ from: 100, to: 1100 }, -500, 5000)).toEqual({ from: 0, to: 1000 });
    expect(panWindow({ from: 100, to: 1100 }, 9000, 5000)).toEqual({ from: 4700, to: 5700 });
  });

  test('suits the speed', () => {
    expect(spanOfRate(1 / 20)).toBe(ms(1300));
    expect(firstWindow(ms(200), ms(1300))).toEqual({ from: 0, to: ms(1300) });
    expect(firstWindow(ms(5000), ms(1000))).toEqual({ from: ms(4300), to: ms(5300) });
  });

  test('of the whole run grows in steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 1e12 }), (horizon) => {
        const end = scaleEnd(horizon, 1000);
        expect(end).toBeGreaterThanOrEqual(horizon - 1);
        expect(end).toBeLessThan(horizon * 1.41 + 1);
      }),
    );
  });
});

test('the layout keeps its order, however many servers and however little height', () => {
  fc.assert(
    fc.property(fc.integer({ min: 150, max: 500 }), fc.integer({ min: 3, max: 9 }), (height, servers) => {
      const layout = timelineLayout(1280, height, servers, false);
      const { lanes, marks, scrubber, ticks, tape, tapeHeight } = layout;
      const rows = [0, ...lanes, marks ?? 0, scrubber, ticks, tape + tapeHeight, height];
      rows.forEach((y, i) => {
        if (i > 0) expect(y).toBeGreaterThan(rows[i - 1]);
      });
      expect((marks ?? 0) - lanes[servers - 1]).toBeGreaterThanOrEqual(14);
    }),
  );
  expect(timelineLayout(390, 64, 5, true)).toMatchObject({ lanes: [], marks: null });
});

test('golden: two leaders', () => {
  const trace = traceOf(twoLeaders, 1300);
  const at = (time: number) => (time === Number.POSITIVE_INFINITY ? '…' : (time / 1000).toFixed(1));
  const text: string[] = [
    '# S1 leads, is cut off with S2, and another leader follows; S2 crashes, the cut heals.',
    '',
    'lanes',
  ];
  trace.spans.forEach((spans, i) => {
    const stretches = spansWithin(spans, axis).map((span) => `${at(span.from)} ${authorityOf(span)} ${span.term}`);
    text.push(`  S${i + 1}: ${stretches.join(', ')}`);
    const labels = laneLabels(spansWithin(spans, axis), axis);
    text.push(`      ${labels.map(({ x, badge, term }) => `${Math.round(x)} ${badge ?? ''}${term ?? ''}`).join(', ')}`);
  });
  text.push(
    '',
    'rails',
    ...railsOf(trace.run, ms(1300)).map(({ after, from, to }) => `  S${after}|S${after + 1} ${at(from)} to ${at(to)}`),
  );
  const commits = messagesBetween(trace, 0, ms(1300))
    .map(commitMark)
    .filter((mark) => mark !== null);
  const marks = placeMarks([...marksWithin(trace, axis), ...commits], axis);
  text.push(
    '',
    'marks',
    ...marks.map(({ mark, others }) => `  ${at(mark.at)} ${mark.kind} ${mark.server ?? ''} +${others}`),
  );
  text.push(
    '',
    'terms',
    ...termTape(trace, ms(1300)).map(({ from, to, term }) => `  ${term}: ${at(from)} to ${at(to)}`),
  );
  text.push('', 'messages but answers to heartbeats');
  for (const line of linesOf(trace, ms(1300)).ended) {
    if (line.kind === 'beat' && line.response) continue;
    const what = `${line.kind}${line.entries > 0 ? ` ×${line.entries}` : ''}${line.response ? (line.positive ? ' yes' : ' no') : ''}`;
    const fate = line.fate === 'lost' ? ` lost at ${line.reach.toFixed(2)}` : '';
    text.push(`  S${line.from}→S${line.to} ${at(line.start)} to ${at(line.end)} ${what}${fate}`);
  }
  expectGolden('timeline', text.join('\n'));
});
