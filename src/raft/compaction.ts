/** Snapshots: §7, D§5. */
import { isSame, membersOf } from './configuration';
import type { Effects } from './effects';
import { append, entriesBetween, entryAt, type Log, termAt } from './log';
import { followConfiguration } from './membership';
import type { InstallSnapshot } from './message';
import { isOff } from './options';
import { followLeader } from './roles';
import { baseIndex, configurationAt, type Server, type Snapshot } from './server';

/** The log has grown long enough. */
export function snapshotWhenDue(server: Server, out: Effects): void {
  if (server.lastApplied - baseIndex(server) >= server.options.snapshotEvery) takeSnapshot(server, out);
}

/** Everything that is applied is replaced by its outcome; each server does so by itself (§7). */
export function takeSnapshot(server: Server, out: Effects): void {
  const last = entryAt(server.log, server.lastApplied);
  if (last === null || server.lastApplied <= baseIndex(server)) return;
  const configuration = configurationAt(server, last.index);
  // A snapshot says who votes (§7). A newcomer that no entry has told yet waits until it knows.
  if (membersOf(configuration.configuration).length === 0) return;
  out.rule('takeSnapshot');
  const snapshot: Snapshot = { last, configuration, image: null };
  out.takeSnapshot(snapshot);
  server.snapshot = snapshot;
  out.persist();
}

/** Handles a snapshot from a leader, of the server's own term or an older one. */
export function handleInstallSnapshot(server: Server, request: InstallSnapshot, out: Effects): void {
  if (request.term < server.currentTerm) {
    out.rule('refuseOlderTerm');
    answer(server, request, 0, out);
    return;
  }
  if (server.role === 'leader') return;
  followLeader(server, request.from, out);
  const careless = isOff(server.options, 'snapshotRules');
  if (request.lastIncludedIndex <= server.commitIndex && !careless) {
    // What it stands for is here already: an old snapshot must not take the state machine back.
    out.rule('ignoreOldSnapshot');
  } else {
    install(server, request, careless, out);
  }
  answer(server, request, request.lastIncludedIndex, out);
}

/** The entries that follow stay only if the log held the snapshot's last entry; otherwise all of it goes (Figure 13). */
function install(server: Server, { snapshot, lastIncludedIndex }: InstallSnapshot, careless: boolean, out: Effects) {
  out.rule('installSnapshot');
  const holdsLast = termAt(server.log, lastIncludedIndex) === snapshot.last.term;
  if (!holdsLast) server.log = careless ? rebased(server.log, snapshot.last) : snapshot.last;
  if (holdsLast || server.log.index > lastIncludedIndex) out.rule('keepAfterSnapshot');
  server.snapshot = snapshot;
  server.commitIndex = lastIncludedIndex;
  server.lastApplied = lastIncludedIndex;
  const latest = configurationAt(server, server.log.index);
  // A newcomer knows nobody at index 0, where others have the servers of the beginning: the place alone does not tell.
  const isNew = latest.index !== server.configurationIndex || !isSame(latest.configuration, server.configuration);
  if (isNew) followConfiguration(server, out);
  out.restore(snapshot);
  out.persist();
}

/** A planted fault: what follows stays, after whatever the snapshot stands for. */
function rebased(log: Log, last: Log): Log {
  const tail = entriesBetween(log, last.index + 1, log.index);
  return tail.reduce((rest, { term, command }) => append(rest, term, command), last);
}

function answer(server: Server, request: InstallSnapshot, matchIndex: number, out: Effects): void {
  const { id: from, currentTerm: term } = server;
  const { from: to, stamp, id: re } = request;
  out.send({ type: 'InstallSnapshotResponse', id: 0, from, to, term, stamp, matchIndex, re });
}
