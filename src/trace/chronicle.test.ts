import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, allFlights, type Run, record, simulate, startCluster, type Transition } from '../sim';
import { ACTIVE, runArbitrary } from '../testing/arbitrary';
import { ms } from '../testing/world';
import { type CausalOrder, causalFuture, causalPast, precedes } from './causality';
import { Chronicle } from './chronicle';
import { FATES, FLYING, KINDS, WAITING } from './chronicle-columns';
import { createTrace, extend, fork } from './history';

const UNTIL = ACTIVE + ms(300);

function readAll(run: Run, until = UNTIL): Chronicle {
  const trace = createTrace(run);
  extend(trace, until);
  const chronicle = new Chronicle(trace);
  while (chronicle.isBehind) chronicle.read();
  return chronicle;
}

function transitionsOf(run: Run, until = UNTIL): Transition[] {
  const all: Transition[] = [];
  advance(startCluster(run), run, until, (transition) => all.push(transition));
  return all;
}

/** The closure of the direct relation, as the definition has it. */
function reachable({ count, prior, cause, also }: CausalOrder): Set<number>[] {
  const past: Set<number>[] = [];
  for (let i = 0; i < count; i++) {
    const own = new Set<number>();
    for (const before of [prior[i], cause[i], also[i]]) {
      if (before < 0) continue;
      own.add(before);
      for (const earlier of past[before]) own.add(earlier);
    }
    past.push(own);
  }
  return past;
}

describe('the causal order of any run', () => {
  it('is a partial order consistent with time', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        const { order, events } = readAll(run, ms(1200));
        const wrong: string[] = [];
        for (let c = order.count - 1; c >= 0; c -= 41) {
          const past = causalPast(order, c).has;
          if (past[c] === 1) wrong.push(`${c} < ${c}`);
          for (let b = 0; b < order.count; b++) {
            if (past[b] === 1 && events.at[b] >= events.at[c]) wrong.push(`${b} < ${c} against time`);
            if (past[b] === 0 || b % 7 > 0) continue;
            const further = causalPast(order, b).has;
            if (further[c] === 1) wrong.push(`${c} < ${b} < ${c}`);
            if (further.some((has, a) => has === 1 && past[a] === 0)) wrong.push(`not transitive at ${b} < ${c}`);
          }
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  it('past and future are its two sides', () => {
    fc.assert(
      fc.property(runArbitrary, fc.nat(), (run, chosen) => {
        const { order } = readAll(run, ms(1200));
        if (order.count === 0) return;
        const row = chosen % order.count;
        const closure = reachable(order);
        const past = causalPast(order, row);
        const future = causalFuture(order, row);
        expect(past.size).toBe(closure[row].size);
        expect(future.size).toBe(closure.filter((before) => before.has(row)).length);
        for (let i = 0; i < order.count; i++) {
          expect(past.has[i] === 1).toBe(closure[row].has(i));
          expect(future.has[i] === 1).toBe(closure[i].has(row));
          if (i % 97 === 0) expect(precedes(order, i, row)).toBe(closure[row].has(i));
        }
      }),
      { numRuns: 6 },
    );
  });

  it('follows each server, each message and each timer', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        const chronicle = readAll(run);
        const { prior, cause } = chronicle.order;
        const last = new Map<number, number>();
        transitionsOf(run).forEach(({ kind, server, flight, seq, cause: by, action }, row) => {
          expect(chronicle.rowOf(seq)).toBe(row);
          expect(cause[row]).toBe(by - 1);
          if (kind === 'deliver' && flight !== null) {
            const [from, to] = chronicle.sentBy(flight.cause - 1);
            expect(to).toBeGreaterThan(from);
          }
          if (server === null || action?.type === 'isolate' || action?.type === 'rejoin') return;
          expect(prior[row]).toBe(last.get(server) ?? -1);
          last.set(server, row);
        });
      }),
      { numRuns: 7 },
    );
  });
});

