import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Action, simulate } from '../sim';
import { ACTIVE, runArbitrary, timeArbitrary } from '../testing/arbitrary';
import { type ActionsAt, calmRun, ms } from '../testing/world';
import { clusterAt, createTrace, extend } from './history';

function calm(actions: ActionsAt, until: number) {
  const trace = createTrace(calmRun({ actions }));
  extend(trace, ms(until));
  return trace;
}

const marksOf = (actions: ActionsAt, until = 60) =>
  calm(actions, until).marks.map(({ type, at, server, term }) => [type, at, server, term]);

describe('spans', () => {
  test('say what each server was, over all of the past', () => {
    fc.assert(
      fc.property(runArbitrary, fc.array(timeArbitrary, { maxLength: 6 }), (run, times) => {
        const trace = createTrace(run);
        extend(trace, ACTIVE + ms(500));
        for (const time of times) {
          for (const { id, status, server } of clusterAt(trace, time).hosts) {
            const span = trace.spans[id - 1].find(({ from, to }) => from <= time && time < to);
            expect(span).toMatchObject({ server: id, status, role: server.role, term: server.currentTerm });
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('follow one another without a gap, and no two alike', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        const trace = createTrace(run);
        extend(trace, ACTIVE);
        for (const spans of trace.spans) {
          expect(spans[0].from > 0).toBe(spans[0].server > trace.run.config.servers);
          expect(spans.at(-1)?.to).toBe(Number.POSITIVE_INFINITY);
          for (const [i, { from, to, status, role, term }] of spans.slice(1).entries()) {
            const before = spans[i];
            expect([before.to, from < to]).toEqual([from, true]);
            expect([before.status, before.role, before.term]).not.toEqual([status, role, term]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('of a crash that comes with a change of role are one', () => {
    const spans = calm([[40, { type: 'crash', server: 1 }]], 50).spans[0];

    expect(spans.map(({ status, role, term, from }) => [status, role, term, from])).toEqual([
      ['up', 'follower', 0, 0],
      ['up', 'candidate', 1, 1001],
      ['up', 'leader', 1, 21_002],
      ['crashed', 'follower', 1, 40_000],
    ]);
  });
});

describe('marks', () => {
  test('show elections and leaders', () => {
    expect(marksOf([])).toEqual([
      ['election', 1001, 1, 1],
      ['leader', 21_002, 1, 1],
    ]);
  });

  test('are in the order of time, one for each leader of the run', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        const trace = createTrace(run);
        extend(trace, ACTIVE);
        let leaders = 0;
        simulate(run, ACTIVE, ({ before, after }) => {
          if (before?.role !== 'leader' && after?.role === 'leader') leaders++;
        });
        const times = trace.marks.map(({ at }) => at);
        expect(times).toEqual(times.slice().sort((a, b) => a - b));
        expect(trace.marks.filter(({ type }) => type === 'leader')).toHaveLength(leaders);
      }),
      { numRuns: 40 },
    );
  });

  const shown: [Action, string, number | null][] = [
    [{ type: 'crash', server: 3 }, 'crash', 3],
    [{ type: 'pause', server: 3 }, 'pause', 3],
    [{ type: 'isolate', server: 3 }, 'cut', 3],
    [{ type: 'partition', groups: [[1, 2]] }, 'cut', null],
    [{ type: 'cut', from: 1, to: 2 }, 'cut', null],
    [{ type: 'hold', from: 1, to: 2 }, 'cut', null],
    [{ type: 'heal' }, 'heal', null],
    [{ type: 'release', from: 1, to: 2 }, 'heal', null],
    [{ type: 'drop', message: 1 }, 'message', null],
    [{ type: 'clientRequest', client: 1, operation: { type: 'get', key: 'x' }, to: null }, 'request', null],
  ];

  test.each(shown)('show what the reader did: %j', (action, type, server) => {
    expect(
      marksOf([[30, action]], 31)
        .at(-1)
        ?.slice(0, 3),
    ).toEqual([type, 30_000, server]);
  });

  test('show the end of a crash and of a pause', () => {
    const actions: ActionsAt = [
      [30, { type: 'crash', server: 3 }],
      [31, { type: 'pause', server: 4 }],
      [32, { type: 'restart', server: 3 }],
      [33, { type: 'resume', server: 4 }],
    ];
    expect(
      marksOf(actions, 40)
        .map(([type]) => type)
        .slice(2),
    ).toEqual(['crash', 'pause', 'restart', 'resume']);
  });

  test('show no change of status where there was none', () => {
    const actions: ActionsAt = [
      [30, { type: 'restart', server: 3 }],
      [31, { type: 'resume', server: 3 }],
      [32, { type: 'crash', server: 4 }],
      [33, { type: 'crash', server: 4 }],
      [34, { type: 'pause', server: 4 }],
    ];
    expect(
      marksOf(actions, 40)
        .map(([type]) => type)
        .slice(2),
    ).toEqual(['crash']);
  });

  test('show no settings', () => {
    const setting: Action = { type: 'setDisk', server: 3, latency: { min: 1, max: 2 } };

    expect(marksOf([[30, setting]], 40)).toHaveLength(2);
  });
});
