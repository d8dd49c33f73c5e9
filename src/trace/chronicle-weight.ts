/** Which transitions a reader would miss if they were left out. */
import { isHeartbeat, type RuleId } from '../raft';
import type { Transition } from '../sim';
import { commitChange } from './changes';
import type { Sign } from './chronicle-columns';

/**
 * Whether something happened that is not the same as ever: heartbeats that change nothing, their answers, the writes
 * and waits in between and the loss of what nobody will miss are not.
 */
export function isTelling(transition: Transition): boolean {
  const { kind, action, client, flight, before, after } = transition;
  if (action !== null || kind === 'electionTimeout') return true;
  if (client !== null) return transition.events.length > 0;
  if (isChanged(before, after)) return true;
  if (flight === null) return false;
  const { packet } = flight;
  if (packet.type === 'AppendEntries') return kind !== 'wait' && !isHeartbeat(packet);
  if (packet.type === 'AppendEntriesResponse') return kind === 'deliver' && !packet.success;
  return kind !== 'wait';
}

function isChanged(before: Transition['before'], after: Transition['after']): boolean {
  if (before === null || after === null) return false;
  return (
    before.status !== after.status ||
    before.role !== after.role ||
    before.currentTerm !== after.currentTerm ||
    before.votedFor !== after.votedFor ||
    before.commitIndex !== after.commitIndex ||
    before.log !== after.log ||
    before.snapshot !== after.snapshot ||
    before.configuration !== after.configuration
  );
}

const MEMBER_RULES: readonly RuleId[] = ['beginJoint', 'changeMember', 'leaveJoint', 'leaveCluster'];

export function signOf({ kind, events, rules, action }: Transition): Sign {
  if (events.some(({ type }) => type === 'takeSnapshot' || type === 'restore')) return 'snapshot';
  if (rules.some((rule) => MEMBER_RULES.includes(rule))) return 'members';
  return kind === 'electionTimeout' || action?.type === 'expireTimer' ? 'timer' : 'plain';
}

/** How far a leader committed by it, or null; followers only hear of it. */
export function leaderCommit(transition: Transition): ReturnType<typeof commitChange> {
  return transition.after?.role === 'leader' ? commitChange(transition) : null;
}
