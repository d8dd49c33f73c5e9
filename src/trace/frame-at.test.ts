import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../sim';
import { runArbitrary, timeArbitrary } from '../testing/arbitrary';
import { termsOf } from '../testing/vocabulary';
import { type ActionsAt, calmRun, ms, type RunWords, runOf, textOf } from '../testing/world';
import { DELIVERY_TIME, ECHO_TIME, type Echo, type Frame } from './frame';
import { frameAt } from './frame-at';
import { createTrace, extend } from './history';

const calm = (at: number, actions: ActionsAt = [], words: RunWords = {}): Frame =>
  frameAt(createTrace(calmRun({ actions, ...words })), ms(at));
const write: Action = { type: 'clientRequest', client: 1, operation: { type: 'put', key: 'x', value: 'a' }, to: 1 };
const echoes = (frame: Frame, type: Echo['type']) => frame.echoes.filter((echo) => echo.type === type);

describe('a frame', () => {
  test('is a pure function of run and time: twice, in any order, before and after extending', () => {
    fc.assert(
      fc.property(runArbitrary, fc.array(timeArbitrary, { minLength: 1, maxLength: 6 }), (run, times) => {
        const trace = createTrace(run);
        trace.interval = 40;
        const frames = times.map((time) => frameAt(trace, time));
        const texts = frames.map(textOf);
        extend(trace, ms(3500));
        expect(times.map((time) => textOf(frameAt(trace, time)))).toEqual(texts);
        expect(times.toReversed().map((time) => textOf(frameAt(createTrace(run), time)))).toEqual(texts.toReversed());
        expect(frames.map(textOf)).toEqual(texts);
      }),
      { numRuns: 40 },
    );
  });

  test('of the start shows timers that have just been set', () => {
    const trace = createTrace(runOf());
    const before = frameAt(trace, 0);
    extend(trace, ms(1000));

    expect(before.servers.every(({ timer }) => timer?.fraction === 1 && timer.age === 0)).toBe(true);
    expect(textOf(frameAt(trace, 0))).toBe(textOf(before));
  });

  test('differs from another with as many transitions in motion only', () => {
    const trace = createTrace(calmRun());
    const [one, other] = [frameAt(trace, ms(6)), frameAt(trace, ms(9))];

    const still = ({ servers, messages }: Frame) => [
      servers.map(({ timer, ...rest }) => rest),
      messages.map(({ progress, ...rest }) => rest),
    ];
    expect(one.transitions).toBe(other.transitions);
    expect(textOf(still(one))).toBe(textOf(still(other)));
    expect(other.messages[0].progress).toBeGreaterThan(one.messages[0].progress);
  });

  test('holds fractions between 0 and 1, messages in the order of their sending, ages within limits', () => {
    fc.assert(
      fc.property(runArbitrary, timeArbitrary, (run, time) => {
        const { servers, messages, echoes: all } = frameAt(createTrace(run), time);
        const fractions = [
          ...servers.flatMap(({ timer, writing }) => [timer?.fraction ?? 0, writing ?? 0]),
          ...messages.flatMap(({ progress, end }) => [progress, end]),
        ];
        expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
        expect(messages.map(({ key }) => key)).toEqual(messages.map(({ key }) => key).sort((a, b) => a - b));
        for (const [i, { age, type, seq }] of all.entries()) {
          expect(age >= 0 && age < (type === 'delivered' ? DELIVERY_TIME + 1 : ECHO_TIME)).toBe(true);
          expect(seq).toBeGreaterThanOrEqual(all[i - 1]?.seq ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a message', () => {
  test('moves from its sender to its receiver', () => {
    const trace = createTrace(calmRun());
    const progress = [1001, 3501, 6001, 11_000].map((time) => frameAt(trace, time).messages[0]?.progress);

    expect(progress).toEqual([0, 0.25, 0.5, 0.9999]);
    expect(frameAt(trace, 11_001).messages.map(({ to, message }) => [to, message.type])).toEqual([
      [3, 'RequestVote'],
      [4, 'RequestVote'],
      [5, 'RequestVote'],
      [1, 'RequestVoteResponse'],
    ]);
  });

  test('says what it is: a heartbeat, entries with their terms, yes or no', () => {
    const [request] = calm(6).messages;
    const [vote] = calm(16).messages;
    const [heartbeat] = calm(26).messages;
    const entries = calm(45, [[30, write]]).messages.find(({ terms }) => terms.length > 0);

    expect([request.positive, vote.positive, heartbeat.heartbeat]).toEqual([null, true, true]);
    expect(entries).toMatchObject({ terms: [1], heartbeat: false });
  });

  test('that a cut will take shows so, and where', () => {
    const [message] = calm(2, [[0.5, { type: 'isolate', server: 2 }]]).messages;

    expect(message).toMatchObject({ doom: 'cut', to: 2 });
    expect(message.end).toBeCloseTo(0.38);
  });

  test('that will be lost by chance does not', () => {
    const [message] = calm(2, [], { network: { loss: 1_000_000 } }).messages;

    expect(message).toMatchObject({ doom: null, end: 1 });
  });

  test('waits at the end of a held link, and at a paused server', () => {
    const frame = calm(20, [
      [0.3, { type: 'hold', from: 1, to: 2 }],
      [0.5, { type: 'pause', server: 3 }],
    ]);

    expect(frame.messages.filter(({ message }) => message.type === 'RequestVote')).toMatchObject([
      { to: 2, phase: 'held', progress: 1 },
      { to: 3, phase: 'waiting', progress: 1 },
    ]);
    expect(frame.servers.map(({ waiting }) => waiting)).toEqual([0, 0, 1, 0, 0]);
  });

  test('of a client is not among those between servers', () => {
    expect(calm(35, [[30, write]]).messages.every(({ message }) => message.type.startsWith('AppendEntries'))).toBe(
      true,
    );
  });
});

describe('a server', () => {
  test('shows the election timer that runs down', () => {
    const { timer } = calm(0.5).servers[1];

    expect(timer).toMatchObject({ kind: 'election', age: 500 });
    expect(timer?.remaining).toBe((timer?.total ?? 0) - 500);
    expect(timer?.fraction).toBeCloseTo(1, 3);
  });

  test('that leads shows its heartbeat timer', () => {
    expect(calm(46.002).servers[0].timer).toEqual({
      kind: 'heartbeat',
      remaining: ms(25),
      total: ms(50),
      fraction: 0.5,
      age: ms(25),
    });
  });

  test('that is crashed shows none, and one whose timer ran out in a pause shows nothing left', () => {
    const frame = calm(60, [
      [30, { type: 'crash', server: 2 }],
      [40, { type: 'pause', server: 3 }],
      [50, { type: 'expireTimer', server: 3 }],
    ]);

    expect(frame.servers[1].timer).toBeNull();
    expect(frame.servers[2].timer).toMatchObject({ remaining: 0, fraction: 0 });
  });

  test('that stands for election shows each vote: unknown, on its way, there', () => {
    const votes = (at: number, actions: ActionsAt = []) => calm(at, actions).servers[0].votes;
    const voted: ActionsAt = [
      [0.5, { type: 'expireTimer', server: 5 }],
      [0.6, { type: 'hold', from: 5, to: 2 }],
    ];

    expect(votes(5)).toEqual(['granted', 'unknown', 'unknown', 'unknown', 'unknown']);
    expect(votes(15)).toEqual(['granted', 'granting', 'granting', 'granting', 'granting']);
    expect(votes(21.0015)).toEqual(['granted', 'granted', 'granting', 'granting', 'granting']);
    expect(votes(30)).toBeNull();
    expect(votes(15, voted)).toEqual(['granted', 'granting', 'refusing', 'refusing', 'refusing']);
    expect(votes(24, voted)?.slice(2)).toEqual(['refused', 'refused', 'refused']);
  });

  test('shows a vote that waits for the disk as on its way', () => {
    const frame = calm(13, [], { disk: { min: ms(5), max: ms(5) }, actions: [] });
    const later = calm(18, [], { disk: { min: ms(5), max: ms(5) } });

    expect(frame.servers[0].votes?.[1]).toBe('unknown');
    expect(later.servers[0].votes?.[1]).toBe('granting');
    expect(later.servers[1]).toMatchObject({ outgoing: 1 });
    expect(later.servers[1].writing).toBeCloseTo(0.4, 1);
  });

  test('that leads shows where the others stand; the rest do not', () => {
    const { servers } = calm(45, [[30, write]]);

    expect(servers[0].nextIndex?.slice(1)).toEqual([2, 1, 1, 1, 1]);
    expect(servers[0].matchIndex?.slice(1)).toEqual([1, 0, 0, 0, 0]);
    expect([servers[1].nextIndex, servers[1].matchIndex]).toEqual([null, null]);
  });

  test('that is crashed shows what its disk holds', () => {
    const [first] = calm(110, [
      [30, write],
      [100, { type: 'crash', server: 1 }],
    ]).servers;

    expect(first).toMatchObject({ status: 'crashed', term: 1, votedFor: 1, commitIndex: 0 });
    expect(termsOf(first.log)).toEqual([1]);
    expect(first.values.size).toBe(0);
  });

  test('shows the contents of its state machine', () => {
    expect([...calm(110, [[30, write]]).servers[0].values]).toEqual([['x', 'a']]);
  });
});

describe('echoes', () => {
  test('of a lost message say why and where', () => {
    const frame = calm(6, [[5, { type: 'drop', message: 1 }]]);

    expect(echoes(frame, 'lost')).toMatchObject([
      { age: 1000, reason: 'dropped', message: { to: 2, progress: 0.3999 } },
    ]);
  });

  test('of a delivery are short', () => {
    const trace = createTrace(calmRun());

    expect(echoes(frameAt(trace, 11_001), 'delivered')).toMatchObject([{ age: 0, message: { to: 2 } }]);
    expect(echoes(frameAt(trace, 11_001 + DELIVERY_TIME), 'delivered')[0]).toMatchObject({ age: DELIVERY_TIME });
    const later = echoes(frameAt(trace, 11_002 + DELIVERY_TIME), 'delivered');
    expect(later.every(({ age }) => age <= DELIVERY_TIME)).toBe(true);
  });

  test('of roles and statuses say from what to what', () => {
    const frame = calm(50, [[40, { type: 'crash', server: 1 }]]);

    expect(echoes(frame, 'role').filter((echo) => 'server' in echo && echo.server === 1)).toMatchObject([
      { from: 'follower', to: 'candidate' },
      { from: 'candidate', to: 'leader' },
      { from: 'leader', to: 'follower', age: 10_000 },
    ]);
    expect(echoes(frame, 'status')).toMatchObject([{ server: 1, from: 'up', to: 'crashed', age: 10_000 }]);
  });

  test('of the log say what came, what went and what was committed', () => {
    const initial = [[1], [1, 2], [1], [1], [1]].map((log) => ({ currentTerm: 2, votedFor: null, log }));
    const frame = calm(110, [[30, write]], { initial, options: { noop: true } });

    // S2 first refuses, then replaces its entry of term 2 by the leader's of term 3.
    expect(echoes(frame, 'truncate')).toMatchObject([{ server: 2, entries: [{ index: 2, term: 2 }] }]);
    expect(echoes(frame, 'append').filter((echo) => 'server' in echo && echo.server === 2)[0]).toMatchObject({
      from: 2,
    });
    expect(echoes(frame, 'commit')[0]).toMatchObject({ server: 1, from: 0, to: 2 });
  });

  test('are gone after their time', () => {
    const trace = createTrace(calmRun());

    expect(echoes(frameAt(trace, 1001 + ECHO_TIME - 1), 'role')).toHaveLength(2);
    expect(echoes(frameAt(trace, 1001 + ECHO_TIME), 'role')).toHaveLength(1);
  });
});
