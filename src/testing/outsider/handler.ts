/** Handlers: an input opens one, and it is over when the next input comes. */
import { type Around, holdsToLeader, mayIgnoreRequests } from './around';
import { asksAbout } from './canvassing';
import { canonical, int, type Json, str } from './lines';
import { checkHasLeft } from './members';
import type { Network } from './network';
import type { Input, Server } from './server';
import { checkCovered, checkInstalled } from './snapshots';
import { expectedLog } from './transition';

export function openHandler(server: Server, line: Json, kind: Input['kind'], network: Network, around: Around): void {
  closeHandler(server, around);
  const { state, id, memory } = server;
  const { time, report } = around;
  const message = kind === 'recv' ? network.receive(id, line) : null;
  const cmd = kind === 'clientRequest' ? canonical(line.cmd ?? null) : null;
  server.input = { kind, message, cmd, time, before: state, answered: false };
  if (message !== null) hear(server, message, network, time);
  if (kind === 'tick') memory.round = time;
  if (kind === 'timeout' && state.deadline !== null && time < state.deadline) {
    report('timer', `${id}: its election timer fires before the deadline`);
  }
  if (kind === 'timeout' && state.role === 'leader') report('timer', `${id} leads and has an election timer`);
  if (kind !== 'timeout' && kind !== 'recv' && state.role !== 'leader') report('role', `${id} does not lead: ${kind}`);
}

/** Notes what was delivered: votes, acknowledgements and signs of life of the server's own term. */
function hear({ memory, state }: Server, message: Json, network: Network, time: number): void {
  const from = str(message, 'from');
  const type = str(message, 'type');
  const term = int(message, 'term');
  if (type === 'PreVoteResponse' && message.granted === true && term <= state.term) {
    const request = network.message(message.re);
    if (request === null || asksAbout(request) === state.term + 1) memory.preGranted.add(from);
  }
  if ((type === 'AppendEntries' || type === 'InstallSnapshot') && term >= state.term) memory.heard = { time, term };
  if (term !== state.term) return;
  if (type === 'RequestVoteResponse' && message.voteGranted === true) memory.granted.add(from);
  if (type !== 'AppendEntriesResponse' && type !== 'InstallSnapshotResponse') return;
  if (type === 'InstallSnapshotResponse' || message.success === true) {
    memory.acknowledged.set(from, Math.max(int(message, 'matchIndex'), memory.acknowledged.get(from) ?? 0));
  }
  const known = memory.answered.get(from)?.round ?? Number.NEGATIVE_INFINITY;
  memory.answered.set(from, { heard: time, round: Math.max(network.roundOf(message.re), known) });
}

/** What must be so when a handler is over and the next input comes. */
export function closeHandler(server: Server, around: Around): void {
  const { input, state, id } = server;
  const { report } = around;
  if (input === null || !server.alive) return;
  if (state.lastApplied !== server.applied) report('apply', `${id}: lastApplied is not what was applied`);
  checkHasLeft(server, around);
  checkCovered(server, around);
  const { message, before } = input;
  if (message === null) return;
  const type = str(message, 'type');
  const term = int(message, 'term');
  if (state.term < term) checkIgnored(server, input, around);
  else if (type === 'RequestVote') checkHeld(server, input, around);
  if (term !== state.term || state.role === 'leader') return;
  if (type === 'AppendEntries' && state.log !== expectedLog(before, message))
    report('log', `${id} does not store what was sent`);
  if (type === 'InstallSnapshot') checkInstalled(server, message, before, around);
}

/** A newer term that was not adopted: nobody asked in earnest, or the server holds to its leader. */
function checkIgnored(server: Server, input: Input, around: Around): void {
  const { features, report } = around;
  const { message } = input;
  if (message === null || message.type === 'PreVote') return;
  const sticky = features.stickyLeader === true && message.type === 'RequestVote' && message.transfer !== true;
  if (!sticky) report('term', `${server.id} does not adopt term ${int(message, 'term')}`);
  else if (!mayIgnoreRequests(server, input, around)) {
    report('sticky', `${server.id} takes no notice of a vote request and has heard no leader`);
  }
}

/** A newer term that was adopted, by a server that should have held to its leader. */
function checkHeld(server: Server, input: Input, around: Around): void {
  const { message, before } = input;
  if (around.features.stickyLeader !== true || message?.transfer === true) return;
  if (before.role === 'leader' || server.state.term === before.term) return;
  if (holdsToLeader(server, input, around)) {
    around.report('sticky', `${server.id} adopts a candidate's term while it hears a leader`);
  }
}
