/** What a trace remembers of all of its past: who was what, and the moments by which one finds the way. */

import type { RuleId } from '../raft';
import type { ActionType, Run, Transition } from '../sim';
import { isLeaderChange } from './changes';
import { topicOfRecorded } from './topics-recorded';
import type { Mark, MarkType, RoleSpan, Trace } from './trace';

/** Enough for days of calm; in a storm of elections the oldest marks and stretches are forgotten. */
const MOST = 20_000;

export function startSpans(run: Run): RoleSpan[][] {
  return Array.from({ length: run.config.servers }, (_, i) => [
    {
      server: i + 1,
      status: 'up',
      role: 'follower',
      term: run.config.initial?.[i]?.currentTerm ?? 0,
      from: 0,
      to: Number.POSITIVE_INFINITY,
    },
  ]);
}

export function noteSpan(trace: Trace, transition: Transition): void {
  const { after, at, server, action } = transition;
  if (action?.type === 'addServer' && trace.spans.length < trace.head.hosts.length)
    trace.spans.push([newcomer(trace, at)]);
  if (after === null || server === null) return;
  const spans = trace.spans[server - 1];
  const last = spans[spans.length - 1];
  if (last.status === after.status && last.role === after.role && last.term === after.currentTerm) return;
  last.to = at;
  const { status, role, currentTerm: term } = after;
  spans.push({ server, status, role, term, from: at, to: Number.POSITIVE_INFINITY });
  if (spans.length > MOST) spans.splice(0, MOST >> 1);
}

const newcomer = ({ spans }: Trace, at: number): RoleSpan => ({
  server: spans.length + 1,
  status: 'up',
  role: 'follower',
  term: 0,
  from: at,
  to: Number.POSITIVE_INFINITY,
});

export function noteMarks(trace: Trace, transition: Transition): void {
  const type = markOf(transition);
  if (type === null) return;
  const { at, seq, server, after, client } = transition;
  const mark: Mark = { type, at, seq, server: client === null ? server : null, term: after?.currentTerm ?? null };
  trace.marks.push(mark);
  if (trace.marks.length > MOST) trace.marks.splice(0, MOST >> 1);
}

/** What a transition is as a moment by which a reader finds the way, or null. */
export function markOf(transition: Transition): MarkType | null {
  const { action, before, after, rules } = transition;
  if (action !== null) {
    return isIdle(action.type, before?.status !== after?.status || rules.length > 0) ? null : markOfAction(action.type);
  }
  if (isLeaderChange(transition)) return 'leader';
  if (rules.some((rule) => MEMBER_RULES.includes(rule))) return 'members';
  if (rules.includes('installSnapshot')) return 'snapshot';
  if (transition.recorded) return markOfRecorded(transition);
  return rules.includes('beginElection') || rules.includes('electAgain') ? 'election' : null;
}

function markOfRecorded(transition: Transition): MarkType | null {
  const { before, after } = transition;
  const topic = topicOfRecorded(transition);
  if (after?.role === 'leader' && after.configuration !== before?.configuration) return 'members';
  if (topic === 'sawCandidate') return 'election';
  return topic === 'sawSnapshot' ? 'snapshot' : null;
}

/** A leader appends a configuration. */
const MEMBER_RULES: readonly RuleId[] = ['changeMember', 'beginJoint', 'leaveJoint'];

/** The action was to change what a server is or does, and nothing came of it. */
function isIdle(type: ActionType, isChanged: boolean): boolean {
  return !isChanged && OF_SERVERS.includes(type);
}

const OF_SERVERS: readonly ActionType[] = ['crash', 'restart', 'pause', 'resume', 'changeMembers', 'compact'];

function markOfAction(type: ActionType): MarkType | null {
  switch (type) {
    case 'crash':
    case 'restart':
    case 'pause':
    case 'resume':
      return type;
    case 'partition':
    case 'isolate':
    case 'cut':
    case 'hold':
      return 'cut';
    case 'heal':
    case 'rejoin':
    case 'repair':
    case 'release':
      return 'heal';
    case 'drop':
    case 'duplicate':
    case 'deliver':
      return 'message';
    case 'clientRequest':
      return 'request';
    case 'addServer':
    case 'changeMembers':
      return 'members';
    case 'compact':
      return 'snapshot';
    case 'setOptions':
      return 'rules';
    default:
      return null;
  }
}
