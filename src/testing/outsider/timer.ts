/** When the election timer starts anew, and for how long (Figure 2, Followers; §5.2). */
import { type Around, isCurrent, isMessage } from './around';
import { stands } from './elections';
import { type Json, str } from './lines';
import type { Input, Server } from './server';
import type { State } from './state';

/** For a leader of the term, a vote granted, an election begun or asked about, a leadership lost. */
export function checkTimer(server: Server, before: State, input: Input, around: Around): void {
  const { id, state } = server;
  const { report, time } = around;
  if (state.deadline === before.deadline) return;
  // A deadline that is told for the first time may have been set before.
  if (before.deadline === null || input.kind === 'restart') return;
  if (state.deadline !== null) checkLength(id, state.deadline, around);
  const canvasses = state.role === 'candidate' || state.role === 'precandidate';
  const begins = canvasses && (input.kind === 'timeout' || stands(server, input));
  const heard = isMessage(input, 'AppendEntries', 'InstallSnapshot') && isCurrent(input, state);
  const granted =
    isMessage(input, 'RequestVote') && isCurrent(input, state) && state.votedFor === str(input.message as Json, 'from');
  const deposed = before.role === 'leader' && state.role !== 'leader';
  if (!begins && !heard && !granted && !deposed) {
    report('timer', `${id} starts its election timer anew without a reason at ${time}`);
  }
}

export function checkLength(id: string, deadline: number, { report, time, timeout }: Around): void {
  const length = deadline - time;
  if (length <= 0) report('timer', `${id}: its deadline has passed already`);
  else if (timeout !== null && (length < timeout.min - 1e-6 || length > timeout.max + 1e-6)) {
    report('timer', `${id} waits ${length} ms, outside of ${timeout.min} to ${timeout.max}`);
  }
}
