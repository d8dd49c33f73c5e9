import { describe, expect, test } from 'vitest';
import { type ActionsAt, calmRun, deliveries, flightsOf, losses, ms, play, type RunWords } from '../testing/world';
import { LOSS_PROGRESS } from './cluster';
import type { Action } from './run';

const calm = (actions: ActionsAt, until: number, words: RunWords = {}) => play(calmRun({ actions, ...words }), until);
const expire = (server: number): Action => ({ type: 'expireTimer', server });
const heal: Action = { type: 'heal' };

/** Who took part in S1's election at 1 ms: the servers that its requests reached. */
const asked = (played: ReturnType<typeof play>) => deliveries(played, 'RequestVote', 1).map(({ server }) => server);

describe('a calm cluster', () => {
  test('elects S1 after one round trip', () => {
    const played = calm([], 40);

    expect(asked(played)).toEqual([2, 3, 4, 5]);
    expect(deliveries(played, 'RequestVote').map(({ at }) => at)).toEqual([11_001, 11_002, 11_003, 11_004]);
    expect(deliveries(played, 'AppendEntries', 1)).toHaveLength(4);
  });
});

describe('a partition', () => {
  test('keeps messages within their group', () => {
    expect(
      asked(
        calm(
          [
            [
              0.5,
              {
                type: 'partition',
                groups: [
                  [1, 2],
                  [3, 4, 5],
                ],
              },
            ],
          ],
          40,
        ),
      ),
    ).toEqual([2]);
  });

  test('puts servers that no group names together', () => {
    expect(asked(calm([[0.5, { type: 'partition', groups: [[3], [4, 5]] }]], 40))).toEqual([2]);
    expect(asked(calm([[0.5, { type: 'partition', groups: [[2, 4]] }]], 40))).toEqual([3, 5]);
  });

  test('takes the place of the one before', () => {
    const played = calm(
      [
        [
          0.3,
          {
            type: 'partition',
            groups: [
              [1, 2],
              [3, 4, 5],
            ],
          },
        ],
        [
          0.5,
          {
            type: 'partition',
            groups: [
              [1, 3],
              [2, 4, 5],
            ],
          },
        ],
      ],
      40,
    );
    expect(asked(played)).toEqual([3]);
  });

  test('loses what crosses it where the cut is, and shows so before', () => {
    const played = calm([[0.5, { type: 'partition', groups: [[1, 2]] }]], 40);

    const [flight] = flightsOf(played, 'RequestVote', 1, 3);
    expect(flight.doom).toBe('cut');
    expect(flight.due).toBe(flight.sentAt + ms(10) * LOSS_PROGRESS);
    expect(losses(played, 'RequestVote', 1, 3)).toMatchObject([{ at: flight.due, reason: 'cut' }]);
  });

  test('does not keep clients from any server', () => {
    const played = calm(
      [
        [0.5, { type: 'partition', groups: [[1], [2], [3], [4], [5]] }],
        [5, { type: 'clientRequest', client: 1, operation: { type: 'get', key: 'x' }, to: 4 }],
      ],
      40,
    );
    expect(played.transitions.some(({ kind, client }) => kind === 'deliver' && client === 1)).toBe(true);
  });

  test('ends with heal, for messages sent from then on', () => {
    const played = calm(
      [
        [0.5, { type: 'partition', groups: [[1], [2, 3, 4, 5]] }],
        [2, heal],
        [30, expire(1)],
      ],
      60,
    );
    // The first requests were on their way when the partition was there: they are lost all the same.
    expect(losses(played, 'RequestVote', 1).map(({ at }) => at)).toEqual([4801, 4802, 4803, 4804]);
    expect(deliveries(played, 'RequestVote', 1).map(({ at }) => at)).toEqual([40_001, 40_002, 40_003, 40_004]);
  });
});

