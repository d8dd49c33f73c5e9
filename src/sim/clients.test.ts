import { describe, expect, test } from 'vitest';
import type { Operation } from '../raft';
import { type ActionsAt, calmRun, ms, play, type RunWords, runOf } from '../testing/world';
import { HISTORY_MAX } from './cluster';
import type { Action } from './run';

const calm = (actions: ActionsAt, until: number, words: RunWords = {}) => play(calmRun({ actions, ...words }), until);
const put: Operation = { type: 'put', key: 'x', value: 'a' };
const ask = (operation: Operation, to: number | null = null, client = 1): Action => ({
  type: 'clientRequest',
  client,
  operation,
  to,
});

/** The servers that the client asked, with times. */
const asked = ({ events }: ReturnType<typeof play>) =>
  events.flatMap((event) =>
    event.type === 'send' && event.flight.packet.type === 'ClientRequest' ? [[event.at, event.flight.packet.to]] : [],
  );

describe('a client', () => {
  test('that asks the leader gets its answer after one round of replication', () => {
    // Request 10 ms, entries 10 ms, acknowledgement 10 ms, answer 10 ms (§5.3, §8).
    const { cluster } = calm([[40, ask(put, 1)]], 90);

    expect(cluster.clients[0]).toMatchObject({ leader: 1, pending: [] });
    expect(cluster.clients[0].recent).toMatchObject([
      { serial: 1, status: 'ok', index: 1, value: 'a', attempts: 1, invokedAt: 40_000, target: 1 },
    ]);
    expect(cluster.clients[0].recent[0].finishedAt).toBeLessThan(ms(80) + 20);
  });

  test('that asks a follower is sent to the leader and asks there', () => {
    // A follower turns the request down and names the leader (§8).
    const played = calm([[40, ask(put, 3)]], 150);

    expect(asked(played).map(([, to]) => to)).toEqual([3, 1]);
    expect(played.cluster.clients[0].recent).toMatchObject([{ status: 'ok', target: 1, attempts: 2 }]);
  });

  test('asks next time whom it believes to lead', () => {
    const played = calm(
      [
        [40, ask(put, 3)],
        [150, ask(put)],
      ],
      300,
    );

    expect(asked(played).map(([, to]) => to)).toEqual([3, 1, 1]);
  });

  test('that hears nothing asks again after its timeout, another server', () => {
    // A request to a crashed server times out; then any other is tried (§8).
    const played = calm(
      [
        [30, { type: 'crash', server: 1 }],
        [40, ask(put)],
      ],
      700,
    );

    const times = asked(played).map(([at]) => at);
    expect(times[1] - times[0]).toBeGreaterThanOrEqual(ms(20));
    for (const [i, [at, to]] of asked(played).slice(1).entries()) {
      expect([at > asked(played)[i][0], to !== asked(played)[i][1]]).toEqual([true, true]);
    }
  });

  test('waits exactly its timeout', () => {
    const played = calm(
      [
        [30, { type: 'pause', server: 1 }],
        [40, ask(put, 1)],
      ],
      460,
    );

    expect(asked(played).map(([at]) => at)).toEqual([40_000, 240_000, 440_000]);
  });

  test('stays with the server that was chosen for it', () => {
    const played = calm(
      [
        [30, { type: 'crash', server: 4 }],
        [40, ask(put, 4)],
      ],
      1000,
    );

    expect(new Set(asked(played).map(([, to]) => to))).toEqual(new Set([4]));
  });

  test('gives up after its patience, the outcome unknown', () => {
    // A command that was not answered may or may not have been executed (§8).
    const actions: ActionsAt = [
      [30, { type: 'partition', groups: [[1]] }],
      [40, ask(put, 1)],
    ];
    const { cluster, events } = calm(actions, 2000, { clients: { timeout: ms(100), patience: ms(500) } });

    expect(cluster.clients[0].pending).toEqual([]);
    expect(cluster.clients[0].recent).toMatchObject([{ status: 'unknown', finishedAt: 540_000, attempts: 5 }]);
    expect(events.filter(({ type }) => type === 'return')).toMatchObject([{ status: 'unknown', value: null }]);
  });

  test('that gave up has its command executed at most once, also later', () => {
    const actions: ActionsAt = [
      [30, { type: 'partition', groups: [[1]] }],
      [40, ask({ type: 'append', key: 'x', value: 'a' }, 1)],
      [700, { type: 'heal' }],
    ];
    const { cluster } = calm(actions, 1500, { clients: { timeout: ms(100), patience: ms(500) } });

    for (const { store } of cluster.hosts) expect(store.values.get('x')).toBe('a');
  });

  test('may have several operations under way, and numbers them', () => {
    const played = calm(
      [
        [40, ask(put, 1)],
        [41, ask({ type: 'get', key: 'x' }, 1)],
      ],
      43,
    );

    expect(played.cluster.clients[0].pending.map(({ serial }) => serial)).toEqual([1, 2]);
    const commands = played.events.flatMap((event) =>
      event.type === 'send' && event.flight.packet.type === 'ClientRequest' ? [event.flight.packet.command] : [],
    );
    expect(commands).toMatchObject([
      { serial: 1, oldest: 1 },
      { serial: 2, oldest: 1 },
    ]);
  });

  test('uses the same number for each retry', () => {
    const played = calm(
      [
        [30, { type: 'pause', server: 1 }],
        [40, ask(put, 1)],
      ],
      460,
    );

    const serials = played.events.flatMap((event) =>
      event.type === 'send' && event.flight.packet.type === 'ClientRequest' ? [event.flight.packet.command.serial] : [],
    );
    expect(serials).toEqual([1, 1, 1]);
  });

  test('remembers its latest operations only', () => {
    const actions = Array.from({ length: 20 }, (_, i) => [40 + i, ask(put, 1)] as const);
    const { cluster } = calm(actions, 600);

    expect(cluster.clients[0].recent.map(({ serial }) => serial)).toEqual(
      Array.from({ length: HISTORY_MAX }, (_, i) => i + 21 - HISTORY_MAX),
    );
  });

  test('forgets a leader that no longer leads', () => {
    const actions: ActionsAt = [
      [40, ask(put, 1)],
      [150, { type: 'crash', server: 1 }],
      [160, { type: 'expireTimer', server: 2 }],
      [300, ask(put)],
    ];
    const { cluster } = calm(actions, 1500);

    expect(cluster.clients[0].leader).toBe(2);
    expect(cluster.clients[0].recent.at(-1)).toMatchObject({ status: 'ok', target: 2 });
  });
});

