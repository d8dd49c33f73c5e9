/** Handing over leadership: D§3.10. */
import type { ServerId } from './configuration';
import type { Effects } from './effects';
import { standForElection } from './election';
import { isChanging } from './membership';
import type { TimeoutNow } from './message';
import { sendMore } from './sending';
import { mayStand, type Server } from './server';

/** After a failed transfer a leader does not hand over by itself for so many minimum election timeouts. */
const PATIENCE = 10;

/** Somebody wants another leader. The target is brought up to date first; meanwhile no command is taken. */
export function handleTransferRequest(server: Server, to: ServerId, out: Effects): void {
  if (server.role !== 'leader' || server.transfer !== null || to === server.id) return;
  if (!server.configuration.voters.includes(to) || isChanging(server)) return;
  out.rule('beginTransfer');
  server.transfer = { to, since: server.clock, sent: false };
  sendMore(server, to, out);
  tellTarget(server, out);
}

/** As soon as the target has every entry, it is told to stand. */
export function tellTarget(server: Server, out: Effects): void {
  const { transfer } = server;
  if (transfer === null || transfer.sent || server.matchIndex[transfer.to] < server.log.index) return;
  server.transfer = { ...transfer, sent: true };
  server.toldToStand = true;
  out.rule('sendTimeoutNow');
  out.send({ type: 'TimeoutNow', id: 0, from: server.id, to: transfer.to, term: server.currentTerm });
}

/** Still leader after an election timeout: the transfer has failed, and commands are taken again. */
export function abandonLateTransfer(server: Server, out: Effects): void {
  const { transfer } = server;
  if (transfer === null || server.clock - transfer.since < server.electionMin) return;
  out.rule('abandonTransfer');
  server.transfer = null;
  server.patienceUntil = server.clock + PATIENCE * server.electionMin;
}

/** A leader hands over to a server that has all entries and is wanted more. */
export function yieldToPriority(server: Server, out: Effects): void {
  const { priorities } = server.options;
  if (priorities.length === 0 || server.transfer !== null || server.clock < server.patienceUntil) return;
  let best = server.id;
  for (const id of server.configuration.voters) {
    const wanted = (priorities[id - 1] ?? 0) > (priorities[best - 1] ?? 0);
    if (wanted && server.matchIndex[id] === server.log.index && isAnswering(server, id)) best = id;
  }
  if (best === server.id || isChanging(server)) return;
  out.rule('yieldToPriority');
  handleTransferRequest(server, best, out);
}

function isAnswering(server: Server, id: ServerId): boolean {
  return server.clock - server.heardAt[id] < server.electionMin;
}

/** The leader of this term asks this server to take over: no pre-vote, no waiting. */
export function handleTimeoutNow(server: Server, request: TimeoutNow, out: Effects): void {
  if (request.term < server.currentTerm || server.role === 'leader' || !mayStand(server)) return;
  out.rule('electAtOnce');
  standForElection(server, true, out);
}