describe('a cut of messages that are on their way', () => {
  // The requests leave at 1.001 ms, would arrive at 11.001 ms, and meet the cut at 4.801 ms.
  const cutAt = (at: number) =>
    losses(calm([[at, { type: 'partition', groups: [[1]] }]], 40), 'RequestVote', 1).map((loss) => loss.at);

  test('takes those that have not reached it where it is', () => {
    expect(cutAt(3)).toEqual([4801, 4802, 4803, 4804]);
  });

  test('takes those that are beyond it at once', () => {
    expect(cutAt(8)).toEqual([8001, 8002, 8003, 8004]);
  });

  test('takes nothing that has arrived', () => {
    expect(cutAt(12)).toEqual([]);
  });
});

describe('a one-way cut', () => {
  const cut: Action = { type: 'cut', from: 1, to: 3 };

  test('loses what goes that way and nothing else', () => {
    const played = calm(
      [
        [0.5, cut],
        [5, expire(3)],
      ],
      40,
    );

    expect(asked(played)).toEqual([2, 4, 5]);
    expect(deliveries(played, 'RequestVote', 3).map(({ server }) => server)).toContain(1);
  });

  test('takes what is on its way', () => {
    expect(asked(calm([[5, cut]], 40))).toEqual([2, 4, 5]);
  });

  test('ends with repair of that direction, or with heal', () => {
    const askedAfter = (end: Action) =>
      asked(
        calm(
          [
            [0.3, cut],
            [0.5, end],
          ],
          40,
        ),
      );

    expect(askedAfter({ type: 'repair', from: 1, to: 3 })).toEqual([2, 3, 4, 5]);
    expect(askedAfter({ type: 'repair', from: 3, to: 1 })).toEqual([2, 4, 5]);
    expect(askedAfter(heal)).toEqual([2, 3, 4, 5]);
  });
});

describe('isolation', () => {
  const isolate: Action = { type: 'isolate', server: 3 };

  test('cuts a server off in both directions', () => {
    const played = calm(
      [
        [0.5, isolate],
        [5, expire(3)],
      ],
      40,
    );

    expect(asked(played)).toEqual([2, 4, 5]);
    expect(deliveries(played, 'RequestVote', 3)).toEqual([]);
  });

  test('ends with rejoin, or with heal', () => {
    for (const end of [{ type: 'rejoin', server: 3 }, heal] as const) {
      expect(
        asked(
          calm(
            [
              [0.3, isolate],
              [0.5, end],
            ],
            40,
          ),
        ),
      ).toEqual([2, 3, 4, 5]);
    }
  });

  test('does not end the partition in which the server is', () => {
    const played = calm(
      [
        [0.2, { type: 'partition', groups: [[3]] }],
        [0.3, isolate],
        [0.5, { type: 'rejoin', server: 3 }],
      ],
      40,
    );
    expect(asked(played)).toEqual([2, 4, 5]);
  });
});