describe('clients of their own accord', () => {
  test('begin an operation about once in an interval, each by itself', () => {
    const { events } = play(runOf({ clients: { count: 3, interval: ms(100) } }), 20_000);

    for (const client of [1, 2, 3]) {
      const begun = events.filter((event) => event.type === 'invoke' && event.client === client).length;
      expect(begun).toBeGreaterThan(150);
      expect(begun).toBeLessThan(250);
    }
  });

  test('begin none before an interval has passed, and none with an interval of 0', () => {
    const quiet = play(runOf({ clients: { interval: 0 } }), 5000);
    const busy = play(runOf({ clients: { interval: ms(100) } }), 5000);

    expect(quiet.events.some(({ type }) => type === 'invoke')).toBe(false);
    expect(busy.events.find(({ type }) => type === 'invoke')?.at).toBe(ms(100));
  });

  test('begin and end when they are told to', () => {
    const { events } = play(
      runOf({
        actions: [
          [1000, { type: 'setClients', interval: ms(50) }],
          [2000, { type: 'setClients', interval: 0 }],
        ],
      }),
      5000,
    );
    const begun = events.filter(({ type }) => type === 'invoke').map(({ at }) => at);

    expect(begun.length).toBeGreaterThan(8);
    expect(begun.every((at) => at > ms(1000) && at <= ms(2000))).toBe(true);
  });

  test('have no second operation under way', () => {
    const { events } = play(runOf({ clients: { interval: ms(1) } }), 3000);

    let open = 0;
    for (const { type } of events) {
      if (type === 'invoke') open++;
      if (type === 'return') open--;
      expect(open).toBeLessThanOrEqual(1);
    }
  });
});

// Sessions make the state machine execute each command exactly once, whatever is lost and repeated (§8, D§6.3).
describe('exactly once', () => {
  test.each([1, 2, 3, 4, 5, 6])('each append shows once in the value, in spite of retries (seed %i)', (seed) => {
    const letters = 'abcdefghijklmnopqrstuvwx';
    const appends = [...letters].map((value, i) => [500 + i * 130, ask({ type: 'append', key: 'x', value })] as const);
    const trouble: ActionsAt = [
      [900, { type: 'isolate', server: 1 }],
      [1500, { type: 'heal' }],
      [1700, { type: 'crash', server: 2 }],
      [2100, { type: 'isolate', server: 3 }],
      [2500, { type: 'restart', server: 2 }],
      [2900, { type: 'heal' }],
      [4100, { type: 'setNetwork', quality: { ...runOf().config.network } }],
    ];
    const run = runOf({
      seed,
      network: { loss: 150_000, duplication: 150_000 },
      clients: { timeout: ms(60), patience: ms(60_000) },
      actions: [...appends, ...trouble].sort(([a], [b]) => a - b),
    });

    const { cluster, events } = play(run, 9000);

    const retried = cluster.clients[0].recent.some(({ attempts }) => attempts > 1);
    const answered = events.filter((event) => event.type === 'return' && event.status === 'ok');
    expect(retried).toBe(true);
    expect(answered).toHaveLength(letters.length);
    for (const { store } of cluster.hosts) {
      expect([...(store.values.get('x') ?? '')].sort().join('')).toBe(letters);
    }
  });
});
