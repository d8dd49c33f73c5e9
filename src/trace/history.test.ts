import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Action,
  type Cluster,
  digestCluster,
  type Microseconds,
  type Run,
  record,
  simulate,
  type Transition,
} from '../sim';
import { ACTIVE, actionArbitrary, runArbitrary, timeArbitrary } from '../testing/arbitrary';
import { calmRun, ms, runOf, textOf } from '../testing/world';
import {
  accompany,
  causes,
  clusterAt,
  companionAt,
  createTrace,
  digestAt,
  extend,
  fork,
  transitionAfter,
  transitionAt,
  transitionBefore,
  transitionOf,
  transitionsBetween,
} from './history';
import type { Companion, Trace } from './trace';

const END = ACTIVE + ms(500);
const some = { numRuns: 25 };
const times = fc.array(timeArbitrary, { minLength: 1, maxLength: 8 });

/** A trace with a keyframe after every few transitions, so that short runs have many. */
function traceOf(run: Run, until: Microseconds = END, interval = 25): Trace {
  const trace = createTrace(run);
  trace.interval = interval;
  extend(trace, until);
  return trace;
}

function transitionsOf(run: Run, until: Microseconds): Transition[] {
  const transitions: Transition[] = [];
  simulate(run, until, (transition) => transitions.push(transition));
  return transitions;
}

const digestOf = (run: Run, time: Microseconds) => digestCluster(simulate(run, time));

describe('seeking', () => {
  test('anywhere, in any order, equals playing there', () => {
    fc.assert(
      fc.property(runArbitrary, times, (run, seeks) => {
        const trace = traceOf(run);
        for (const time of seeks) expect(digestAt(trace, time)).toBe(digestOf(run, time));
        expect(digestAt(trace, END)).toBe(digestOf(run, END));
      }),
      some,
    );
  });

  test('beyond the horizon simulates on', () => {
    fc.assert(
      fc.property(runArbitrary, times, (run, seeks) => {
        const trace = traceOf(run, 0);
        for (const time of seeks) {
          expect(digestAt(trace, time)).toBe(digestOf(run, time));
          expect(trace.horizon).toBeGreaterThanOrEqual(time);
        }
      }),
      some,
    );
  });

  test('to the start gives the same before and after anything was simulated', () => {
    const run = runOf();
    const trace = createTrace(run);
    const before = digestAt(trace, 0);
    extend(trace, ms(1000));

    expect(digestAt(trace, 0)).toBe(before);
    expect(clusterAt(trace, 0).hosts.every(({ electionAt }) => electionAt < Number.POSITIVE_INFINITY)).toBe(true);
  });

  test('does not change what was simulated', () => {
    const trace = traceOf(runOf({ clients: { interval: ms(20) } }));
    const head = digestCluster(trace.head);
    const keyframes = trace.keyframes.map(digestCluster);

    for (const time of [ms(2000), ms(10), ms(2900), ms(1500), 0]) clusterAt(trace, time);

    expect(digestCluster(trace.head)).toBe(head);
    expect(trace.keyframes.map(digestCluster)).toEqual(keyframes);
  });
});

describe('transitions', () => {
  test('between two times are those that the simulation has', () => {
    fc.assert(
      fc.property(runArbitrary, timeArbitrary, timeArbitrary, (run, a, b) => {
        const [after, upTo] = [Math.min(a, b), Math.max(a, b)];
        const expected = transitionsOf(run, upTo).filter(({ at }) => at > after);
        expect(textOf(transitionsBetween(traceOf(run), after, upTo))).toBe(textOf(expected));
      }),
      some,
    );
  });

  test('from before the start on are all of them', () => {
    const run = runOf();

    expect(transitionsBetween(traceOf(run), -1000, END)).toHaveLength(transitionsOf(run, END).length);
  });

  test('at, before and after a time, and by number', () => {
    fc.assert(
      fc.property(runArbitrary, times, (run, seeks) => {
        const trace = traceOf(run);
        const all = transitionsOf(run, END);
        for (const time of seeks) {
          const last = all.findLast(({ at }) => at <= time);
          expect(transitionAt(trace, time)?.seq).toBe(last?.seq);
          expect(transitionBefore(trace, time)?.seq).toBe(all.findLast(({ at }) => at < time)?.seq);
          const next = all.find(({ at }) => at > time);
          if (next !== undefined) expect(transitionAfter(trace, time)?.seq).toBe(next.seq);
          if (last !== undefined) expect(textOf(transitionOf(trace, last.seq))).toBe(textOf(last));
        }
      }),
      some,
    );
  });

  test('after the horizon are simulated', () => {
    const trace = createTrace(runOf());

    const first = transitionAfter(trace, 0);

    expect(first).toMatchObject({ seq: 1, kind: 'electionTimeout' });
    expect(trace.horizon).toBe(first?.at);
  });

  test('after the end of everything are none', () => {
    const crashes = [1, 2, 3].map((server) => [server, { type: 'crash', server }] as const);
    const trace = traceOf(runOf({ servers: 3, actions: crashes }), ms(10));

    expect(transitionAfter(trace, ms(10))).toBeNull();
    expect(transitionAt(trace, ms(10))?.at).toBe(ms(3));
  });

  test('before the first are none', () => {
    const trace = traceOf(runOf());

    expect([transitionAt(trace, 0), transitionOf(trace, 0), transitionOf(trace, 1e9)]).toEqual([null, null, null]);
  });

  test('are caused by others, back to something from outside', () => {
    const trace = traceOf(calmRun(), ms(60), 4);
    const acknowledged = transitionsBetween(trace, ms(30), ms(60)).find(
      ({ flight }) => flight?.packet.type === 'AppendEntriesResponse',
    );

    const chain = causes(trace, acknowledged?.seq ?? 0);

    expect(chain.map(({ kind, flight }) => flight?.packet.type ?? kind)).toEqual([
      'AppendEntriesResponse',
      'AppendEntries',
      'RequestVoteResponse',
      'RequestVote',
      'electionTimeout',
      'action',
    ]);
    expect(causes(trace, acknowledged?.seq ?? 0, 2)).toHaveLength(2);
  });
});