describe('a held link', () => {
  const hold: Action = { type: 'hold', from: 1, to: 3 };
  const release: Action = { type: 'release', from: 1, to: 3 };

  test('keeps messages at its end, and only in its direction', () => {
    const played = calm([[0.5, hold]], 40);

    expect(asked(played)).toEqual([2, 4, 5]);
    expect(losses(played, 'RequestVote')).toEqual([]);
    expect(played.cluster.held.map(({ packet }) => [packet.from, packet.to])).toEqual([
      [1, 3],
      [1, 3],
    ]);
    expect(played.transitions.filter(({ kind }) => kind === 'wait').map(({ at }) => at)).toEqual([11_002, 31_004]);
  });

  test.each([release, heal])('gives them back with $type, in the order in which they arrived', (end) => {
    // With these latencies, later messages overtake earlier ones.
    const network = { latency: { min: ms(1), max: ms(120) } };
    const actions: ActionsAt = [
      [0.5, hold],
      [500, { type: 'setTiming', timing: { electionMin: ms(1e5), electionMax: ms(2e5), heartbeat: ms(5) } }],
      [900, end],
    ];
    const { transitions } = calm(actions, 1200, { network });

    const keysOf = (list: typeof transitions) => list.map(({ flight }) => flight?.key ?? 0);
    const arrived = keysOf(transitions.filter(({ kind }) => kind === 'wait'));
    const handled = keysOf(
      transitions.filter(({ kind, flight }) => kind === 'deliver' && arrived.includes(flight?.key ?? 0)),
    );
    expect(arrived.length).toBeGreaterThan(20);
    expect(arrived).not.toEqual(arrived.slice().sort((a, b) => a - b));
    expect(handled).toEqual(arrived);
  });

  test('lets no message of another held link go', () => {
    const played = calm(
      [
        [0.3, hold],
        [0.5, { type: 'hold', from: 1, to: 4 }],
        [20, release],
      ],
      25,
    );

    expect(asked(played)).toEqual([2, 5, 3]);
    expect(played.cluster.held.map(({ packet }) => packet.to)).toEqual([4]);
  });

  test('loses what waits when it is cut', () => {
    const played = calm(
      [
        [0.5, hold],
        [20, { type: 'cut', from: 1, to: 3 }],
      ],
      25,
    );

    expect(losses(played, 'RequestVote', 1, 3)).toMatchObject([{ at: 20_001, reason: 'cut' }]);
    expect(played.cluster.held).toEqual([]);
  });

  test('lets a single message through when it is delivered by hand', () => {
    // Flight 2 is the request to S3.
    const played = calm(
      [
        [0.5, hold],
        [20, { type: 'deliver', message: 2 }],
      ],
      30,
    );

    expect(deliveries(played, 'RequestVote', 1, 3)).toMatchObject([{ at: 20_001 }]);
    expect(played.cluster.network.holds.some((held) => held)).toBe(true);
  });
});

describe('a message in flight', () => {
  // S1's requests to S2, S3, S4 and S5 are flights 1 to 4.
  test('can be dropped', () => {
    const played = calm([[5, { type: 'drop', message: 2 }]], 40);

    expect(asked(played)).toEqual([2, 4, 5]);
    expect(losses(played, 'RequestVote')).toMatchObject([{ at: 5000, reason: 'dropped', flight: { key: 2 } }]);
  });

  test('can be delivered at once', () => {
    const played = calm([[5, { type: 'deliver', message: 2 }]], 40);

    expect(deliveries(played, 'RequestVote').map(({ server, at }) => [server, at])).toEqual([
      [3, 5001],
      [2, 11_001],
      [4, 11_002],
      [5, 11_003],
    ]);
  });

  test('can be repeated: the copy arrives later', () => {
    const played = calm([[5, { type: 'duplicate', message: 2 }]], 40);

    const [first, second] = deliveries(played, 'RequestVote', 1, 3);
    expect([first.at, second.at]).toEqual([11_002, 13_501]);
    expect(second.flight?.packet).toBe(first.flight?.packet);
    expect(second.rules).toContain('grantVoteAgain');
  });

  test('can be dropped while it waits at a held link or at a paused server', () => {
    const played = calm(
      [
        [0.3, { type: 'hold', from: 1, to: 3 }],
        [0.5, { type: 'pause', server: 4 }],
        [20, { type: 'drop', message: 2 }],
        [21, { type: 'drop', message: 3 }],
        [22, heal],
        [23, { type: 'resume', server: 4 }],
      ],
      28,
    );

    expect(losses(played, 'RequestVote').map(({ at, flight }) => [at, flight.key])).toEqual([
      [20_000, 2],
      [21_000, 3],
    ]);
    expect(asked(played)).toEqual([2, 5]);
  });

  test('that waits at a server keeps its place when it is delivered by hand', () => {
    const played = calm(
      [
        [0.5, { type: 'pause', server: 3 }],
        [35, { type: 'deliver', message: 2 }],
        [36, { type: 'resume', server: 3 }],
      ],
      40,
    );
    const handled = played.transitions.filter(({ kind, server }) => kind === 'deliver' && server === 3);
    expect(handled.map(({ flight }) => flight?.packet.type)).toEqual(['RequestVote', 'AppendEntries']);
  });

  test('cannot be delivered through a cut', () => {
    const played = calm(
      [
        [3, { type: 'isolate', server: 3 }],
        [4, { type: 'deliver', message: 2 }],
      ],
      40,
    );

    expect(asked(played)).toEqual([2, 4, 5]);
    expect(losses(played, 'RequestVote', 1, 3)).toMatchObject([{ reason: 'cut' }]);
  });

  test('that would be lost can be saved by delivering it', () => {
    const played = calm([[2, { type: 'deliver', message: 2 }]], 40, { network: { loss: 1_000_000 } });

    expect(asked(played)).toEqual([3]);
  });

  test('of a client can be dropped; the client asks again', () => {
    const read: Action = { type: 'clientRequest', client: 1, operation: { type: 'get', key: 'x' }, to: 1 };
    const { events, cluster } = calm(
      [
        [30, read],
        [31, { type: 'drop', message: 13 }],
      ],
      300,
    );

    expect(events).toContainEqual(expect.objectContaining({ type: 'lose', reason: 'dropped' }));
    expect(cluster.clients[0].recent).toMatchObject([{ status: 'ok', attempts: 2 }]);
  });
});

