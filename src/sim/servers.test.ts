import { describe, expect, test } from 'vitest';
import { termsOf } from '../testing/vocabulary';
import {
  type ActionsAt,
  calmRun,
  deliveries,
  flightsOf,
  losses,
  ms,
  play,
  type RunWords,
  rolesOf,
  runOf,
} from '../testing/world';
import type { Action } from './run';

const calm = (actions: ActionsAt, until: number, words: RunWords = {}) => play(calmRun({ actions, ...words }), until);
const crash = (server: number): Action => ({ type: 'crash', server });
const restart = (server: number): Action => ({ type: 'restart', server });
const pause = (server: number): Action => ({ type: 'pause', server });
const resume = (server: number): Action => ({ type: 'resume', server });
const expire = (server: number): Action => ({ type: 'expireTimer', server });
const write = (value: string): Action => ({
  type: 'clientRequest',
  client: 1,
  operation: { type: 'put', key: 'x', value },
  to: 1,
});

describe('a cluster left alone', () => {
  test.each([3, 4, 5, 6, 7, 8, 9])('of %i servers elects one leader and keeps it', (servers) => {
    // Broadcast time is far below the election timeout: there is a leader, and it stays (§5.6).
    const { cluster, transitions } = play(runOf({ servers }), 10_000);

    expect(rolesOf(cluster)).toMatch(/^F*LF*$/);
    expect(new Set(cluster.hosts.map(({ server }) => server.currentTerm)).size).toBe(1);
    const last = transitions.findLast(({ before, after }) => before?.role !== 'leader' && after?.role === 'leader');
    expect(last?.at).toBeLessThan(ms(3000));
  });

  test('begins as followers, each with an election timer of its own length', () => {
    // Timeouts are drawn from [min, max), so that few servers stand at the same time (§5.2).
    const { cluster } = play(runOf({ servers: 9 }), 0);

    expect(rolesOf(cluster)).toBe('FFFFFFFFF');
    const waits = cluster.hosts.map(({ electionAt }) => electionAt);
    expect(waits.every((wait) => wait >= ms(150) && wait < ms(300))).toBe(true);
    expect(new Set(waits).size).toBe(9);
  });

  test('draws each wait anew', () => {
    // The randomised timeout is chosen at the start of each wait (§5.2).
    const alone: Action = { type: 'partition', groups: [[1], [2], [3], [4], [5]] };
    const { transitions } = play(runOf({ actions: [[0.5, alone]] }), 3000);
    const elections = transitions.filter(({ kind, server }) => kind === 'electionTimeout' && server === 2);
    const waits = elections.slice(1).map(({ at }, i) => at - elections[i].at);

    expect(waits.length).toBeGreaterThan(8);
    expect(new Set(waits).size).toBe(waits.length);
    expect(waits.every((wait) => wait >= ms(150) && wait < ms(300))).toBe(true);
  });

  test('with timeouts of one length only goes on splitting its votes', () => {
    // Without randomness the same thing happens again and again (§5.2, §9.3).
    const timing = { electionMin: ms(150), electionMax: ms(150), heartbeat: ms(50) };
    const { cluster } = play(runOf({ timing }), 5000);

    expect(cluster.hosts.every(({ server }) => server.currentTerm > 10)).toBe(true);
  });
});

describe('a crash', () => {
  test('stops a server at once: no timer, no answer, no heartbeat', () => {
    const played = calm([[100, crash(1)]], 1000);

    expect(rolesOf(played.cluster)).toBe('XFFFF');
    expect(played.transitions.filter(({ server, at }) => server === 1 && at > ms(100))).toEqual([]);
    expect(played.cluster.hosts[0]).toMatchObject({ electionAt: Infinity, heartbeatAt: Infinity });
  });

  test('loses what arrives while the server is down', () => {
    const played = calm([[0.5, crash(3)]], 30);

    expect(losses(played, 'RequestVote', 1, 3)).toMatchObject([{ at: 11_002, reason: 'crashed' }]);
    expect(deliveries(played, 'RequestVote')).toHaveLength(3);
  });

  test('does not call back what the server has sent', () => {
    const played = calm([[5, crash(1)]], 30);

    expect(deliveries(played, 'RequestVote')).toHaveLength(4);
  });

  test('loses what waited at a paused server', () => {
    const played = calm(
      [
        [0.5, pause(3)],
        [20, crash(3)],
      ],
      30,
    );

    expect(losses(played, 'RequestVote', 1, 3)).toMatchObject([{ at: 20_000, reason: 'crashed' }]);
    expect(played.cluster.hosts[2]).toMatchObject({ status: 'crashed', inbox: [] });
  });

  test('of the leader is followed by the election of another', () => {
    // Followers that hear no leader elect one (§5.2).
    const { cluster } = play(
      runOf({
        actions: [
          [3000, crash(1)],
          [3001, crash(2)],
        ],
      }),
      8000,
    );

    expect(rolesOf(cluster)).toMatch(/^XX(LFF|FLF|FFL)$/);
  });

  test('of a majority leaves no leader', () => {
    // Three of five cannot be reached, whoever stands (§5.2).
    const actions: ActionsAt = [
      [0.5, crash(1)],
      [0.6, crash(2)],
      [0.7, crash(3)],
    ];
    const { cluster } = play(runOf({ actions }), 5000);

    expect(rolesOf(cluster)).not.toContain('L');
  });
});

