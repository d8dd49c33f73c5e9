import { describe, expect, it } from 'vitest';
import { entriesBetween, isUpToDate, type Log } from '../raft';
import { type Cluster, type Run, simulate } from '../sim';
import { FIGURE_8 } from '.';
import { figure8, figure8Commit, figure8Unsafe } from './figure8';

const terms = (log: Log): number[] => entriesBetween(log, 1, log.index).map(({ term }) => term);
const logsOf = (cluster: Cluster) => cluster.hosts.map(({ server }) => terms(server.log));
const termsOf = (cluster: Cluster) => cluster.hosts.map(({ server }) => server.currentTerm);
const downOf = (cluster: Cluster) => cluster.hosts.filter(({ status }) => status === 'crashed').map(({ id }) => id);
const leadersOf = (cluster: Cluster) =>
  cluster.hosts.filter(({ server }) => server.role === 'leader').map(({ id, server }) => [id, server.currentTerm]);

/** The servers whose votes each winner of an election had asked and got. */
function votesFor(run: Run, term: number): number[] {
  const voters: number[] = [];
  simulate(run, FIGURE_8.d, ({ events }) => {
    for (const event of events) {
      if (event.type !== 'send' || event.flight.packet.type !== 'RequestVoteResponse') continue;
      if (event.flight.packet.term === term && event.flight.packet.voteGranted) voters.push(event.flight.packet.from);
    }
  });
  return voters;
}

describe('Figure 8 (§5.4.2)', () => {
  it('(a) S1 leads term 2 and has brought its entry 2 to S2', () => {
    const cluster = simulate(figure8.run, FIGURE_8.a);
    expect(logsOf(cluster)).toEqual([[1, 2], [1, 2], [1], [1], [1]]);
    expect(leadersOf(cluster)).toEqual([[1, 2]]);
    expect(termsOf(cluster)).toEqual([2, 2, 2, 2, 2]);
  });

  it('(b) S1 is down; S5 leads term 3 by the votes of S3, S4 and itself, with another entry 2', () => {
    const cluster = simulate(figure8.run, FIGURE_8.b);
    expect(logsOf(cluster)).toEqual([[1, 2], [1, 2], [1], [1], [1, 3]]);
    expect(downOf(cluster)).toEqual([1]);
    expect(leadersOf(cluster)).toEqual([[5, 3]]);
    expect(termsOf(cluster)).toEqual([2, 2, 3, 3, 3]);
    expect(cluster.hosts.map(({ server }) => server.votedFor)).toEqual([1, 1, 5, 5, 5]);
    expect(cluster.hosts[4].server.votesGranted.slice().sort()).toEqual([3, 4, 5]);
  });

  it('(c) S5 is down; S1 leads term 4: its entry 2 is on a majority and yet not committed', () => {
    const cluster = simulate(figure8.run, FIGURE_8.c);
    expect(logsOf(cluster)).toEqual([[1, 2, 4], [1, 2], [1, 2], [1], [1, 3]]);
    expect(downOf(cluster)).toEqual([5]);
    expect(leadersOf(cluster)).toEqual([[1, 4]]);
    expect(termsOf(cluster)).toEqual([4, 4, 4, 4, 3]);
    expect(cluster.hosts[0].server.matchIndex.slice(1, 4)).toEqual([3, 2, 2]);
    expect(cluster.hosts[0].server.commitIndex).toBeLessThanOrEqual(1);
    let heldBack = false;
    simulate(figure8.run, FIGURE_8.c, ({ rules }) => {
      heldBack ||= rules.includes('holdBackOldTerm');
    });
    expect(heldBack).toBe(true);
  });

  it('(d) S5 may win the votes of S2, S3 and S4, does so in term 5, and overwrites entry 2 everywhere', () => {
    const before = simulate(figure8.run, FIGURE_8.c);
    const s5 = before.hosts[4].server.log;
    const grants = before.hosts.filter(({ server }) => isUpToDate(s5.term, s5.index, server.log)).map(({ id }) => id);
    expect(grants).toEqual([2, 3, 4, 5]);
    const cluster = simulate(figure8.run, FIGURE_8.d);
    expect(logsOf(cluster)).toEqual([
      [1, 3],
      [1, 3],
      [1, 3],
      [1, 3],
      [1, 3],
    ]);
    expect(leadersOf(cluster)).toEqual([[5, 5]]);
    expect(votesFor(figure8.run, 5)).toEqual([2, 3, 4]);
  });

  it('(e) an entry of term 4 on a majority commits all three; S5 then gets no vote but that of S4 and its own', () => {
    const cluster = simulate(figure8Commit.run, FIGURE_8.e);
    expect(logsOf(cluster)).toEqual([[1, 2, 4], [1, 2, 4], [1, 2, 4], [1], [1, 3]]);
    expect(leadersOf(cluster)).toEqual([[1, 4]]);
    expect(cluster.hosts[0].server.commitIndex).toBe(3);
    const later = simulate(figure8Commit.run, figure8Commit.until);
    expect(leadersOf(later)).toEqual([]);
    expect(later.hosts[4].server.votesGranted).toEqual([5, 4]);
    expect(later.hosts[4].server.votesRefused.slice().sort()).toEqual([2, 3]);
  });

  it('with the rule off, S1 commits entry 2 in (c)', () => {
    expect(simulate(figure8Unsafe.run, FIGURE_8.c).hosts[0].server.commitIndex).toBe(2);
  });
});
