import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryAt, type Persistent } from '../raft';
import { ACTION_TYPES, ACTIVE, actionArbitrary, runArbitrary, timeArbitrary } from '../testing/arbitrary';
import { ms, runOf } from '../testing/world';
import { allFlights } from './actions';
import { type Cluster, type Flight, isBetweenServers, link, type Packet } from './cluster';
import { digestCluster } from './digest';
import { type Action, type Run, record } from './run';
import { simulate } from './simulate';
import { cloneCluster, startCluster } from './start';
import type { Transition } from './transition';
import { advance, nextTime } from './world';

const END = ACTIVE + ms(500);
const some = { numRuns: 40 };
const digestOf = (run: Run, until: number) => digestCluster(simulate(run, until));

function transitionsOf(run: Run, until: number): Transition[] {
  const transitions: Transition[] = [];
  simulate(run, until, (transition) => transitions.push(transition));
  return transitions;
}

describe('a simulation', () => {
  test('gives the same every time', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        expect(digestOf(run, END)).toBe(digestOf(structuredClone(run), END));
      }),
      some,
    );
  });

  test('that is shorter is a prefix of a longer one', () => {
    fc.assert(
      fc.property(runArbitrary, timeArbitrary, (run, time) => {
        const [shorter, longer] = [transitionsOf(run, time), transitionsOf(run, END)];
        expect(JSON.stringify(shorter.map(plain))).toBe(JSON.stringify(longer.slice(0, shorter.length).map(plain)));
        expect(longer[shorter.length]?.at ?? END + 1).toBeGreaterThan(Math.min(time, END));
      }),
      some,
    );
  });

  test('in pieces is the same as in one', () => {
    fc.assert(
      fc.property(runArbitrary, fc.array(timeArbitrary, { maxLength: 8 }), (run, stops) => {
        const cluster = startCluster(run);
        for (const stop of stops.sort((a, b) => a - b)) {
          nextTime(cluster, run);
          advance(cluster, run, stop);
        }
        advance(cluster, run, END);
        expect(digestCluster(cluster)).toBe(digestOf(run, END));
      }),
      some,
    );
  });

  test('that is watched is the same as one that is not', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        expect(digestCluster(simulate(run, END, () => {}))).toBe(digestOf(run, END));
      }),
      some,
    );
  });

  test('goes on from a copy as from the original, and neither changes the other', () => {
    fc.assert(
      fc.property(runArbitrary, timeArbitrary, (run, time) => {
        const original = simulate(run, time);
        const copy = cloneCluster(original);
        const before = digestCluster(copy);
        advance(original, run, END);
        expect(digestCluster(copy)).toBe(before);
        const after = digestCluster(original);
        advance(copy, run, END);
        expect([digestCluster(copy), digestCluster(original)]).toEqual([after, after]);
      }),
      some,
    );
  });

  test('changes only the lists of leaders in place: copies of all others share theirs', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        simulate(run, END, (_, { hosts }) => {
          for (const { server } of hosts) {
            if (server.role === 'leader') continue;
            const { nextIndex, matchIndex, sentIndex, ackedStamp, heardAt, requests, reads } = server;
            // Whatever changes one of them later throws.
            for (const list of [nextIndex, matchIndex, sentIndex, ackedStamp, heardAt, requests, reads]) {
              if (Object.freeze(list).length > 0) throw new Error(`S${server.id} does not lead and has lists`);
            }
          }
        });
      }),
      some,
    );
  });
});

describe('recording an action', () => {
  test('never changes the past', () => {
    fc.assert(
      fc.property(runArbitrary, fc.integer({ min: 1, max: END }), actionArbitrary, (run, time, action) => {
        const recorded = record(run, time, action);
        expect(digestOf(recorded, time - 1)).toBe(digestOf(run, time - 1));
        expect(recorded.actions.at(-1)).toEqual({ at: time, action });
      }),
      some,
    );
  });

  test('leaves the run as it was, and the times of actions strictly increasing', () => {
    fc.assert(
      fc.property(runArbitrary, fc.integer({ min: 1, max: END }), actionArbitrary, (run, time, action) => {
        const copy = structuredClone(run);
        const times = record(run, time, action).actions.map(({ at }) => at);
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
        expect(run).toEqual(copy);
      }),
    );
  });
});

describe('transitions', () => {
  const always = (check: (transitions: readonly Transition[], run: Run) => void) =>
    fc.assert(
      fc.property(runArbitrary, (run) => check(transitionsOf(run, END), run)),
      some,
    );

  test('have times that strictly increase and numbers without a gap', () => {
    always((transitions) => {
      const wrong = transitions.find(
        ({ seq, at }, i) => seq !== i + 1 || !Number.isInteger(at) || at <= (transitions[i - 1]?.at ?? 0),
      );
      expect(wrong).toBeUndefined();
    });
  });

  test('of recorded actions are at exactly their times', () => {
    always((transitions, run) => {
      const done = transitions.flatMap(({ at, action }) => (action === null ? [] : [{ at, action }]));
      expect(done).toEqual(run.actions);
    });
  });

  test('are caused by earlier ones', () => {
    always((transitions) => {
      const wrong = transitions.find(({ seq, cause, kind }) => cause >= seq || (kind === 'action' && cause !== 0));
      expect(wrong).toBeUndefined();
    });
  });

  test('begin where the last one of the same server ended', () => {
    always((transitions) => {
      const last = new Map<number, Transition['after']>();
      for (const { server, before, after } of transitions) {
        if (server === null) continue;
        expect(before).toEqual(last.get(server) ?? before);
        last.set(server, after);
      }
    });
  });

  test('account for every message: each is sent, and ends once or is still under way', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        const open = new Map<number, Flight>();
        const cluster = simulate(run, END, ({ kind, flight, events }) => {
          for (const event of events) {
            if (event.type === 'send' || event.type === 'duplicate') open.set(event.flight.key, event.flight);
            if (event.type === 'lose') expect(open.delete(event.flight.key)).toBe(true);
          }
          if (kind === 'deliver') expect(open.delete(flight?.key ?? 0)).toBe(true);
        });
        const left = allFlights(cluster).map(({ key }) => key);
        expect(left.sort((a, b) => a - b)).toEqual([...open.keys()].sort((a, b) => a - b));
      }),
      some,
    );
  });
});