describe('a restart', () => {
  const actions: ActionsAt = [
    [30, write('a')],
    [110, crash(1)],
    [200, restart(1)],
  ];

  test('finds term, vote and log, and has lost all else', () => {
    // (Figure 2, State; §5.5)
    const { cluster, transitions } = calm(actions, 205);
    const host = cluster.hosts[0];

    expect(host.server).toMatchObject({ currentTerm: 1, votedFor: 1, role: 'follower', leader: null });
    expect(host.server).toMatchObject({ commitIndex: 0, lastApplied: 0, nextIndex: [], votesGranted: [] });
    expect(termsOf(host.server.log)).toEqual([1]);
    expect([...host.store.values]).toEqual([]);
    expect(transitions.find(({ action }) => action?.type === 'restart')?.rules).toEqual(['restartFromDisk']);
  });

  test('starts an election timer', () => {
    // Servers start up as followers (§5.2).
    const host = calm(actions, 205).cluster.hosts[0];

    expect(host.electionSetAt).toBe(ms(200));
    expect(host.electionAt).toBeGreaterThan(ms(200));
    expect(host.heartbeatAt).toBe(Infinity);
  });

  test('applies the log again once it knows what is committed', () => {
    // The state machine is rebuilt from the log (§5.3, D§3.8).
    const again: ActionsAt = [...actions, [210, expire(2)], [240, { ...write('b'), to: 2 } as Action]];
    const host = calm(again, 500).cluster.hosts[0];

    expect(host.server).toMatchObject({ commitIndex: 2, lastApplied: 2 });
    expect([...host.store.values]).toEqual([['x', 'b']]);
  });

  test('does not give a second vote in the same term', () => {
    // The vote was on disk before it was sent (§5.2; Figure 2, State).
    const { cluster } = calm(
      [
        [12, crash(3)],
        [13, restart(3)],
        [14, crash(1)],
      ],
      15,
    );

    expect(cluster.hosts[2].server).toMatchObject({ currentTerm: 1, votedFor: 1 });
  });
});

describe('a pause', () => {
  test('keeps all state and handles nothing', () => {
    const played = calm([[0.5, pause(3)]], 60);

    expect(played.transitions.filter(({ server, kind }) => server === 3 && kind !== 'action')).toEqual([]);
    expect(played.cluster.hosts[2].inbox.map(({ packet }) => packet.type)).toEqual(['RequestVote', 'AppendEntries']);
    expect(flightsOf(played, 'RequestVoteResponse', 3)).toEqual([]);
  });

  test('ends with everything that waited being handled, in the order of arrival', () => {
    const played = calm(
      [
        [0.5, pause(3)],
        [60, resume(3)],
      ],
      61,
    );

    const handled = played.transitions.filter(({ server, kind }) => server === 3 && kind === 'deliver');
    expect(handled.map(({ at, flight }) => [at, flight?.packet.type])).toEqual([
      [60_001, 'RequestVote'],
      [60_002, 'AppendEntries'],
    ]);
  });

  test('does not stop time: a timer that ran out meanwhile fires on resuming', () => {
    const isolate: Action = { type: 'isolate', server: 2 };
    const { transitions } = calm(
      [
        [0.5, isolate],
        [5, pause(2)],
        [6, expire(2)],
        [60, resume(2)],
      ],
      70,
    );

    expect(transitions.filter(({ kind, server }) => kind === 'electionTimeout' && server === 2)).toMatchObject([
      { at: 60_001 },
    ]);
  });

  test('handles a heartbeat that came before the timeout first, and so stays a follower', () => {
    // The heartbeat waited at the door when the timer ran out behind it: what was due first comes first.
    const actions: ActionsAt = [
      [25, pause(2)],
      [40, expire(2)],
      [200, resume(2)],
    ];
    const { transitions, cluster } = calm(actions, 205);

    expect(transitions.some(({ kind, server }) => kind === 'electionTimeout' && server === 2)).toBe(false);
    expect(cluster.hosts[1].server.role).toBe('follower');
  });

  test('of the leader makes it a stale one, which steps down on resuming', () => {
    // It learns of the newer term from the first message it handles (§5.1).
    const { cluster } = calm(
      [
        [30, pause(1)],
        [40, expire(2)],
        [200, resume(1)],
      ],
      300,
    );

    expect(rolesOf(cluster)).toBe('FLFFF');
  });

  test('can end in a crash', () => {
    expect(
      rolesOf(
        calm(
          [
            [30, pause(1)],
            [40, crash(1)],
            [50, resume(1)],
          ],
          60,
        ).cluster,
      ),
    ).toBe('XFFFF');
  });
});

