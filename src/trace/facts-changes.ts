/** Facts that the two sides of a transition give. */
import {
  type Configuration,
  type Entry,
  entriesBetween,
  isMember,
  isOff,
  isUpToDate,
  membersOf,
  type Options,
  type ServerId,
  termAt,
} from '../raft';
import type { Summary, Transition } from '../sim';
import { commitChange, growth, truncation } from './changes';
import { type Because, type Broken, type Some, votersOf } from './facts-shape';
import type { Topic } from './topics';

/** What changed in the server, as far as the topic is about it. */
export function changeFacts(transition: Transition, topic: Topic, options: Options): Some {
  const { before, after } = transition;
  if (before === null || after === null) return {};
  return logFacts(transition, topic, before, after, options) ?? otherFacts(transition, topic, before, after, options);
}

/** Topics that are about logs, commits and snapshots; null for the others. */
function logFacts(
  transition: Transition,
  topic: Topic,
  before: Summary,
  after: Summary,
  options: Options,
): Some | null {
  const { flight } = transition;
  switch (topic) {
    case 'sawAppend':
    case 'acceptCommand':
    case 'appendNoop':
      return grownFacts(transition);
    case 'appendEntries':
      return { ...grownFacts(transition), broken: uncheckedAppend(transition, before) };
    case 'sawTruncate':
    case 'truncateConflict': {
      const lost = truncation(transition);
      const broken = isOff(options, 'overTruncate') ? 'overTruncate' : '';
      return lost === null ? {} : { from: lost.kept + 1, count: lost.lost.length, broken };
    }
    case 'sawCommit':
    case 'commitByCounting':
    case 'commitEarlier':
    case 'followCommit': {
      const committed = commitChange(transition);
      return committed === null ? {} : { from: committed.from + 1, index: committed.to };
    }
    case 'applyCommitted':
      return { from: before.lastApplied + 1, index: after.lastApplied };
    case 'initLeader':
      return { index: before.log.index + 1 };
    case 'restartFromDisk':
      return { ownIndex: after.log.index, ownTerm: after.log.term };
    case 'failConsistencyCheck': {
      if (flight?.packet.type !== 'AppendEntries') return {};
      const { prevLogIndex, prevLogTerm } = flight.packet;
      return { index: prevLogIndex, otherTerm: prevLogTerm, ownTerm: termAt(before.log, prevLogIndex) };
    }
    case 'respondAfterApply': {
      const applied = transition.events.find((event) => event.type === 'apply');
      return applied === undefined ? {} : { index: applied.entry.index };
    }
    case 'takeSnapshot':
      return { from: (before.snapshot?.last.index ?? 0) + 1, index: after.snapshot?.last.index ?? 0 };
    case 'installSnapshot':
    case 'keepAfterSnapshot':
    case 'ignoreOldSnapshot':
      return { from: before.commitIndex, ...snapshotFacts(transition, topic, before) };
    default:
      return null;
  }
}

function grownFacts(transition: Transition): Some {
  const grown = growth(transition);
  return grown === null ? {} : { from: grown.from, index: grown.to, count: grown.to - grown.from + 1 };
}

/** Entries were taken although the log before them does not match. */
function uncheckedAppend({ flight }: Transition, before: Summary): Broken {
  if (flight?.packet.type !== 'AppendEntries') return '';
  const { prevLogIndex, prevLogTerm } = flight.packet;
  if (prevLogIndex < (before.snapshot?.last.index ?? 0)) return '';
  return termAt(before.log, prevLogIndex) === prevLogTerm ? '' : 'noConsistencyCheck';
}

function snapshotFacts({ flight }: Transition, topic: Topic, before: Summary): Some {
  if (flight?.packet.type !== 'InstallSnapshot') return {};
  const { lastIncludedIndex: index, lastIncludedTerm } = flight.packet;
  const isWrong =
    topic === 'keepAfterSnapshot' ? termAt(before.log, index) !== lastIncludedTerm : index <= before.commitIndex;
  const otherTerm = lastIncludedTerm;
  return { index, otherTerm, broken: isWrong && topic !== 'ignoreOldSnapshot' ? 'snapshotRules' : '' };
}

