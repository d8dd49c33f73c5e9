import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRun, defaultConfig, MILLISECOND, type Microseconds, type Run } from '../sim';
import { arbitraryRun } from '../testing/arbitrary-run';
import { createTrace, extend, transitionAfter, transitionBefore, transitionsBetween } from './history';
import { markAfter, markBefore } from './moments';
import { type Exchange, exchangeIn, phaseOf, stepRound, stepServer } from './stepping';
import type { Trace } from './trace';

const MS = MILLISECOND;
const config = defaultConfig();
const busy: Run = createRun(5, { ...config, clients: { ...config.clients, interval: 60 * MS } });

type Step = (trace: Trace, time: Microseconds, direction: -1 | 1) => { readonly at: Microseconds } | null;

const EXCHANGE: Exchange = { from: 1, to: 2 };

const STEPS: Record<string, Step> = {
  event: (trace, time, direction) => (direction > 0 ? transitionAfter(trace, time) : transitionBefore(trace, time)),
  mark: (trace, time, direction) => (direction > 0 ? markAfter(trace, time) : markBefore(trace, time)),
  server: (trace, time, direction) => stepServer(trace, time, direction, 2),
  round: (trace, time, direction) => stepRound(trace, time, direction, EXCHANGE),
};

/** The instants that steps in one direction lead to, in the order in which they are come to. */
function walk(trace: Trace, from: Microseconds, direction: -1 | 1, step: Step, most: number): Microseconds[] {
  const seen: Microseconds[] = [];
  for (let next = step(trace, from, direction); next !== null && seen.length < most; ) {
    // The play head goes there.
    extend(trace, next.at);
    seen.push(next.at);
    next = step(trace, next.at, direction);
  }
  return seen;
}

describe.each(Object.entries(STEPS))('steps by %s', (_name, step) => {
  test('lead back along the instants that they came by, in any run', () => {
    fc.assert(
      fc.property(arbitraryRun(), fc.integer({ min: 0, max: 600 * MS }), (run, from) => {
        const trace = createTrace(run);
        // Most of the way lies in what is known, the last of it may not.
        extend(trace, from + 500 * MS);
        const forth = walk(trace, from, 1, step, 8);
        const last = forth.at(-1);
        if (last === undefined) return;
        const back = walk(trace, last, -1, step, forth.length - 1);
        expect(back).toEqual(forth.slice(0, -1).reverse());
      }),
      { numRuns: 8 },
    );
  });

  test('do not make the trace longer than where they lead', () => {
    const trace = createTrace(busy);
    extend(trace, 200 * MS);
    const next = step(trace, 200 * MS, 1);
    expect(trace.horizon).toBeLessThanOrEqual(Math.max(200 * MS, next?.at ?? 0));
  });
});

test('steps of a server are all that happens at it', () => {
  const trace = createTrace(busy);
  const all = transitionsBetween(trace, 0, 900 * MS).filter(({ server }) => server === 2);
  const seen = walk(trace, 0, 1, STEPS.server, all.length);
  expect(seen).toEqual(all.map(({ at }) => at));
  expect(walk(trace, 900 * MS, -1, STEPS.server, 10_000).reverse()).toEqual(seen);
});

describe('rounds', () => {
  test('go from a request to its arrival and to the arrival of its answer', () => {
    const trace = createTrace(createRun(5));
    const leader = transitionsBetween(trace, 0, 600 * MS).find(({ after }) => after?.role === 'leader')?.server ?? 0;
    const exchange: Exchange = { from: leader, to: (leader % 5) + 1 };
    const phases = walk(trace, 700 * MS, 1, (t, at, d) => stepRound(t, at, d, exchange), 60).map((at) => {
      const [transition] = transitionsBetween(trace, at - 1, at);
      return phaseOf(transition, exchange);
    });
    expect(new Set(phases)).toEqual(new Set(['sent', 'arrived', 'answered']));
    // One after the other on this link: nothing is lost, and there is no pipelining.
    const first = phases.indexOf('sent');
    expect(phases.slice(first, first + 3)).toEqual(['sent', 'arrived', 'answered']);
  });

  test('end with the loss of a message', () => {
    const lossy: Run = { ...busy, config: { ...busy.config, network: { ...busy.config.network, loss: 300_000 } } };
    const trace = createTrace(lossy);
    const phases = transitionsBetween(trace, 0, 2000 * MS).flatMap((transition) => {
      const exchange = exchangeIn(transition, null);
      return exchange === null ? [] : [phaseOf(transition, exchange)];
    });
    expect(phases).toContain('lost');
  });

  test('are of the server that is asked for', () => {
    const trace = createTrace(busy);
    for (const transition of transitionsBetween(trace, 0, 800 * MS)) {
      const exchange = exchangeIn(transition, 3);
      if (exchange !== null) expect([exchange.from, exchange.to]).toContain(3);
    }
  });
});
