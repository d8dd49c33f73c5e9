/** What a step of a recording is about: what it changed, because which rule was followed nobody has written down. */
import type { Transition } from '../sim';
import { commitChange, growth, isLeaderChange, truncation } from './changes';
import type { RecordedTopic } from './weights';

export function topicOfRecorded(transition: Transition): RecordedTopic | 'lose' | 'quiet' {
  const { kind, before, after } = transition;
  if (kind === 'lose') return 'lose';
  if (before === null || after === null) return 'quiet';
  if (isLeaderChange(transition)) return 'sawLeader';
  if (truncation(transition) !== null) return 'sawTruncate';
  if (before.role !== 'candidate' && after.role === 'candidate') return 'sawCandidate';
  if (after.role === 'candidate' && after.currentTerm > before.currentTerm) return 'sawCandidate';
  if (before.role === 'leader') return leaderTopic(transition);
  if (before.role !== 'precandidate' && after.role === 'precandidate') return 'sawPreCandidate';
  return changeOf(transition) ?? inputOf(transition);
}

function leaderTopic(transition: Transition): RecordedTopic | 'quiet' {
  if (transition.after?.role !== 'leader') return 'sawStepDown';
  return changeOf(transition) ?? inputOf(transition);
}

/** Nothing changed: what it was that changed nothing. */
function inputOf({ kind, flight }: Transition): RecordedTopic | 'quiet' {
  if (kind === 'heartbeatTimeout') return 'sawTick';
  return kind === 'deliver' && flight !== null ? 'sawReceive' : 'quiet';
}

/** What anybody may do. */
function changeOf(transition: Transition): RecordedTopic | null {
  const { before, after } = transition;
  if (before === null || after === null) return null;
  const { snapshot } = after;
  // Where the term is not told, the log is known from there on only.
  const isKnown = snapshot !== null && snapshot.last.term > 0;
  if (isKnown && snapshot.last.index > (before.snapshot?.last.index ?? 0)) return 'sawSnapshot';
  if (after.votedFor !== null && after.votedFor !== before.votedFor) return 'sawVote';
  if (commitChange(transition) !== null) return 'sawCommit';
  if (growth(transition) !== null) return 'sawAppend';
  return after.currentTerm !== before.currentTerm ? 'sawTerm' : null;
}
