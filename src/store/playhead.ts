/** Where in which trace the reader is, exactly. The state that React sees follows it a few times a second. */
import { clamp } from '../base';
import { LIMITS } from '../share';
import type { Microseconds } from '../sim';
import { extend, type Trace, transitionAt } from '../trace';

/** No play head goes beyond the times that links accept: ten virtual days. */
export const TIME_MAX: Microseconds = LIMITS.time;

/** What one frame simulates, in virtual time, before it looks at the real time again. */
const SLICE: Microseconds = 250_000;
/** What one frame may spend on simulating towards a far goal, in real milliseconds. */
const BUDGET = 12;

export interface Playhead {
  trace: Trace;
  time: Microseconds;
  /** Parts of a microsecond and, with reduced motion, the time since the last event. */
  carry: number;
  /** The instant to which the trace is being simulated over several frames, or null. */
  goal: Microseconds | null;
}

/** Moves on by a length of virtual time in microseconds, in steps of whole events if `byEvents`. */
export function advancePlayhead(playhead: Playhead, length: number, byEvents: boolean): void {
  const exact = Math.min(TIME_MAX, playhead.trace.source.end, playhead.time + playhead.carry + length);
  const whole = Math.floor(exact);
  extend(playhead.trace, whole);
  playhead.time = byEvents ? Math.max(playhead.time, transitionAt(playhead.trace, whole)?.at ?? 0) : whole;
  playhead.carry = exact - playhead.time;
}

/** Puts the play head at an instant. What is far beyond the horizon becomes a goal for the next frames. */
export function placePlayhead(playhead: Playhead, time: Microseconds): void {
  const target = Math.round(clamp(time, 0, Math.min(TIME_MAX, playhead.trace.source.end)));
  playhead.carry = 0;
  playhead.goal = null;
  if (target > playhead.trace.horizon + 20 * SLICE) {
    playhead.goal = target;
  } else {
    extend(playhead.trace, target);
    playhead.time = target;
  }
}

/** Simulates towards the goal for a part of a frame; the play head shows how far it got. */
export function approachGoal(playhead: Playhead, now: () => number): void {
  const { goal, trace } = playhead;
  if (goal === null) return;
  const until = now() + BUDGET;
  do extend(trace, Math.min(goal, trace.horizon + SLICE));
  while (trace.horizon < goal && now() < until);
  playhead.time = Math.min(goal, trace.horizon);
  if (trace.horizon >= goal) playhead.goal = null;
}
