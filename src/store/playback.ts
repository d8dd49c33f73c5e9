/** Playing, pausing, seeking and stepping. */
import { clamp } from '../base';
import { MILLISECOND, type Microseconds } from '../sim';
import { isRecorded, markAfter, markBefore, transitionAfter, transitionBefore } from '../trace';
import { type Core, isAddressDue, jumped, notify, patch, syncAddress, syncState } from './core';
import { advancePlayhead, approachGoal, placePlayhead } from './playhead';
import { violationBetween } from './safety';
import { type Direction, type NoticeContent, RATES } from './state';

/** How often the state follows the play head while playing, in real milliseconds: with every other beat. */
const STATE_INTERVAL = 200;

/** One animation frame: time first, then who draws, then state and address, which may lag behind. */
export function onFrame(core: Core, elapsed: number): void {
  const { playhead, environment, state } = core;
  const { playing, rate } = state.getState().playback;
  if (playhead.goal !== null) {
    approachGoal(playhead, environment.now);
    if (playhead.goal !== null) core.clock.request();
    else jumped(core);
  } else if (playing && elapsed > 0) {
    goOn(core, elapsed, elapsed * rate * MILLISECOND);
  }
  const now = environment.now();
  const isBeat = core.publisher.publish(now, playing);
  if (isBeat && now - core.syncedAt >= STATE_INTERVAL) syncState(core);
  if (playing && isAddressDue(core)) syncAddress(core);
}

/** A frame of playing, which ends early on what playback is to stop on. */
function goOn(core: Core, elapsed: number, usual: number): void {
  const { playhead, tools, state } = core;
  tools?.enterLoop(core);
  const before = playhead.time;
  advancePlayhead(playhead, tools?.lengthOf(core, elapsed, usual) ?? usual, isMotionReduced(core));
  const isWatched = state.getState().playback.breaks.some(({ type }) => type === 'violation');
  const violation = isWatched ? violationBetween(playhead.trace, before, playhead.time) : null;
  const stop = tools?.stopBetween(core, before, violation?.at ?? playhead.time) ?? null;
  // What broke is more than what was waited for.
  if (stop !== null && stop.at !== violation?.at) stopAt(core, stop.at, { type: 'stopped', stop });
  else if (violation !== null) stopAt(core, violation.at, { type: 'broken', violation });
  else if (playhead.time >= playhead.trace.source.end) pause(core);
}

export function play(core: Core): void {
  if (core.state.getState().playback.playing) return;
  patch(core, 'playback', { playing: true });
  core.clock.start();
}

export function pause(core: Core): void {
  const { playback } = core.state.getState();
  if (!playback.playing && core.playhead.goal === null) return;
  core.playhead.goal = null;
  core.clock.stop();
  patch(core, 'playback', { playing: false });
  jumped(core);
}

/** The play head stays at the transition, and a notice says why. */
function stopAt(core: Core, time: Microseconds, why: NoticeContent): void {
  placePlayhead(core.playhead, time);
  pause(core);
  notify(core, why);
}

export function seek(core: Core, time: Microseconds): void {
  placePlayhead(core.playhead, time);
  jumped(core);
}

/** To the next or previous transition, and stays there. */
export function stepEvent(core: Core, direction: Direction): void {
  pause(core);
  const { trace, time } = core.playhead;
  if (direction < 0) {
    seek(core, transitionBefore(trace, time)?.at ?? 0);
    return;
  }
  const next = transitionAfter(trace, time);
  if (next === null) notify(core, { type: isRecorded(trace) ? 'recordingEnds' : 'noEvent' });
  else {
    seek(core, next.at);
    const violation = violationBetween(trace, time, next.at);
    if (violation !== null) notify(core, { type: 'broken', violation });
  }
}

/** To the next or previous key moment, and stays there. */
export function stepMark(core: Core, direction: Direction): void {
  pause(core);
  const { trace, time } = core.playhead;
  const mark = direction < 0 ? markBefore(trace, time) : markAfter(trace, time);
  if (mark !== null) seek(core, mark.at);
  else if (direction < 0) seek(core, 0);
  else notify(core, isRecorded(core.playhead.trace) ? { type: 'recordingEnds' } : { type: 'noMoment', direction });
}

/** @param rate virtual time per real time, within those of RATES */
export function setRate(core: Core, rate: number): void {
  patch(core, 'playback', { rate: clamp(rate, RATES[0], RATES[RATES.length - 1]), auto: false });
}

/** The next slower or faster of RATES. */
export function changeRate(core: Core, direction: Direction): void {
  const { rate } = core.state.getState().playback;
  const next = direction > 0 ? RATES.find((other) => other > rate) : RATES.findLast((other) => other < rate);
  setRate(core, next ?? rate);
}

/** The reader, or else the system, wants nothing to move by itself. */
export function isMotionReduced({ state, environment }: Core): boolean {
  const { motion } = state.getState().settings;
  return motion === 'reduce' || (motion === 'auto' && environment.prefersReducedMotion());
}
