/** What raft-trace/1 says of servers, logs and commands. */
import {
  type Command,
  type Configuration,
  entriesBetween,
  entryAt,
  type Log,
  membersOf,
  type Operation,
  type ServerId,
  type Snapshot,
} from '../raft';
import type { Host } from '../sim';

export type Line = Record<string, unknown>;

/** Ids as the format has them. */
export const nameOf = (id: ServerId): string => `S${id}`;

/** All but the log. Votes are those of an election, not those of a pre-vote. */
export function scalarState({ server, electionAt }: Host, tellsDeadline: boolean): Line {
  const leads = server.role === 'leader';
  const collects = leads || server.role === 'candidate';
  const others = membersOf(server.configuration).filter((id) => id !== server.id);
  const indexes = (of: readonly number[]) => Object.fromEntries(others.map((id) => [nameOf(id), of[id]]));
  return {
    currentTerm: server.currentTerm,
    votedFor: server.votedFor === null ? null : nameOf(server.votedFor),
    role: server.role,
    commitIndex: server.commitIndex,
    lastApplied: server.lastApplied,
    votesGranted: collects ? server.votesGranted.map(nameOf) : [],
    nextIndex: leads ? indexes(server.nextIndex) : {},
    matchIndex: leads ? indexes(server.matchIndex) : {},
    ...(tellsDeadline && electionAt < Number.POSITIVE_INFINITY ? { electionDeadline: electionAt / 1000 } : {}),
  };
}

export function fullState(host: Host, tellsDeadline: boolean): Line {
  return { ...scalarState(host, tellsDeadline), ...logJson(host.server.log, host.server.snapshot) };
}

/** The entries that a log holds after its snapshot. */
export function logJson(log: Log, snapshot: Snapshot | null): Line {
  const base = snapshot?.last.index ?? 0;
  const entries = entriesBetween(log, base + 1, log.index);
  return {
    log: entries.map(({ term }) => term),
    cmds: entries.map(({ command }) => commandJson(command)),
    base:
      snapshot === null
        ? { index: 0, term: 0 }
        : { index: base, term: snapshot.last.term, cfg: configurationJson(snapshot.configuration.configuration) },
  };
}

export function fieldsOf(state: Line): Map<string, string> {
  return new Map(Object.entries(state).map(([key, value]) => [key, JSON.stringify(value)]));
}

/** Truncate to from - 1, then append. */
export function logDelta(before: Log, after: Log): Line {
  let kept = Math.min(before.index, after.index);
  while (kept > 0 && entryAt(before, kept) !== entryAt(after, kept)) kept--;
  const entries = entriesBetween(after, kept + 1, after.index);
  return {
    from: kept + 1,
    terms: entries.map(({ term }) => term),
    cmds: entries.map(({ command }) => commandJson(command)),
  };
}

export function commandJson(command: Command): Line {
  if (command.type === 'noop') return { noop: true };
  if (command.type === 'opaque') return { text: command.text };
  if (command.type === 'configuration') return { cfg: configurationJson(command.configuration) };
  return { client: `C${command.client}`, op: command.serial, ...operationJson(command.operation) };
}

export function configurationJson({ voters, next }: Configuration): unknown {
  return next === null ? voters.map(nameOf) : { old: voters.map(nameOf), new: next.map(nameOf) };
}

/** The operation in the words of the format; reads beside the log are gets to those who only see the answers. */
export function operationJson(operation: Operation): Line {
  switch (operation.type) {
    case 'read':
      return { f: 'get', key: operation.key };
    case 'cas':
      return { f: 'cas', key: operation.key, value: operation.expected, value2: operation.value };
    default: {
      const { type: f, ...fields } = operation;
      return { f, ...fields };
    }
  }
}
