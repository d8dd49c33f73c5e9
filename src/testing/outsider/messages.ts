/** Whether a server may send a message: it says what is so, and promises only what is on disk. */
import type { Around } from './around';
import { checkPreVote, checkPreVoteResponse, checkRequestVote, checkTimeoutNow, checkVoteResponse } from './canvassing';
import { int, type Json, str } from './lines';
import { at, entriesOf, type Log } from './logs';
import { requestOf } from './requests';
import type { Server } from './server';
import { checkInstallSnapshot, includedIn } from './snapshots';

type Check = (server: Server, message: Json, around: Around) => void;

const CHECKS: Readonly<Record<string, Check>> = {
  RequestVote: checkRequestVote,
  RequestVoteResponse: checkVoteResponse,
  PreVote: checkPreVote,
  PreVoteResponse: checkPreVoteResponse,
  TimeoutNow: checkTimeoutNow,
  AppendEntries: checkAppendEntries,
  AppendEntriesResponse: checkAppendResponse,
  InstallSnapshot: checkInstallSnapshot,
  InstallSnapshotResponse: checkInstallResponse,
};

export function checkSend(server: Server, message: Json, around: Around): void {
  const { id, state, durable } = server;
  const { report, features } = around;
  const type = str(message, 'type');
  const term = int(message, 'term');
  // A pre-vote may name the term that is asked about.
  const named = type === 'PreVote' && term === state.term + 1;
  if (term !== state.term && !named) report('send', `${id} sends ${type} of a term that is not its own`);
  const canvass = type === 'RequestVote' && features.parallelVoteWrite === true;
  if (durable.term !== state.term && !canvass)
    report('durability', `${id} tells term ${state.term} before it is on disk`);
  const check = Object.hasOwn(CHECKS, type) ? CHECKS[type] : null;
  if (check === null) report('format', `${id} sends a message of unknown type ${type}`);
  else check(server, message, around);
}

function checkAppendEntries({ id, state }: Server, message: Json, { report }: Around): void {
  if (state.role !== 'leader') report('send', `${id} sends AppendEntries and does not lead`);
  const wrong = () => report('send', `${id} sends entries that its log does not hold`);
  let node: Log | null = at(state.log, int(message, 'prevLogIndex'));
  if (node === null || node.term !== int(message, 'prevLogTerm')) {
    wrong();
    return;
  }
  const entries = entriesOf(message);
  for (let i = entries.length; i > 0; i--) {
    node = at(state.log, int(message, 'prevLogIndex') + i);
    if (node === null || node.term !== entries[i - 1].term || node.cmd !== entries[i - 1].cmd) {
      wrong();
      return;
    }
  }
  if (int(message, 'leaderCommit') !== state.commitIndex)
    report('send', `${id} tells another commitIndex than its own`);
}

function checkAppendResponse(server: Server, message: Json, { report }: Around): void {
  const { id, state, durable } = server;
  const request = requestOf(server, message, 'AppendEntries', report);
  if (request === null) return;
  const current = int(request, 'term') === state.term;
  const previous = int(request, 'prevLogIndex');
  const entries = entriesOf(request);
  if (message.success !== true) {
    const before = server.input?.before.log ?? state.log;
    const fits = at(before, previous)?.term === int(request, 'prevLogTerm');
    if (current && fits) report('reply', `${id} refuses entries that fit its log`);
    return;
  }
  if (!current) report('reply', `${id} accepts AppendEntries of an older term`);
  const vouched = previous + entries.length;
  if (int(message, 'matchIndex') !== vouched) {
    report('reply', `${id} acknowledges up to ${String(message.matchIndex)}, verified is ${vouched}`);
  }
  const terms = [int(request, 'prevLogTerm'), ...entries.map(({ term }) => term)];
  if (terms.some((term, i) => at(state.log, previous + i)?.term !== term)) {
    report('reply', `${id} acknowledges entries that its log does not hold`);
  } else if (at(durable.log, vouched) !== at(state.log, vouched)) {
    report('durability', `${id} acknowledges entries before they are on disk`);
  }
}

/** Who acknowledges a snapshot has what it stands for, on its disk. */
function checkInstallResponse(server: Server, message: Json, { report, history }: Around): void {
  const { id, state, durable } = server;
  const request = requestOf(server, message, 'InstallSnapshot', report);
  if (request === null) return;
  const match = int(message, 'matchIndex');
  if (int(request, 'term') !== state.term) {
    if (match > 0) report('reply', `${id} accepts InstallSnapshot of an older term`);
    return;
  }
  const included = includedIn(request, history);
  if (included === null || match !== included.index) {
    report('reply', `${id} acknowledges up to ${match}, the snapshot covers ${included?.index ?? 'nothing known'}`);
  } else if (at(state.log, match) !== included) {
    report('reply', `${id} acknowledges a snapshot that it does not have`);
  } else if (at(durable.log, match) !== included) {
    report('durability', `${id} acknowledges a snapshot before it is on disk`);
  }
}