describe('the cause of a transition', () => {
  it('is its sending, the setting of its timer, the start of its write, or what asked before', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        const all = transitionsOf(run);
        for (const { kind, cause, seq, server, client, flight, events } of all) {
          expect(cause).toBeLessThan(seq);
          const by = all[cause - 1];
          const sent = by?.events.flatMap((event) => (event.type === 'send' ? [event.flight.packet] : [])) ?? [];
          if (kind === 'deliver' || kind === 'wait' || kind === 'lose') expect(sent).toContain(flight?.packet);
          if (kind === 'heartbeatTimeout' || kind === 'diskWrite') expect(by?.server).toBe(server);
          // The first timer is set before anything happens.
          if (kind === 'electionTimeout' && cause > 0)
            expect(by.server ?? by.action?.type).toBe(by.server === null ? 'setOptions' : server);
          if (kind === 'diskWrite') expect(by.events.some(({ type }) => type === 'write')).toBe(true);
          const again =
            kind === 'client' &&
            events.some(({ type }) => type === 'send') &&
            !events.some(({ type }) => type === 'invoke');
          if (again)
            expect(sent.some((packet) => packet.type === 'ClientRequest' && packet.from === client)).toBe(true);
        }
      }),
      { numRuns: 6 },
    );
  });
});

describe('a chronicle', () => {
  it('holds every message once, with its fate', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        const { messages, events } = readAll(run);
        const fates = new Map<number, string>();
        const cluster = simulate(run, UNTIL, ({ events: made, kind, flight }) => {
          for (const event of made) {
            if (event.type === 'send' || event.type === 'duplicate') fates.set(event.flight.key, 'flying');
            if (event.type === 'lose') fates.set(event.flight.key, event.reason);
          }
          if (kind === 'deliver') fates.set(flight?.key ?? 0, 'arrived');
          if (kind === 'wait') fates.set(flight?.key ?? 0, 'waiting');
        });
        const told = new Map<number, string>();
        for (let m = 0; m < messages.count; m++) {
          expect(told.has(messages.key[m])).toBe(false);
          told.set(messages.key[m], FATES[messages.fate[m]]);
          const { origin, ending } = messages;
          if (ending[m] >= 0) expect(events.at[ending[m]]).toBe(messages.end[m]);
          if (ending[m] >= 0) expect(ending[m]).toBeGreaterThan(origin[m] - 1);
        }
        expect([...told].sort()).toEqual([...fates].sort());
        const under = allFlights(cluster).map(({ key }) => key);
        const open = [...told].filter(([, fate]) => fate === FATES[FLYING] || fate === FATES[WAITING]);
        expect(open.map(([key]) => key).sort()).toEqual(under.sort());
      }),
      { numRuns: 6 },
    );
  });

  it('that is continued after the run became another one is as if read anew', () => {
    fc.assert(
      fc.property(runArbitrary, fc.integer({ min: 1, max: ACTIVE }), (run, at) => {
        const trace = createTrace(run);
        // Small stretches, so that there is something to keep.
        trace.interval = 50;
        extend(trace, UNTIL);
        const chronicle = new Chronicle(trace);
        while (chronicle.isBehind) chronicle.read();
        const { actions } = run;
        const time = Math.max(at, (actions.at(-1)?.at ?? 0) + 1);
        const other = fork(trace, record(run, time, { type: 'crash', server: 1 }));
        extend(other, UNTIL + ms(100));
        expect(chronicle.follow(other)).toBe(true);
        while (chronicle.isBehind) chronicle.read();
        const fresh = readAll(other.run, UNTIL + ms(100));
        expect(short(chronicle)).toEqual(short(fresh));
      }),
      { numRuns: 7 },
    );
  });

  it('that begins later knows the same of what follows', () => {
    const run = fc.sample(runArbitrary, { numRuns: 1, seed: 7 })[0];
    const trace = createTrace(run);
    trace.interval = 100;
    extend(trace, UNTIL);
    const late = new Chronicle(trace, ms(1000));
    while (late.isBehind) late.read();
    const all = readAll(run);
    expect(late.since).toBeLessThanOrEqual(ms(1000));
    expect(late.since).toBeGreaterThan(0);
    expect(late.events.count + late.base).toBe(all.events.count);
    expect(late.events.at[0]).toBe(all.events.at[late.base]);
    expect(late.seqOf(3)).toBe(late.base + 4);
  });
});

/** What is read of a run, short enough to be compared. */
function short({ events, messages, long, until }: Chronicle): string {
  const rows = Array.from({ length: events.count }, (_, i) =>
    [events.at[i], KINDS[events.kind[i]], events.place[i], events.prior[i], events.cause[i], events.also[i]].join(' '),
  );
  const flights = Array.from({ length: messages.count }, (_, m) =>
    [messages.key[m], messages.start[m], messages.end[m], messages.origin[m], messages.ending[m], messages.fate[m]]
      .concat(messages.handled[m], messages.kind[m])
      .join(' '),
  );
  return [until, ...rows, ...flights, long.toSorted((a, b) => a - b).join(' ')].join('\n');
}
