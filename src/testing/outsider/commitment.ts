/** Commitment by the configuration in use (§5.3, §5.4.2, §6), and what a leader knows of the others. */
import { type Around, isCurrent, isMessage } from './around';
import { isQuorum, nameOf } from './config';
import { int, type Json } from './lines';
import { at, entriesOf, type Log } from './logs';
import type { Input, Server } from './server';
import { includedIn } from './snapshots';
import type { State } from './state';

export function checkCommit(server: Server, before: State, input: Input, around: Around): void {
  const { id, state } = server;
  const { report } = around;
  const { commitIndex } = state;
  if (commitIndex < before.commitIndex) report('commit', `${id}: commitIndex goes back`);
  if (commitIndex <= before.commitIndex) return;
  const entry = at(state.log, commitIndex);
  if (entry === null) report('commit', `${id} commits ${commitIndex}, which its log does not hold`);
  else if (state.role === 'leader' || led(before, state)) checkCounting(server, before, entry, around);
  else checkFollowing(server, input, around);
}

const led = (before: State, { term }: State): boolean => before.role === 'leader' && before.term === term;

/** A leader that the new configuration leaves out counts the copies of others only. */
function checkCounting({ id, state, memory }: Server, before: State, entry: Log, around: Around): void {
  const { report } = around;
  const { index } = entry;
  if (!led(before, state)) {
    report('commit', `${id} commits ${index} as it becomes leader`);
    return;
  }
  if (entry.term !== state.term) report('commit', `${id} commits an entry of older term ${entry.term} by counting`);
  // What this line appends is not what its commitment was counted by.
  const { config } = before.log;
  if (!isQuorum(config, (voter) => around.holds(voter, entry))) {
    const holders = [...config.voters, ...(config.next ?? [])].filter((voter) => around.holds(voter, entry));
    const disks = holders.join(' ') || 'nobody';
    report('commit', `${id} commits ${index} for ${nameOf(config)}, which is on the disks of ${disks} only`);
  }
  const known = (voter: string): boolean => voter === id || (memory.acknowledged.get(voter) ?? 0) >= index;
  if (!isQuorum(config, known)) {
    report('commit', `${id} commits ${index}, which no quorum of ${nameOf(config)} has acknowledged`);
  }
}

/** A follower commits what its leader vouches for, by entries or by a snapshot. */
function checkFollowing({ id, state }: Server, input: Input, { report, history }: Around): void {
  const { message } = input;
  if (message === null || !isCurrent(input, state)) {
    report('commit', `${id}: nothing moves its commitIndex`);
  } else if (isMessage(input, 'InstallSnapshot')) {
    const limit = includedIn(message, history)?.index ?? 0;
    if (state.commitIndex > limit) report('commit', `${id} commits ${state.commitIndex}, the snapshot covers ${limit}`);
  } else if (isMessage(input, 'AppendEntries')) {
    const vouched = int(message, 'prevLogIndex') + entriesOf(message as Json).length;
    const limit = Math.min(int(message, 'leaderCommit'), vouched);
    if (state.commitIndex > limit)
      report('commit', `${id} commits ${state.commitIndex}, the leader vouches for ${limit}`);
  } else {
    report('commit', `${id}: nothing moves its commitIndex`);
  }
}

export function checkIndexes(server: Server, before: State, { report }: Around): void {
  const { id, state, memory } = server;
  if (state.role !== 'leader') {
    if (Object.keys(state.match).length + Object.keys(state.next).length > 0) {
      report('match-index', `${id} does not lead and keeps indexes of others`);
    }
    return;
  }
  const stayed = led(before, state);
  for (const [other, match] of Object.entries(state.match)) {
    if (other === id) continue;
    const heard = memory.acknowledged.get(other) ?? 0;
    if (match > heard) report('match-index', `${id}: matchIndex of ${other} is ${match}, acknowledged is ${heard}`);
    if (stayed && match < (before.match[other] ?? 0)) report('match-index', `${id}: matchIndex of ${other} goes back`);
    if ((state.next[other] ?? 0) <= match)
      report('match-index', `${id}: nextIndex of ${other} is not above its matchIndex`);
    if ((state.next[other] ?? 0) > state.log.index + 1)
      report('match-index', `${id}: nextIndex of ${other} is too high`);
  }
}