describe('expiring a timer', () => {
  test('makes a follower stand at once', () => {
    const { transitions } = calm([], 2);

    expect(transitions.map(({ at, kind, cause }) => [at, kind, cause])).toEqual([
      [1000, 'action', 0],
      [1001, 'electionTimeout', 1],
    ]);
  });

  test('makes a leader send heartbeats at once', () => {
    const played = calm([[40, expire(1)]], 45);

    expect(played.transitions.find(({ kind }) => kind === 'heartbeatTimeout')).toMatchObject({ at: 40_001, server: 1 });
  });

  test('of a crashed server does nothing', () => {
    expect(
      calm(
        [
          [0.2, crash(2)],
          [0.5, expire(2)],
        ],
        10,
      ).transitions,
    ).toHaveLength(4);
  });
});

describe('a clock', () => {
  const clock = (server: number, rate: number): Action => ({ type: 'setClock', server, rate, offset: 0 });
  const heartbeats = (actions: ActionsAt) =>
    calm(actions, 500)
      .transitions.filter(({ kind }) => kind === 'heartbeatTimeout')
      .map(({ at }) => at);

  test('that runs at half speed doubles the waits that it measures', () => {
    // Raft's safety does not depend on clocks; what they change is when timers run out (§5.6).
    const [first, second] = heartbeats([[0.5, clock(1, 500_000)]]);

    expect(second - first).toBe(ms(100));
  });

  test('that runs twice as fast halves them', () => {
    const [first, second] = heartbeats([[0.5, clock(1, 2_000_000)]]);

    expect(second - first).toBe(ms(25));
  });

  test('that changes its speed leaves what is left of a wait on its own clock', () => {
    // S1 leads from 21.002 ms on; at 41.002 ms, 30 of 50 ms are left, which now take 60.
    const [first] = heartbeats([[41.002, clock(1, 500_000)]]);

    expect(first).toBe(101_002);
  });

  test('that changes its speed changes an election timer that runs, too', () => {
    const timerOf = (rate: number) => calm([[500, clock(2, rate)]], 501).cluster.hosts[1].electionAt - ms(500);

    expect(timerOf(500_000)).toBe(2 * timerOf(1_000_000));
    expect(timerOf(1_000_000)).toBe(calm([], 501).cluster.hosts[1].electionAt - ms(500));
  });

  test('of one server does not change the others', () => {
    expect(heartbeats([[0.5, clock(2, 500_000)]])).toEqual(heartbeats([]));
  });

  test('keeps its offset, which no timer depends on', () => {
    const { cluster } = calm([[0.5, { type: 'setClock', server: 2, rate: 1_000_000, offset: 12_345 }]], 1);

    expect(cluster.hosts[1]).toMatchObject({ clockRate: 1_000_000, clockOffset: 12_345 });
  });
});

describe('the timing', () => {
  test('can change: waits that begin from then on have the new lengths', () => {
    const timing = { electionMin: ms(1e5), electionMax: ms(2e5), heartbeat: ms(5) };
    const { transitions } = calm([[25, { type: 'setTiming', timing }]], 110);

    const beats = transitions.filter(({ kind }) => kind === 'heartbeatTimeout').map(({ at }) => at);
    expect(beats.slice(0, 3)).toEqual([71_002, 76_002, 81_002]);
  });
});