describe('the quality of links', () => {
  const fast = { latency: { min: 100, max: 100 }, shape: 'uniform', loss: 0, duplication: 0 } as const;

  test('changes for one direction of one link, for what is sent from then on', () => {
    const played = calm([[0.5, { type: 'setLink', from: 1, to: 3, quality: fast }]], 40);

    expect(deliveries(played, 'RequestVote').map(({ server, at }) => [server, at])[0]).toEqual([3, 1101]);
    expect(deliveries(played, 'RequestVoteResponse', 3)[0].at).toBe(11_101);
  });

  test('changes for all links that have none of their own', () => {
    const slow = { ...fast, latency: { min: ms(7), max: ms(7) } };
    const played = calm(
      [
        [0.3, { type: 'setLink', from: 1, to: 3, quality: fast }],
        [0.5, { type: 'setNetwork', quality: slow }],
      ],
      40,
    );
    expect(deliveries(played, 'RequestVote').map(({ at }) => at)).toEqual([1101, 8001, 8002, 8003]);
  });

  test('does not change what is on its way', () => {
    const played = calm([[5, { type: 'setNetwork', quality: { ...fast, loss: 1_000_000 } }]], 40);

    expect(asked(played)).toEqual([2, 3, 4, 5]);
  });
});

describe('an action that makes no sense', () => {
  const senseless: Action[] = [
    { type: 'crash', server: 9 },
    { type: 'isolate', server: 0 },
    { type: 'cut', from: 1, to: 1 },
    { type: 'hold', from: 1, to: 7 },
    { type: 'drop', message: 999 },
    { type: 'duplicate', message: 999 },
    { type: 'deliver', message: 999 },
    { type: 'clientRequest', client: 9, operation: { type: 'get', key: 'x' }, to: null },
    { type: 'restart', server: 2 },
    { type: 'resume', server: 2 },
    { type: 'rejoin', server: 2 },
    { type: 'release', from: 1, to: 2 },
    { type: 'partition', groups: [[7, 8]] },
  ];

  test.each(senseless)('is carried out and changes nothing: $type', (action) => {
    const [without, with_] = [calm([], 40), calm([[5, action]], 40)];

    expect(with_.transitions.filter(({ kind }) => kind === 'action').at(-1)).toMatchObject({ at: 5000, events: [] });
    expect(with_.cluster.hosts).toEqual(
      without.cluster.hosts.map((host) => ({
        ...host,
        electionCause: expect.any(Number),
        heartbeatCause: expect.any(Number),
      })),
    );
    expect(with_.cluster.network).toEqual(without.cluster.network);
  });
});
