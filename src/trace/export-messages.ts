/** Messages as raft-trace/1 has them. */
import type { Message } from '../raft';
import { commandJson, type Line, nameOf } from './export-state';

export function messageJson(message: Message): Line {
  const { id, type, from, to, term } = message;
  const common = { id, type, from: nameOf(from), to: nameOf(to), term };
  switch (message.type) {
    case 'RequestVote':
      return {
        ...common,
        lastLogIndex: message.lastLogIndex,
        lastLogTerm: message.lastLogTerm,
        ...(message.transfer ? { transfer: true } : {}),
      };
    case 'PreVote':
      return {
        ...common,
        nextTerm: message.nextTerm,
        lastLogIndex: message.lastLogIndex,
        lastLogTerm: message.lastLogTerm,
      };
    case 'PreVoteResponse':
      return { ...common, granted: message.voteGranted, re: message.re };
    case 'TimeoutNow':
      return common;
    case 'InstallSnapshot':
      return {
        ...common,
        lastIncludedIndex: message.lastIncludedIndex,
        lastIncludedTerm: message.lastIncludedTerm,
      };
    case 'InstallSnapshotResponse':
      return { ...common, matchIndex: message.matchIndex, re: message.re };
    case 'RequestVoteResponse':
      return { ...common, voteGranted: message.voteGranted, re: message.re };
    case 'AppendEntries': {
      const { prevLogIndex, prevLogTerm, entries, leaderCommit } = message;
      const pairs = entries.map((entry) => [entry.term, commandJson(entry.command)]);
      return { ...common, prevLogIndex, prevLogTerm, entries: pairs, leaderCommit };
    }
    case 'AppendEntriesResponse': {
      const { success, matchIndex, re } = message;
      return { ...common, success, ...(success ? { matchIndex } : {}), re };
    }
  }
}