function otherFacts(transition: Transition, topic: Topic, before: Summary, after: Summary, options: Options): Some {
  const { action, rules, server } = transition;
  const members = membersOf(before.configuration);
  switch (topic) {
    case 'askPreVote':
    case 'beginElection':
    case 'electAgain':
    case 'electAtOnce':
      return { others: members.filter((id) => id !== server), because: groundOfElection(transition) };
    case 'stayQuiet': {
      const isVoter = isMember(before.configuration, server ?? 0);
      return { members, because: isVoter ? 'priority' : 'member' };
    }
    case 'grantVote':
      return { broken: wrongVote(transition, before, options) };
    case 'grantPreVote':
      return { broken: isStale(transition, before) ? 'noElectionRestriction' : '' };
    case 'catchUp':
      return action?.type === 'changeMembers'
        ? { newcomers: action.voters.filter((id) => !members.includes(id)), index: before.log.index }
        : {};
    case 'caughtUp':
      return { ...votersOf(after.configuration), newcomers: without(membersOf(after.configuration), members) };
    case 'changeMember':
    case 'beginJoint':
    case 'leaveJoint':
      return {
        ...grownFacts(transition),
        ...votersOf(after.configuration),
        broken: topic === 'leaveJoint' ? '' : wrongChange(before, after.configuration, topic),
      };
    case 'adoptConfiguration':
    case 'rollBackConfiguration':
      return { ...votersOf(after.configuration), index: entryOfChange(transition) };
    case 'leaveCluster': {
      const index = lastConfiguration(entriesBetween(after.log, after.snapshot?.last.index ?? 1, after.log.index));
      const isEarly = index > after.commitIndex;
      return { ...votersOf(after.configuration), index, broken: isEarly ? 'removeSelfEarly' : '' };
    }
    case 'beginRead':
      return { index: after.commitIndex };
    case 'serveRead':
    case 'readByLease':
    case 'readStale':
    case 'answersUnchecked':
      return { index: after.lastApplied };
    case 'beginTransfer':
      return { because: rules.includes('yieldToPriority') ? 'priority' : '' };
    default:
      return {};
  }
}

function groundOfElection({ kind, rules }: Transition): Because {
  if (kind === 'electionTimeout') return 'timer';
  return rules.includes('electAtOnce') ? 'leader' : 'preVotes';
}

/** The log of whoever asks is less up to date than the server's own. */
function isStale({ flight }: Transition, { log }: Summary): boolean {
  const packet = flight?.packet;
  if (packet?.type !== 'RequestVote' && packet?.type !== 'PreVote') return false;
  return !isUpToDate(packet.lastLogTerm, packet.lastLogIndex, log);
}

/** The vote was given already, or goes to a log that is less up to date. */
function wrongVote(transition: Transition, before: Summary, options: Options): Broken {
  const packet = transition.flight?.packet;
  if (packet?.type !== 'RequestVote') return '';
  const { votedFor, currentTerm } = before;
  if (currentTerm === packet.term && votedFor !== null && votedFor !== packet.from) return 'voteTwice';
  if (!isStale(transition, before)) return '';
  if (isOff(options, 'noElectionRestriction')) return 'noElectionRestriction';
  return isOff(options, 'lengthOnly') ? 'lengthOnly' : 'lastTermOnly';
}

/** The change would not have begun while all rules hold. */
function wrongChange(before: Summary, { voters }: Configuration, topic: Topic): Broken {
  const old = before.configuration.voters;
  const size = without(voters, old).length + without(old, voters).length;
  if (topic === 'changeMember' && size !== 1) return 'configJump';
  const { log, commitIndex, currentTerm } = before;
  if (lastConfiguration(entriesBetween(log, commitIndex + 1, log.index)) > 0) return 'configOverlap';
  return termAt(log, commitIndex) === currentTerm ? '' : 'configBeforeNoop';
}

/** The entry that brought a configuration, or that was deleted with one. */
function entryOfChange(transition: Transition): number {
  const { after } = transition;
  const grown = growth(transition);
  const added = after === null || grown === null ? [] : entriesBetween(after.log, grown.from, grown.to);
  return lastConfiguration(added) || lastConfiguration(truncation(transition)?.lost ?? []);
}

/** The index of the last of the entries that holds a configuration; 0: none does. */
function lastConfiguration(entries: readonly Entry[]): number {
  return entries.findLast(({ command }) => command.type === 'configuration')?.index ?? 0;
}

const without = (ids: readonly ServerId[], others: readonly ServerId[]): readonly ServerId[] =>
  ids.filter((id) => !others.includes(id));
