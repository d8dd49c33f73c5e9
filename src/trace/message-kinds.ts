/** What a message is about, as pictures of time tell messages apart. */
import type { Message } from '../raft';
import { isBetweenServers, type Packet } from '../sim';

export type LineKind = 'vote' | 'prevote' | 'handover' | 'append' | 'beat' | 'snapshot';

/** With the messages between clients and servers. */
export type FlightKind = LineKind | 'client';

/** @param beats the ids of heartbeats, by which their answers are told from answers to entries */
export function flightKindOf(packet: Packet, beats: ReadonlySet<number>): FlightKind {
  return isBetweenServers(packet) ? lineKindOf(packet, beats) : 'client';
}

/** As above, of a message between servers. */
export function lineKindOf(packet: Message, beats: ReadonlySet<number>): LineKind {
  switch (packet.type) {
    case 'RequestVote':
    case 'RequestVoteResponse':
      return 'vote';
    case 'PreVote':
    case 'PreVoteResponse':
      return 'prevote';
    case 'TimeoutNow':
      return 'handover';
    case 'InstallSnapshot':
    case 'InstallSnapshotResponse':
      return 'snapshot';
    case 'AppendEntries':
      return packet.entries.length === 0 ? 'beat' : 'append';
    case 'AppendEntriesResponse':
      return beats.has(packet.re) ? 'beat' : 'append';
  }
}

/** Answers: whether it says yes; null for what asks. */
export function positiveOf(packet: Packet): boolean | null {
  if ('voteGranted' in packet) return packet.voteGranted;
  if ('success' in packet) return packet.success;
  if (packet.type === 'ClientResponse') return packet.answer.type === 'done';
  return 're' in packet ? true : null;
}
