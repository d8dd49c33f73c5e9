import { describe, expect, test } from 'vitest';
import { termsOf } from '../testing/vocabulary';
import { type ActionsAt, calmRun, deliveries, flightsOf, ms, play, type RunWords, runOf } from '../testing/world';
import type { Action } from './run';

/** As the calm cluster, but each write to disk takes 4 ms. */
const calm = (actions: ActionsAt, until: number, words: RunWords = {}) =>
  play(calmRun({ disk: { min: ms(4), max: ms(4) }, actions, ...words }), until);
const crash = (server: number): Action => ({ type: 'crash', server });

describe('what depends on the disk waits for it', () => {
  test('a candidate asks for votes when its own vote is written', () => {
    // Term and vote are on stable storage before the requests leave (Figure 2, State).
    const played = calm([], 10);

    expect(played.transitions.map(({ at, kind }) => [at, kind])).toEqual([
      [1000, 'action'],
      [1001, 'electionTimeout'],
      [5001, 'diskWrite'],
    ]);
    expect(flightsOf(played, 'RequestVote').map(({ sentAt }) => sentAt)).toEqual([5001, 5001, 5001, 5001]);
  });

  test('a voter answers when its vote is written', () => {
    const played = calm([], 40);

    expect(deliveries(played, 'RequestVote', 1, 2)[0].at).toBe(15_001);
    expect(flightsOf(played, 'RequestVoteResponse', 2)[0].sentAt).toBe(19_001);
  });

  test('a leader sends a command on when it is written, and a follower acknowledges it when it is', () => {
    const write: Action = { type: 'clientRequest', client: 1, operation: { type: 'put', key: 'x', value: 'a' }, to: 1 };
    const played = calm([[50, write]], 110);

    const [sent] = flightsOf(played, 'AppendEntries', 1, 2).filter(
      ({ packet }) => packet.type === 'AppendEntries' && packet.entries.length > 0,
    );
    const [acknowledged] = flightsOf(played, 'AppendEntriesResponse', 2).filter(
      ({ packet }) => packet.type === 'AppendEntriesResponse' && packet.matchIndex === 1,
    );
    expect([sent.sentAt, acknowledged.sentAt]).toEqual([64_000, 78_000]);
  });

  test('what needs no write does not wait', () => {
    const played = calm([], 60);

    const [heartbeat] = deliveries(played, 'AppendEntries', 1, 2);
    expect(flightsOf(played, 'AppendEntriesResponse', 2)[0].sentAt).toBe(heartbeat.at);
  });

  test('what arrives during a write is handled after it, in order', () => {
    // The process does one thing after the other.
    const played = calm([[0.9, { type: 'expireTimer', server: 2 }]], 60);

    // Both stand at about 1 ms, so each gets the other's request while it writes its own vote or S1's.
    const waits = played.transitions.filter(({ kind }) => kind === 'wait');
    expect(waits.length).toBeGreaterThan(0);
    for (const { flight, at } of waits) {
      const handled = played.transitions.find(({ kind, flight: other }) => kind === 'deliver' && other === flight);
      expect(handled?.at).toBeGreaterThan(at);
    }
  });
});

describe('a crash', () => {
  test('during a write loses the write and all that waited for it', () => {
    const played = calm(
      [
        [3, crash(1)],
        [7, { type: 'restart', server: 1 }],
      ],
      30,
    );

    expect(played.cluster.hosts[0].server).toMatchObject({ currentTerm: 0, votedFor: null });
    expect(flightsOf(played, 'RequestVote')).toEqual([]);
    expect(played.transitions.some(({ kind }) => kind === 'diskWrite')).toBe(false);
  });

  test('during a write leaves nothing to be sent after the next one', () => {
    const again: ActionsAt = [
      [3, crash(1)],
      [7, { type: 'restart', server: 1 }],
      [8, { type: 'expireTimer', server: 1 }],
    ];
    expect(flightsOf(calm(again, 15), 'RequestVote').map(({ sentAt }) => sentAt)).toEqual([
      12_001, 12_001, 12_001, 12_001,
    ]);
  });

  test('after a write leaves exactly what was written', () => {
    const played = calm(
      [
        [6, crash(1)],
        [7, { type: 'restart', server: 1 }],
      ],
      8,
    );

    expect(played.cluster.hosts[0].server).toMatchObject({ currentTerm: 1, votedFor: 1 });
  });

  test('leaves what the disk held before, when a later write was under way', () => {
    const write: Action = { type: 'clientRequest', client: 1, operation: { type: 'put', key: 'x', value: 'a' }, to: 1 };
    const { cluster } = calm(
      [
        [50, write],
        [62, crash(1)],
      ],
      63,
    );

    expect(cluster.hosts[0].durable).toMatchObject({ currentTerm: 1, votedFor: 1 });
    expect(termsOf(cluster.hosts[0].server.log)).toEqual([]);
  });
});

describe('the latency of a disk', () => {
  test('is drawn from its span, both ends included', () => {
    const { events } = play(runOf({ disk: { min: 3, max: 5 }, clients: { interval: ms(20) } }), 20_000);

    const lengths = events.flatMap((event) => (event.type === 'write' ? [event.doneAt - event.at] : []));
    expect([...new Set(lengths)].sort()).toEqual([3, 4, 5]);
  });

  test('of nothing makes writes part of the step', () => {
    const { transitions, events } = play(calmRun({}), 40);

    expect(transitions.some(({ kind }) => kind === 'diskWrite')).toBe(false);
    expect(events.some(({ type }) => type === 'persist')).toBe(true);
  });

  test('can be changed for one server', () => {
    const slow: Action = { type: 'setDisk', server: 3, latency: { min: ms(9), max: ms(9) } };
    const played = calm([[0.5, slow]], 40);

    const answered = (from: number) => flightsOf(played, 'RequestVoteResponse', from)[0].sentAt;
    expect([answered(2), answered(3)]).toEqual([19_001, 24_002]);
  });

  test('does not stop the election timer', () => {
    const timing = { electionMin: ms(50), electionMax: ms(51), heartbeat: ms(20) };
    const { transitions } = calm([], 400, { disk: { min: ms(200), max: ms(200) }, timing });

    const timeouts = transitions.filter(({ kind, server }) => kind === 'electionTimeout' && server === 1);
    expect(timeouts.slice(0, 2).map(({ at }) => at)).toEqual([1001, 201_002]);
  });
});