describe('a fork', () => {
  const forkedRun = fc
    .tuple(runArbitrary, fc.integer({ min: 1, max: END }), actionArbitrary)
    .map(([run, time, action]) => [run, record(run, time, action), time] as const);

  test('is the trace of its run, in all that can be read from it', () => {
    fc.assert(
      fc.property(forkedRun, times, ([run, other], seeks) => {
        const forked = fork(traceOf(run), other);
        const fresh = traceOf(other);
        extend(forked, END);

        for (const time of [...seeks, END]) expect(digestAt(forked, time)).toBe(digestAt(fresh, time));
        expect(forked.marks).toEqual(fresh.marks);
        expect(forked.spans).toEqual(fresh.spans);
        expect(textOf(transitionsBetween(forked, 0, END))).toBe(textOf(transitionsBetween(fresh, 0, END)));
      }),
      some,
    );
  });

  test('leaves the trace from which it came as it was', () => {
    fc.assert(
      fc.property(forkedRun, ([run, other]) => {
        const trace = traceOf(run);
        const before = [digestAt(trace, END), textOf(trace.marks), textOf(trace.spans)];
        extend(fork(trace, other), END + ms(500));
        expect([digestAt(trace, END), textOf(trace.marks), textOf(trace.spans)]).toEqual(before);
      }),
      some,
    );
  });

  test('shares the keyframes of the common past, and has simulated up to where the runs differ', () => {
    const run = runOf({ clients: { interval: ms(20) } });
    const trace = traceOf(run);
    const crash: Action = { type: 'crash', server: 1 };

    const forked = fork(trace, record(run, ms(2000), crash));

    const common = trace.keyframes.filter(({ time }) => time < ms(2000));
    expect(common.length).toBeGreaterThan(10);
    expect(common.every((keyframe, i) => forked.keyframes[i] === keyframe)).toBe(true);
    expect(forked.horizon).toBe(ms(2000) - 1);
  });

  test('of a run with fewer actions goes back to where the first one is missing', () => {
    const run = runOf({
      actions: [
        [500, { type: 'crash', server: 1 }],
        [1000, { type: 'crash', server: 2 }],
      ],
    });

    const forked = fork(traceOf(run), { ...run, actions: run.actions.slice(0, 1) });

    expect(forked.horizon).toBe(ms(1000) - 1);
    expect(digestAt(forked, END)).toBe(digestOf({ ...run, actions: run.actions.slice(0, 1) }, END));
  });

  test('of an equal run keeps all', () => {
    const run = runOf({ actions: [[500, { type: 'crash', server: 1 }]] });
    const trace = traceOf(run);

    expect(fork(trace, structuredClone(run)).horizon).toBe(trace.horizon);
  });

  test.each([
    ['seed', { seed: 2 }],
    ['configuration', { config: runOf({ servers: 3 }).config }],
  ])('of a run with another %s begins anew', (_, other) => {
    const run = { ...runOf(), ...other };

    const forked = fork(traceOf(runOf()), run);

    expect(forked.horizon).toBe(0);
    expect(digestAt(forked, END)).toBe(digestOf(run, END));
  });
});

