/** Whether a server may send a message: it says what is so, and promises only what is on disk. */
import { int, type Json, type Report, str } from './lines';
import { at, entriesOf, isUpToDate, type Log } from './logs';
import type { Server } from './state';

export function checkSend(server: Server, message: Json, features: Json, report: Report): void {
  const { id, state, durable } = server;
  const type = str(message, 'type');
  if (int(message, 'term') !== state.term) report('send', `${id} sends ${type} of a term that is not its own`);
  const canvass = type === 'RequestVote' && features.parallelVoteWrite === true;
  if (durable.term !== state.term && !canvass)
    report('durability', `${id} tells term ${state.term} before it is on disk`);
  switch (type) {
    case 'RequestVote':
      checkRequestVote(server, message, canvass, report);
      return;
    case 'RequestVoteResponse':
      checkVoteResponse(server, message, report);
      return;
    case 'AppendEntries':
      checkAppendEntries(server, message, report);
      return;
    case 'AppendEntriesResponse':
      checkAppendResponse(server, message, report);
      return;
    default:
      report('format', `${id} sends a message of unknown type ${type}`);
  }
}

function checkRequestVote({ id, state, durable }: Server, message: Json, canvass: boolean, report: Report): void {
  if (state.role !== 'candidate') report('send', `${id} asks for votes and is no candidate`);
  if (int(message, 'lastLogIndex') !== state.log.index || int(message, 'lastLogTerm') !== state.log.term) {
    report('send', `${id} tells something else of its log than it holds`);
  }
  if (durable.votedFor !== id && !canvass) report('durability', `${id} asks for votes before its own is on disk`);
}

function checkVoteResponse(server: Server, message: Json, report: Report): void {
  const { id, state, durable } = server;
  const request = requestOf(server, message, 'RequestVote', report);
  if (request === null) return;
  const candidate = str(request, 'from');
  const current = int(request, 'term') === state.term;
  const upToDate = isUpToDate(int(request, 'lastLogTerm'), int(request, 'lastLogIndex'), state.log);
  if (message.voteGranted === true) {
    if (!current || !upToDate) report('vote', `${id} grants ${candidate} a vote it may not have`);
    if (state.votedFor !== candidate) report('vote', `${id} grants ${candidate} a vote and has given it to another`);
    if (durable.votedFor !== candidate) report('durability', `${id} grants ${candidate} its vote before it is on disk`);
    promise(server, state.term, candidate, report);
  } else if (current && upToDate && (state.votedFor ?? candidate) === candidate) {
    report('reply', `${id} refuses ${candidate} a vote that is free`);
  }
}

/** A vote that others know of, or that is on disk, binds for its term, also after a restart. */
export function promise(server: Server, term: number, candidate: string | null, report: Report): void {
  if (candidate === null) return;
  const known = server.promised.get(term);
  if (known !== undefined && known !== candidate) {
    report('one-vote', `${server.id} votes for ${known} and for ${candidate} in term ${term}`);
  }
  server.promised.set(term, candidate);
}

function checkAppendEntries({ id, state }: Server, message: Json, report: Report): void {
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

function checkAppendResponse(server: Server, message: Json, report: Report): void {
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

/** The request that is answered: the one being handled, and only once. */
function requestOf(server: Server, message: Json, type: string, report: Report): Json | null {
  const { input, id } = server;
  const request = input?.message ?? null;
  if (input === null || request === null || str(request, 'type') !== type || request.id !== message.re) {
    report('reply', `${id} answers message ${String(message.re)}, which it is not handling`);
    return null;
  }
  if (str(request, 'from') !== str(message, 'to'))
    report('reply', `${id} answers another server than the one that asked`);
  if (input.answered) report('reply', `${id} answers message ${String(message.re)} twice`);
  input.answered = true;
  return request;
}
