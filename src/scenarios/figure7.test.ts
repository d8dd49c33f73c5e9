import { describe, expect, it } from 'vitest';
import { entriesBetween, isUpToDate, type Log } from '../raft';
import { type Cluster, MILLISECOND, simulate, type Transition } from '../sim';
import { FIGURE_7_DONE, FIGURE_7_LOGS, FIGURE_7_MET } from '.';
import { figure7, figure7Hint } from './figure7';

const LEADER = 1;
/** The figure's letters. */
const SERVERS = { leader: 1, a: 2, b: 3, c: 4, d: 5, e: 6, f: 7 } as const;
type Name = keyof typeof SERVERS;
const NAMES = Object.keys(SERVERS) as Name[];

const terms = (log: Log): number[] => entriesBetween(log, 1, log.index).map(({ term }) => term);
const logsOf = (cluster: Cluster) => cluster.hosts.map(({ server }) => terms(server.log));
const byName = <T>(value: (server: number, name: Name) => T) =>
  Object.fromEntries(NAMES.map((name) => [name, value(SERVERS[name], name)])) as Record<Name, T>;

function play(run = figure7.run, until = FIGURE_7_DONE): Transition[] {
  const transitions: Transition[] = [];
  simulate(run, until, (transition) => {
    transitions.push(transition);
  });
  return transitions;
}

/** Refusals by the consistency check that the leader heard from each server. */
function rejections(transitions: readonly Transition[]): Record<Name, number> {
  return byName(
    (server) =>
      transitions.filter(
        ({ flight, rules }) =>
          flight?.packet.from === server && (rules.includes('stepBack') || rules.includes('jumpBack')),
      ).length,
  );
}

describe('Figure 7 (§5.3)', () => {
  const start = simulate(figure7.run, 0);

  it('starts with the logs of the figure', () => {
    expect(logsOf(start)).toEqual(FIGURE_7_LOGS);
  });

  it('the leader of term 8 is elected by a, b, e and f; c and d refuse, because their logs are more up to date', () => {
    const answers = play().flatMap(({ events }) =>
      events.flatMap((event) =>
        event.type === 'send' && event.flight.packet.type === 'RequestVoteResponse' ? [event.flight.packet] : [],
      ),
    );
    const who = (granted: boolean) =>
      NAMES.filter((name) =>
        answers.some(({ from, voteGranted }) => from === SERVERS[name] && voteGranted === granted),
      );
    expect(who(true)).toEqual(['a', 'b', 'e', 'f']);
    expect(who(false)).toEqual(['c', 'd']);
    expect(answers.every(({ to, term }) => to === LEADER && term === 8)).toBe(true);
    const leader = simulate(figure7.run, FIGURE_7_MET).hosts[0].server;
    expect([leader.role, leader.currentTerm]).toEqual(['leader', 8]);
  });

  it('votes available to each server as a candidate follow the order of the logs', () => {
    const votes = byName((candidate) => {
      const { log } = start.hosts[candidate - 1].server;
      return start.hosts.filter(({ server }) => isUpToDate(log.term, log.index, server.log)).length;
    });
    expect(votes).toEqual({ f: 1, b: 2, e: 3, a: 4, leader: 5, c: 6, d: 7 });
    const electable = NAMES.filter((name) => votes[name] >= 4);
    expect(electable).toEqual(['leader', 'a', 'c', 'd']);
  });

  it('entry 9 is on four of seven servers and may be committed; entry 10 is on three and cannot have been', () => {
    const holders = (index: number) => NAMES.filter((name) => FIGURE_7_LOGS[SERVERS[name] - 1][index - 1] === 6);
    expect(holders(9)).toEqual(['leader', 'a', 'c', 'd']);
    expect(holders(10)).toEqual(['leader', 'c', 'd']);
  });

  it('nextIndex begins at 11 for every follower', () => {
    let first: readonly number[] = [];
    simulate(figure7.run, FIGURE_7_DONE, ({ rules }, cluster) => {
      if (rules.includes('initLeader')) first = cluster.hosts[0].server.nextIndex.slice(2);
    });
    expect(first).toEqual([11, 11, 11, 11, 11, 11]);
  });

  it('stepping back one by one takes as many refusals as entries differ', () => {
    const { leader: _, ...followers } = rejections(play());
    expect(followers).toEqual({ a: 1, b: 6, c: 0, d: 0, e: 5, f: 7 });
  });

  it('the logs meet where the figure says', () => {
    const met = new Map<number, number>();
    for (const { flight } of play(figure7.run, FIGURE_7_MET)) {
      const packet = flight?.packet;
      if (packet?.type !== 'AppendEntriesResponse' || !packet.success || met.has(packet.from)) continue;
      met.set(packet.from, packet.prevLogIndex);
    }
    const { leader: _, ...points } = byName((server) => met.get(server));
    expect(points).toEqual({ a: 9, b: 4, c: 10, d: 10, e: 5, f: 3 });
  });

  it('after heartbeats only, c and d keep what does not conflict, and nothing is committed', () => {
    const cluster = simulate(figure7.run, FIGURE_7_MET);
    const [own] = FIGURE_7_LOGS;
    expect(logsOf(cluster)).toEqual([own, own, own, [...own, 6], [...own, 7, 7], own, own]);
    expect(cluster.hosts.map(({ server }) => server.commitIndex)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('one entry of term 8 makes all logs equal and commits everything before it', () => {
    const cluster = simulate(figure7.run, FIGURE_7_DONE);
    const log = [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 8];
    expect(logsOf(cluster)).toEqual([log, log, log, log, log, log, log]);
    expect(cluster.hosts[0].server.commitIndex).toBe(11);
  });

  it('with the conflict hint a refusal passes a whole term or the gap at the end of the log', () => {
    const { leader: _, ...followers } = rejections(play(figure7Hint.run));
    expect(followers).toEqual({ a: 1, b: 1, c: 0, d: 0, e: 2, f: 2 });
    expect(logsOf(simulate(figure7Hint.run, 880 * MILLISECOND))[6]).toEqual([1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 8]);
  });
});
