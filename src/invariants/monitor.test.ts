import { describe, expect, it } from 'vitest';
import { append, EMPTY_LOG, type Log, NOBODY, type Role, truncateFrom } from '../raft';
import { type Cluster, createRun, type Summary, startCluster, type Transition, type TransitionEvent } from '../sim';
import { ElectionSafety } from './election-safety';
import { LeaderAppendOnly } from './leader-append-only';
import { LeaderCompleteness } from './leader-completeness';
import { LogMatching } from './log-matching';
import type { Check } from './property';
import { StateMachineSafety } from './state-machine-safety';

const put = (value: string) =>
  ({ type: 'client', client: 1, serial: 1, oldest: 1, operation: { type: 'put', key: 'x', value } }) as const;

const state = (currentTerm: number, role: Role, log: Log = EMPTY_LOG, commitIndex = 0): Summary => ({
  status: 'up',
  role,
  currentTerm,
  votedFor: null,
  commitIndex,
  lastApplied: 0,
  log,
  snapshot: null,
  configuration: NOBODY,
});

let count = 0;

/** A server went from one state to another. */
function change(server: number, before: Summary, after: Summary, events: TransitionEvent[] = []): Transition {
  count++;
  const nothing = { cause: 0, client: null, flight: null, action: null, rules: [] };
  return { ...nothing, seq: count, at: count, kind: 'deliver', server, events, before, after };
}

const cluster = (): Cluster => startCluster(createRun(1));

const judge = (check: Check, ...transitions: Transition[]) =>
  transitions.map((transition) => check.check(transition, cluster())?.property ?? null);

describe('Election Safety', () => {
  const win = (server: number, term: number) => change(server, state(term, 'candidate'), state(term, 'leader'));

  it('allows one leader in each term and the same one again', () => {
    expect(judge(new ElectionSafety(), win(1, 1), win(2, 2), win(2, 2))).toEqual([null, null, null]);
  });

  it('refuses a second leader of a term', () => {
    expect(judge(new ElectionSafety(), win(1, 3), win(2, 3))).toEqual([null, 'electionSafety']);
  });
});

describe('Leader Append-Only', () => {
  const log = append(append(EMPTY_LOG, 1, put('1')), 1, put('2'));

  it('allows a leader to append, and a follower to delete', () => {
    const appended = change(1, state(1, 'leader', log), state(1, 'leader', append(log, 1, put('3'))));
    const deleted = change(2, state(1, 'follower', log), state(1, 'follower', truncateFrom(log, 2)));
    expect(judge(new LeaderAppendOnly(), appended, deleted)).toEqual([null, null]);
  });

  it('refuses a leader that deletes or overwrites', () => {
    const kept = truncateFrom(log, 2);
    const deleted = change(1, state(1, 'leader', log), state(1, 'leader', kept));
    const overwritten = change(1, state(1, 'leader', log), state(1, 'leader', append(kept, 1, put('9'))));
    expect(judge(new LeaderAppendOnly(), deleted, overwritten)).toEqual(['leaderAppendOnly', 'leaderAppendOnly']);
  });
});

describe('Log Matching', () => {
  const grow = (server: number, log: Log) => change(server, state(2, 'follower'), state(2, 'follower', log));
  const one = append(EMPTY_LOG, 1, put('1'));

  it('allows equal logs, also when they are not one object, and logs that part ways', () => {
    const twin = append(EMPTY_LOG, 1, put('1'));
    const checks = judge(
      new LogMatching(cluster()),
      grow(1, one),
      grow(2, twin),
      grow(3, append(EMPTY_LOG, 2, put('5'))),
    );
    expect(checks).toEqual([null, null, null]);
  });

  it('refuses different commands at one index and term', () => {
    const other = append(EMPTY_LOG, 1, put('2'));
    expect(judge(new LogMatching(cluster()), grow(1, one), grow(2, other))).toEqual([null, 'logMatching']);
  });

  it('refuses an equal entry after unequal ones', () => {
    const first = append(one, 2, put('7'));
    const second = append(append(EMPTY_LOG, 2, put('4')), 2, put('7'));
    expect(judge(new LogMatching(cluster()), grow(1, first), grow(2, second))).toEqual([null, 'logMatching']);
  });
});

describe('Leader Completeness', () => {
  const log = append(EMPTY_LOG, 1, put('1'));
  const commit = change(1, state(1, 'leader', log), state(1, 'leader', log, 1));
  const win = (own: Log) => change(2, state(2, 'candidate', own), state(2, 'leader', own));

  it('allows a later leader that has what was committed', () => {
    expect(judge(new LeaderCompleteness(), commit, win(append(log, 2, put('2'))))).toEqual([null, null]);
  });

  it('refuses a later leader that lacks it or has another entry there', () => {
    expect(judge(new LeaderCompleteness(), commit, win(EMPTY_LOG))).toEqual([null, 'leaderCompleteness']);
    const other = append(EMPTY_LOG, 2, put('1'));
    expect(judge(new LeaderCompleteness(), commit, win(other))).toEqual([null, 'leaderCompleteness']);
  });

  it('refuses a commitment that a later leader, there already, lacks', () => {
    const later = cluster();
    later.hosts[1].server.role = 'leader';
    later.hosts[1].server.currentTerm = 2;
    expect(new LeaderCompleteness().check(commit, later)?.servers).toEqual([1, 2]);
  });
});

describe('State Machine Safety', () => {
  const apply = (server: number, log: Log) =>
    change(server, state(1, 'follower'), state(1, 'follower'), [{ type: 'apply', entry: log, value: null }]);

  it('allows the same command at an index on every server, also again after a restart', () => {
    const entry = append(EMPTY_LOG, 1, put('1'));
    expect(judge(new StateMachineSafety(), apply(1, entry), apply(2, entry), apply(1, entry))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('refuses one also long after', () => {
    const check = new StateMachineSafety();
    let log = append(EMPTY_LOG, 1, put('1'));
    const first = log;
    for (let i = 2; i < 1000; i++) {
      check.check(apply(1, log));
      log = append(log, 1, put(String(i)));
    }
    expect(check.check(apply(2, first))).toBeNull();
    const violation = check.clone().check(apply(2, append(EMPTY_LOG, 2, put('2'))));
    expect(violation).toMatchObject({ property: 'stateMachineSafety', servers: [2] });
    expect(violation?.witness.map(({ role }) => role)).toEqual(['appliedOther']);
  });

  it('refuses another command at an index', () => {
    const [one, other] = [append(EMPTY_LOG, 1, put('1')), append(EMPTY_LOG, 2, put('2'))];
    expect(judge(new StateMachineSafety(), apply(1, one), apply(2, other))).toEqual([null, 'stateMachineSafety']);
  });
});
