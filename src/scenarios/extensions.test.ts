import { describe, expect, test } from 'vitest';
import { groupRun, type Run, simulate, type Transition } from '../sim';
import { findScenario } from '.';

const MS = 1000;

function runOf(id: string): { readonly run: Run; readonly until: number } {
  const scenario = findScenario(id);
  if (scenario === null) throw new Error(`There is no scenario ${id}.`);
  return scenario;
}

/** The servers of a scenario at a time in milliseconds, or at its end. */
function serversAt(id: string, ms?: number) {
  const { run, until } = runOf(id);
  return simulate(run, ms === undefined ? until : ms * MS).hosts.map(({ server }) => server);
}

function transitionsOf(id: string): Transition[] {
  const { run, until } = runOf(id);
  const all: Transition[] = [];
  simulate(run, until, (transition) => all.push(transition));
  return all;
}

const firing = (id: string, rule: Transition['rules'][number]) =>
  transitionsOf(id).filter(({ rules }) => rules.includes(rule));

/** The values that operations ended with, by client. */
const answers = (id: string) =>
  transitionsOf(id).flatMap(({ at, events }) =>
    events.flatMap((event) => (event.type === 'return' ? [{ at, client: event.client, value: event.value }] : [])),
  );

describe('members (§6, D§4)', () => {
  test('a newcomer stores the whole log before it votes (D§4.2.1)', () => {
    const [caught] = firing('add-server', 'caughtUp');
    expect(serversAt('add-server', caught.at / MS)[3].log.index).toBe(3);
    expect(serversAt('add-server').map(({ configuration }) => configuration.voters)).toEqual(
      Array(4).fill([1, 2, 3, 4]),
    );
  });

  test('a newcomer that never has what a round was to bring is given up after ten', () => {
    expect(firing('slow-newcomer', 'nextRound').length).toBe(9);
    expect(firing('slow-newcomer', 'giveUpCatchUp').length).toBe(1);
    expect(serversAt('slow-newcomer')[0].configuration.voters).toEqual([1, 2, 3]);
  });

  test('a leader that removes itself leads until the change is committed (D§4.2.2)', () => {
    const [left] = firing('remove-leader', 'leaveCluster');
    expect([left.server, left.before?.role, left.after?.role]).toEqual([1, 'leader', 'follower']);
    expect(serversAt('remove-leader').find(({ role }) => role === 'leader')?.configuration.voters).toEqual([2, 3, 4]);
  });

  test('the joint configuration lies between the old and the new one (§6)', () => {
    const [joint] = firing('joint-consensus', 'beginJoint');
    const [left] = firing('joint-consensus', 'leaveJoint');
    expect(joint.after?.configuration).toEqual({ voters: [1, 2, 3], next: [3, 4, 5] });
    expect(left.after?.configuration).toEqual({ voters: [3, 4, 5], next: null });
    expect(left.at).toBeGreaterThan(joint.at);
  });

  test('a change that is not committed goes with its entry (D§4.1)', () => {
    expect(serversAt('change-rolled-back', 400)[0].configuration.voters).toEqual([1, 2, 3, 4]);
    expect(serversAt('change-rolled-back')[0].configuration.voters).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('snapshots (§7)', () => {
  test('a follower that lacks dropped entries has them after the snapshot', () => {
    const [, , away] = serversAt('install-snapshot');
    expect([away.snapshot?.last.index, away.commitIndex]).toEqual([6, 7]);
  });

  test('what follows the snapshot in a log that fits stays (Figure 13)', () => {
    const [kept] = firing('snapshot-keeps-tail', 'keepAfterSnapshot');
    expect(kept.after?.log).toBe(kept.before?.log);
  });
});

describe('leadership', () => {
  test('a server that was cut off costs a term without PreVote, and none with it (D§9.6)', () => {
    expect(serversAt('isolated-returns')[0].currentTerm).toBeGreaterThan(4);
    expect(serversAt('prevote').map(({ currentTerm }) => currentTerm)).toEqual([1, 1, 1, 1, 1]);
    expect(serversAt('prevote')[0].role).toBe('leader');
  });

  test('who hears the leader ignores a removed server (D§4.2.3)', () => {
    const servers = serversAt('removed-server');
    expect(servers.slice(0, 3).map(({ currentTerm }) => currentTerm)).toEqual([1, 1, 1]);
    expect(servers[3].currentTerm).toBeGreaterThan(2);
  });

  test('a leader that hears nobody steps down, and another is elected (D§6.2)', () => {
    const [lost] = firing('check-quorum', 'quorumLost');
    expect(lost.server).toBe(1);
    expect(firing('check-quorum', 'winElection').some(({ at, server }) => at > lost.at && server !== 1)).toBe(true);
  });

  test('a transfer takes less than an election timeout, or is given up after one (D§3.10)', () => {
    const [begun] = firing('transfer', 'beginTransfer');
    const won = firing('transfer', 'winElection').at(-1);
    expect([won?.server, (won?.at ?? 0) - begun.at < 150 * MS]).toEqual([3, true]);
    const [given] = firing('transfer-fails', 'abandonTransfer');
    expect(given.at - firing('transfer-fails', 'beginTransfer')[0].at).toBeGreaterThanOrEqual(150 * MS);
    expect(serversAt('transfer-fails')[0].role).toBe('leader');
  });

  test('the most wanted server leads, and one that is not wanted never stands', () => {
    expect(serversAt('priorities')[2].role).toBe('leader');
    expect(firing('priorities', 'beginElection').some(({ server }) => server === 5)).toBe(false);
  });
});

describe('reads and clients (D§6)', () => {
  test('a cut-off leader answers ReadIndex never, stale at once with the old value (D§6.4)', () => {
    const last = answers('read-index').at(-1);
    expect([last?.client, last?.value, (last?.at ?? 0) > 800 * MS]).toEqual([1, '2', true]);
    const stale = answers('stale-read').at(-1);
    expect([stale?.value, (stale?.at ?? 0) < 500 * MS]).toEqual(['1', true]);
  });

  test('a lease ends before another server leads (D§6.4.1)', () => {
    const byLease = firing('lease-read', 'readByLease').filter(({ server }) => server === 1);
    const next = firing('lease-read', 'winElection').find(({ server }) => server !== 1);
    expect(byLease.length).toBe(2);
    expect(byLease.every(({ at }) => at < (next?.at ?? 0))).toBe(true);
  });

  test('a command that a client repeats after a crash is executed once (D§6.3)', () => {
    expect(answers('exactly-once').map(({ value }) => value)).toEqual(['1', '2']);
    expect(serversAt('exactly-once')[0].log.index).toBe(4);
  });
});

describe('several groups', () => {
  test('one crash begins the elections of the groups that the server led, and of no other', () => {
    const { run } = runOf('multi-raft');
    const leaders = (ms: number) =>
      [1, 2, 3].map((group) =>
        simulate(groupRun(run, group), ms * MS)
          .hosts.filter(({ server, status }) => server.role === 'leader' && status !== 'crashed')
          .map(({ id, server }) => `S${id} term ${server.currentTerm}`)
          .join(),
      );
    expect(leaders(290)).toEqual(['S1 term 1', 'S2 term 1', 'S2 term 1']);
    expect(leaders(890)).toEqual(['S1 term 1', 'S5 term 2', 'S4 term 2']);
  });
});