describe('what a server says', () => {
  test('is on its disk: term, vote and log (Figure 2, State)', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        simulate(run, END, ({ events }, { hosts }) => {
          for (const event of events) {
            if (event.type !== 'send' || !isBetweenServers(event.flight.packet)) continue;
            const { packet } = event.flight;
            expect(isBacked(packet, hosts[packet.from - 1].durable)).toBe(true);
          }
        });
      }),
      some,
    );
  });

  function isBacked(packet: Packet, disk: Readonly<Persistent>): boolean {
    switch (packet.type) {
      case 'RequestVote':
        return disk.currentTerm === packet.term && disk.votedFor === packet.from;
      case 'RequestVoteResponse':
        return disk.currentTerm === packet.term && (!packet.voteGranted || disk.votedFor === packet.to);
      case 'AppendEntries': {
        const last = packet.prevLogIndex + packet.entries.length;
        return disk.currentTerm === packet.term && entryAt(disk.log, last) !== null;
      }
      case 'AppendEntriesResponse':
        return disk.currentTerm === packet.term && disk.log.index >= packet.matchIndex;
      default:
        return true;
    }
  }
});

describe('draws', () => {
  test('of other messages and timers stay as they are when one message is dropped', () => {
    fc.assert(
      fc.property(runArbitrary, fc.integer({ min: 1, max: 100 }), (anyRun, message) => {
        // Qualities that change in the middle would give the same draw another meaning.
        const run = { ...anyRun, actions: [] };
        const [kept, dropped] = [run, record(run, ms(500), { type: 'drop', message })].map((each) => drawn(each));
        for (const [draw, value] of kept) expect(dropped.get(draw) ?? value).toBe(value);
      }),
      some,
    );
  });

  /** What was drawn: the latency and loss of the n-th message of each link, the n-th wait of each election timer. */
  function drawn(run: Run): Map<string, string> {
    const found = new Map<string, string>();
    const sent: number[] = [];
    simulate(run, ms(1500), ({ events }, { hosts }) => {
      for (const event of events) {
        if (event.type !== 'send' || !isBetweenServers(event.flight.packet)) continue;
        const { packet, sentAt, arrivesAt, doom } = event.flight;
        const at = link(packet.from, packet.to);
        sent[at] = (sent[at] ?? 0) + 1;
        found.set(`link ${at}, ${sent[at]}`, `${arrivesAt - sentAt} ${doom}`);
      }
      for (const { id, electionDraws, electionAt, electionSetAt } of hosts) {
        const wait = electionAt - electionSetAt;
        if (wait < Number.POSITIVE_INFINITY) found.set(`timer ${id}, ${electionDraws}`, `${wait}`);
      }
    });
    return found;
  }
});

describe('digests', () => {
  test('differ as soon as anything differs that may matter later', () => {
    const changes: ((cluster: Cluster) => void)[] = [
      (cluster) => cluster.time++,
      (cluster) => cluster.hosts[0].server.currentTerm++,
      (cluster) => (cluster.hosts[1].status = 'paused'),
      (cluster) => cluster.hosts[1].electionDraws++,
      (cluster) => cluster.hosts[2].electionAt++,
      (cluster) => (cluster.hosts[2].durable = { ...cluster.hosts[2].durable, votedFor: 5 }),
      (cluster) => cluster.hosts[3].store.values.set('x', 'other'),
      (cluster) => cluster.network.sent[12]++,
      (cluster) => (cluster.network.isolated = [true, false, false, false, false]),
      (cluster) => cluster.flights.pop(),
      (cluster) => (cluster.clients[0].serial += 1),
    ];
    const run = runOf({ clients: { interval: ms(20) } });
    const digests = changes.map((change) => {
      const cluster = simulate(run, ms(2000));
      change(cluster);
      return digestCluster(cluster);
    });

    expect(new Set([digestOf(run, ms(2000)), ...digests]).size).toBe(changes.length + 1);
  });
});

test('arbitrary runs hold every action', () => {
  const actions = new Set<Action['type']>();
  for (const run of fc.sample(runArbitrary, { numRuns: 150, seed: 7 })) {
    for (const { action } of run.actions) actions.add(action.type);
  }

  expect(ACTION_TYPES.filter((type) => !actions.has(type))).toEqual([]);
});

/** Entries point at all that precedes them, which is too much to compare again and again. */
function plain({ before, after, events, ...rest }: Transition): unknown {
  const short = (summary: Transition['before']) =>
    summary === null
      ? null
      : { ...summary, log: [summary.log.index, summary.log.term], snapshot: summary.snapshot?.last.index };
  const kinds = events.map((event) => (event.type === 'send' ? event.flight.key : event.type));
  const { flight, ...others } = rest;
  return { ...others, flight: flight?.key ?? null, before: short(before), after: short(after), kinds };
}
