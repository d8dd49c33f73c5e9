/** Changes of the members: joint consensus (§6), one server at a time, and newcomers that catch up (D§4). */
import { type Configuration, configurationOf, isMember, membersOf, type ServerId } from './configuration';
import type { ConfigurationRequest, Effects } from './effects';
import { append } from './log';
import { isOff } from './options';
import { becomeFollower } from './roles';
import { replicateLast, sendMore, trackServer } from './sending';
import { findPeers, hasCommittedOwnTerm, mayStand, type Server, takeLatestConfiguration } from './server';

/** D§4.2.1: after so many rounds a newcomer that still falls behind is given up. */
const ROUNDS_MAX = 10;

/** Somebody wants other members. The leader begins when it may; otherwise nothing happens. */
export function handleConfigurationRequest(server: Server, request: ConfigurationRequest, out: Effects): void {
  if (server.role !== 'leader' || server.transfer !== null) return;
  if (!isNextStep(server, request)) return;
  if (isChanging(server) && !isOff(server.options, 'configOverlap')) {
    out.rule('refuseSecondChange');
    return;
  }
  // A leader of an earlier term may have begun a change that this one knows nothing of.
  if (!hasCommittedOwnTerm(server) && !isOff(server.options, 'configBeforeNoop')) {
    out.rule('refuseEarlyChange');
    return;
  }
  const { voters, joint } = request;
  const newcomers = voters.filter((id) => !isMember(server.configuration, id));
  if (newcomers.length === 0) beginChange(server, voters, joint, out);
  else beginCatchUp(server, voters, joint, newcomers, out);
}

/** Without joint consensus one server may come or go; then every old majority overlaps with every new one (D§4.1). */
function isNextStep({ configuration: { voters: old }, options }: Server, { voters, joint }: ConfigurationRequest) {
  if (voters.length === 0) return false;
  const added = voters.filter((id) => !old.includes(id)).length;
  const removed = old.filter((id) => !voters.includes(id)).length;
  if (added + removed === 0) return false;
  return joint || added + removed === 1 || isOff(options, 'configJump');
}

/** A change is under way until its last entry is committed; so is the catching up before it. */
export function isChanging(server: Server): boolean {
  return (
    server.catchUp !== null || server.configurationIndex > server.commitIndex || server.configuration.next !== null
  );
}

// Catching up.

function beginCatchUp(
  server: Server,
  voters: readonly ServerId[],
  joint: boolean,
  newcomers: readonly ServerId[],
  out: Effects,
): void {
  out.rule('catchUp');
  server.catchUp = { voters, joint, newcomers, round: 1, target: server.log.index, since: server.clock };
  findPeers(server);
  for (const id of newcomers) {
    trackServer(server, id);
    // Nothing is known of a newcomer; an empty log is the likeliest, and a shorter way than asking back.
    server.nextIndex[id] = 1;
    sendMore(server, id, out);
  }
  advanceCatchUp(server, out);
}

/** The newcomers have what the round was to bring: they are in time when that took less than an election timeout. */
export function advanceCatchUp(server: Server, out: Effects): void {
  const { catchUp, matchIndex, clock, electionMin } = server;
  if (catchUp === null || catchUp.newcomers.some((id) => matchIndex[id] < catchUp.target)) return;
  const quick = clock - catchUp.since < electionMin;
  if (quick || catchUp.round >= ROUNDS_MAX) {
    server.catchUp = null;
    if (quick) {
      out.rule('caughtUp');
      beginChange(server, catchUp.voters, catchUp.joint, out);
    } else {
      out.rule('giveUpCatchUp');
      findPeers(server);
    }
    return;
  }
  out.rule('nextRound');
  server.catchUp = { ...catchUp, round: catchUp.round + 1, target: server.log.index, since: clock };
}

// The entries of a change.

function beginChange(server: Server, voters: readonly ServerId[], joint: boolean, out: Effects): void {
  const { configuration } = server;
  const next: Configuration = joint ? { voters: configuration.voters, next: voters } : configurationOf(voters);
  out.rule(joint ? 'beginJoint' : 'changeMember');
  appendConfiguration(server, next, out);
}

function appendConfiguration(server: Server, configuration: Configuration, out: Effects): void {
  server.log = append(server.log, server.currentTerm, { type: 'configuration', configuration });
  adoptConfiguration(server, out);
  for (const id of membersOf(configuration)) if (server.matchIndex[id] === undefined) trackServer(server, id);
  replicateLast(server, out);
  if (isOff(server.options, 'removeSelfEarly') && !isMember(configuration, server.id)) leave(server, out);
}

/** A server uses the latest configuration in its log, committed or not (§6). */
export function adoptConfiguration(server: Server, out: Effects): void {
  takeLatestConfiguration(server);
  out.rule('adoptConfiguration');
}

/** As above, at a follower: who votes from now on must not wait for ever for a leader that may be gone. */
export function followConfiguration(server: Server, out: Effects): void {
  const couldStand = mayStand(server);
  adoptConfiguration(server, out);
  if (!couldStand && mayStand(server)) out.setTimer('election');
}

/** The leader's own change has been committed: Cnew follows Cold,new, and a leader that is not in Cnew leaves (§6). */
export function configurationCommitted(server: Server, out: Effects): void {
  const { configuration, configurationIndex, commitIndex } = server;
  if (server.role !== 'leader' || configurationIndex > commitIndex) return;
  if (configuration.next !== null) {
    out.rule('leaveJoint');
    appendConfiguration(server, configurationOf(configuration.next), out);
  } else if (!isMember(configuration, server.id)) {
    leave(server, out);
  }
}

function leave(server: Server, out: Effects): void {
  out.rule('leaveCluster');
  server.leader = null;
  becomeFollower(server, out);
}
