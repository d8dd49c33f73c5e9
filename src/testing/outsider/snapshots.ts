/** Snapshots: §7, Figure 13. A base is the last entry that a snapshot covers. */
import { type Around, isCurrent, isMessage } from './around';
import { int, type Json } from './lines';
import { at, type Book, beginsWith, type Log } from './logs';
import type { Input, Server } from './server';
import type { State } from './state';

/** The last entry that the snapshot in this message covers; null: nobody holds or held it. */
export function includedIn(message: Json, book: Book): Log | null {
  const index = int(message, 'lastIncludedIndex');
  return index === 0 ? book.root : book.find(index, int(message, 'lastIncludedTerm'));
}

/** What Figure 13 makes of a log: what follows the snapshot stays if the log holds its last entry, else all goes. */
export function afterInstall({ log, base }: State, included: Log): Log {
  return included.index <= base.index || beginsWith(log, included) ? log : included;
}

/** Why a base may be where it is now. */
export function checkBase(server: Server, before: State, input: Input | null, around: Around): void {
  const { id, state } = server;
  const { report, history } = around;
  const { base } = state;
  if (base === before.base) return;
  if (base.index < before.base.index) {
    report('snapshot', `${id}: the snapshot goes back from ${before.base.index} to ${base.index}`);
  } else if (!history.isCommitted(base)) {
    report('snapshot', `${id}: the snapshot at ${base.index} covers what is not committed`);
  }
  if (input !== null && installs(server, input, around)) return;
  if (base.index > server.applied) {
    report('snapshot', `${id}: its snapshot covers ${base.index}, applied is ${server.applied}`);
  }
  if (state.log !== before.log && !beginsWith(state.log, before.log)) {
    report('snapshot', `${id}: its own snapshot changes what its log holds`);
  }
}

/** When a handler is over: what a snapshot covers is committed and applied. */
export function checkCovered({ id, state }: Server, { report }: Around): void {
  const { base, commitIndex, lastApplied } = state;
  if (commitIndex >= base.index && lastApplied >= base.index) return;
  report('snapshot', `${id} holds a snapshot up to ${base.index} and does not take that for applied`);
}

/** Whether the server's base is that of the snapshot that it is handling. */
function installs({ state }: Server, input: Input, { history }: Around): boolean {
  if (!isMessage(input, 'InstallSnapshot') || !isCurrent(input, state) || state.role === 'leader') return false;
  return includedIn(input.message as Json, history) === state.base;
}

/** When the handler of an InstallSnapshot is over. */
export function checkInstalled({ id, state }: Server, message: Json, before: State, { history, report }: Around): void {
  const included = includedIn(message, history);
  if (included === null || int(message, 'term') !== state.term || state.role === 'leader') return;
  const expected = afterInstall(before, included);
  if (state.log !== expected) report('snapshot', `${id} does not keep and drop what Figure 13 says`);
  if (included.index <= before.commitIndex || beginsWith(before.log, included)) return;
  if (state.base !== included) report('snapshot', `${id} does not install the snapshot that it lacks`);
}

/** A leader's message with its snapshot. */
export function checkInstallSnapshot({ id, state }: Server, message: Json, { report }: Around): void {
  if (state.role !== 'leader') report('send', `${id} sends InstallSnapshot and does not lead`);
  const index = int(message, 'lastIncludedIndex');
  const own = at(state.log, index);
  if (index > state.base.index || own === null || own.term !== int(message, 'lastIncludedTerm')) {
    report('send', `${id} sends a snapshot up to ${index} and has none`);
  }
}
