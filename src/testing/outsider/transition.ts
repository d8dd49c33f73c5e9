/** Whether one line's change of a server's state is one that Figure 2, §6, §7 and the dissertation allow. */
import { type Around, isCurrent, isMessage } from './around';
import { checkCommit, checkIndexes } from './commitment';
import { checkRole, checkTerm, checkVote } from './elections';
import { int, type Json } from './lines';
import { afterAppend, at, beginsWith, entriesOf, type Log } from './logs';
import { checkAppended } from './members';
import type { Input, Server } from './server';
import { afterInstall, checkBase, includedIn } from './snapshots';
import type { State } from './state';
import { checkTimer } from './timer';

/** All rules about what changed from `before` to `server.state`. */
export function checkChange(server: Server, before: State, around: Around): void {
  const { input, state, id } = server;
  checkBase(server, before, input, around);
  if (state.lastApplied > state.commitIndex) around.report('apply', `${id} applies beyond its commitIndex`);
  if (state.lastApplied < before.lastApplied) around.report('apply', `${id}: lastApplied goes back`);
  if (input === null) {
    // A snapshot is taken whenever it suits.
    if (state.base === before.base) around.report('format', `${id} changes outside of a handler`);
    return;
  }
  checkTerm(server, before, input, around);
  checkVote(server, before, input, around);
  checkRole(server, before, input, around);
  checkLog(server, before, input, around);
  checkCommit(server, before, input, around);
  checkIndexes(server, before, around);
  checkTimer(server, before, input, around);
  if (isMessage(input, 'PreVote')) checkUntouched(server, before, around);
}

/** Who is asked whether it would vote changes nothing (D§9.6). */
function checkUntouched({ id, state }: Server, before: State, { report }: Around): void {
  const parts = ({ term, votedFor, role, log, commitIndex, deadline }: State) => [
    ...[term, votedFor, role, log, commitIndex],
    ...(before.deadline === null ? [] : [deadline]),
  ];
  const old = parts(before);
  if (parts(state).some((part, i) => part !== old[i])) report('prevote', `${id} changes because of a pre-vote`);
}

function checkLog(server: Server, before: State, input: Input, around: Around): void {
  const { id, state } = server;
  const { report, history } = around;
  if (state.log === before.log) return;
  const led = before.role === 'leader' && before.term === state.term;
  if (led || state.role === 'leader') {
    if (beginsWith(state.log, before.log)) checkAppended(server, before, input, around);
    else if (led) report('leader-append-only', `${id} leads term ${state.term} and changes what its log held`);
    else report('log', `${id} begins its term with another log`);
    return;
  }
  const { message } = input;
  if (message === null || !isMessage(input, 'AppendEntries', 'InstallSnapshot') || !isCurrent(input, state)) {
    report('log', `${id}: nothing changes its log`);
  } else if (isMessage(input, 'AppendEntries')) {
    const expected = expectedLog(before, message);
    if (state.log !== expected) report('log', `${id} makes something else of its log than AppendEntries asks for`);
  } else {
    const included = includedIn(message, history);
    const expected = included === null ? before.log : afterInstall(before, included);
    if (state.log !== expected) report('snapshot', `${id} keeps or drops what the snapshot does not touch`);
  }
}

/** The log that an AppendEntries makes of this one: unchanged when the consistency check fails. */
export function expectedLog(state: State, message: Json): Log {
  const previous = verifiedPrevious(state, message);
  return previous === null ? state.log : afterAppend(state.log, previous, entriesOf(message));
}

/** The entry of the log after which the request's entries go; null: the consistency check fails. */
function verifiedPrevious({ log }: State, message: Json): Log | null {
  const previous = at(log, int(message, 'prevLogIndex'));
  return previous?.term === int(message, 'prevLogTerm') ? previous : null;
}