describe('thinning', () => {
  // A keyframe after each transition makes more of them than are kept.
  const run = runOf({ clients: { count: 3, interval: ms(5) }, servers: 3 });
  const until = ms(4000);
  const all = transitionsOf(run, until);

  test('of keyframes changes nothing that can be read', () => {
    const thinned = traceOf(run, until, 1);

    expect(all.length).toBeGreaterThan(3200);
    expect(thinned.keyframes.length).toBeLessThan(3000);
    expect(thinned.interval).toBe(2);
    for (const time of [ms(3990), ms(5), ms(2000), ms(1000), 0, ms(3500)]) {
      expect(digestAt(thinned, time)).toBe(digestOf(run, time));
    }
    expect(transitionsBetween(thinned, 0, until).map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq));
    for (const { seq, at } of all.filter((_, i) => i % 100 === 0)) {
      expect(transitionOf(thinned, seq)).toMatchObject({ seq, at });
      expect(transitionAt(thinned, at)?.seq).toBe(seq);
    }
  });

  test('forgets what was simulated again between the keyframes of before', () => {
    const trace = createTrace(run);
    trace.interval = 1;
    extend(trace, all[2998].at);

    const before = transitionsBetween(trace, 0, all[4].at).map(({ seq }) => seq);
    extend(trace, all[3001].at);

    expect(trace.interval).toBe(2);
    expect([before, transitionOf(trace, 5)?.seq]).toEqual([[1, 2, 3, 4, 5], 5]);
  });

  test('leaves what has just happened where it is', () => {
    const trace = createTrace(run);
    trace.interval = 1;
    const latest = all.slice(2980, 3020).map(({ at, seq }) => {
      extend(trace, at);
      return [transitionAt(trace, at)?.seq, transitionOf(trace, seq - 1)?.seq, transitionBefore(trace, at)?.seq];
    });

    expect(trace.interval).toBe(2);
    expect(latest).toEqual(all.slice(2980, 3020).map(({ seq }) => [seq, seq - 1, seq - 1]));
  });
});

/** Remembers the numbers of all transitions that it saw, and that the cluster was the one after each. */
class Listener implements Companion {
  heard: readonly number[] = [];

  observe({ seq }: Transition, cluster: Cluster): void {
    this.heard = [...this.heard, cluster.transitions === seq ? seq : -1];
  }

  clone(): Listener {
    return Object.assign(new Listener(), this);
  }
}

class Counter implements Companion {
  count = 0;

  observe(): void {
    this.count++;
  }

  clone(): Counter {
    return Object.assign(new Counter(), this);
  }
}

describe('what goes along with a run', () => {
  const heardAt = (trace: Trace, time: Microseconds) => (companionAt(trace, time) as Listener).heard;
  const expected = (run: Run, time: Microseconds) => transitionsOf(run, time).map(({ seq }) => seq);

  test('has seen, at any instant and in any order of looking, exactly what happened until then', () => {
    fc.assert(
      fc.property(runArbitrary, times, (run, seeks) => {
        const trace = createTrace(run, () => new Listener());
        trace.interval = 25;
        for (const time of seeks) expect(heardAt(trace, time)).toEqual(expected(run, time));
        expect(heardAt(trace, END)).toEqual(expected(run, END));
        expect(trace.companions).toHaveLength(trace.keyframes.length);
      }),
      some,
    );
  });

  test('may come later, and then has seen the same', () => {
    fc.assert(
      fc.property(runArbitrary, times, (run, seeks) => {
        const trace = traceOf(run, seeks[0]);
        accompany(trace, () => new Listener());
        for (const time of seeks) expect(heardAt(trace, time)).toEqual(expected(run, time));
        expect(heardAt(trace, END)).toEqual(expected(run, END));
      }),
      some,
    );
  });

  test('goes along with a fork, too, and with another run from its start', () => {
    fc.assert(
      fc.property(runArbitrary, timeArbitrary, actionArbitrary, times, (run, at, action, seeks) => {
        const trace = createTrace(run, () => new Listener());
        trace.interval = 25;
        extend(trace, END);
        const changed = record(run, at, action);
        const forked = fork(trace, changed);
        for (const time of seeks) expect(heardAt(forked, time)).toEqual(expected(changed, time));
        expect(heardAt(trace, END)).toEqual(expected(run, END));
        const other = { ...run, seed: run.seed + 1 };
        expect(heardAt(fork(trace, other), END)).toEqual(expected(other, END));
      }),
      some,
    );
  });

  test('is not far away after keyframes were thinned out', () => {
    const trace = createTrace(calmRun(), () => new Counter());
    trace.interval = 1;
    extend(trace, ms(60_000));
    expect(trace.keyframes.length).toBeLessThan(trace.head.transitions / 2);
    const gaps = trace.companions.map((companion) => (companion === null ? '.' : 'x')).join('');
    expect(gaps).not.toMatch(/\.{8}/);
    expect(gaps).toMatch(/^x/);
    for (const time of [ms(59_000), ms(100), ms(30_000)]) {
      expect((companionAt(trace, time) as Counter).count).toBe(clusterAt(trace, time).transitions);
    }
  });

  test('is nothing where nothing was asked for', () => {
    expect(companionAt(traceOf(runOf({})), ms(100))).toBeNull();
  });
});
