/** What a trace remembers of all of its past: who was what, and the moments by which one finds the way. */

import type { ActionType, Run, Transition } from '../sim';
import { isLeaderChange } from './changes';
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
  const { after, at, server } = transition;
  if (after === null || server === null) return;
  const spans = trace.spans[server - 1];
  const last = spans[spans.length - 1];
  if (last.status === after.status && last.role === after.role && last.term === after.currentTerm) return;
  last.to = at;
  const { status, role, currentTerm: term } = after;
  spans.push({ server, status, role, term, from: at, to: Number.POSITIVE_INFINITY });
  if (spans.length > MOST) spans.splice(0, MOST >> 1);
}

export function noteMarks(trace: Trace, transition: Transition): void {
  const type = markOf(transition);
  if (type === null) return;
  const { at, seq, server, after, client } = transition;
  const mark: Mark = { type, at, seq, server: client === null ? server : null, term: after?.currentTerm ?? null };
  trace.marks.push(mark);
  if (trace.marks.length > MOST) trace.marks.splice(0, MOST >> 1);
}

function markOf(transition: Transition): MarkType | null {
  const { action, before, after } = transition;
  if (action !== null) return isIdle(action.type, before?.status !== after?.status) ? null : markOfAction(action.type);
  if (isLeaderChange(transition)) return 'leader';
  return transition.rules.includes('beginElection') || transition.rules.includes('electAgain') ? 'election' : null;
}

/** The action was to change what a server is, and the server was like that already. */
function isIdle(type: ActionType, isChanged: boolean): boolean {
  return !isChanged && (type === 'crash' || type === 'restart' || type === 'pause' || type === 'resume');
}

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
    default:
      return null;
  }
}
