/** What the first picture can do without: ways to step, stops, speed by itself, loops, and the care of branches. */
import type { Microseconds, Transition } from '../sim';
import {
  type Break,
  type BreakRule,
  decodeBreaks,
  type Exchange,
  exchangeOf,
  firstBreak,
  type Lookout,
  lengthAt,
  lookoutOf,
  nearestExchange,
  stepRound,
  stepServer,
  type Trace,
  transitionsBetween,
} from '../trace';
import { branchHere, bringBeside, deleteBranch, renameBranch, showBeside } from './branches';
import { type Core, notify, patch, type Tools } from './core';
import { pause, seek } from './playback';
import { placePlayhead, TIME_MAX } from './playhead';
import type { Direction, Loop } from './state';

// Speed and loops.

const lookouts = new WeakMap<Trace, Lookout>();

/** The virtual time that a frame goes on, in microseconds; a loop ends at its end. */
function lengthOf({ playhead, state }: Core, elapsed: number, usual: number): number {
  const { auto, loop } = state.getState().playback;
  const { trace, time, carry } = playhead;
  const length = auto ? lengthAt(trace, time, elapsed, lookoutFor(trace)) : usual;
  return loop?.to == null ? length : Math.min(length, Math.max(0, loop.to - time - carry));
}

function lookoutFor(trace: Trace): Lookout {
  const known = lookouts.get(trace) ?? lookoutOf(trace);
  lookouts.set(trace, known);
  return known;
}

/** Begins a loop anew where the play head is at its end, or outside of it. */
function enterLoop({ playhead, state }: Core): void {
  const { loop } = state.getState().playback;
  if (loop?.to == null) return;
  const now = playhead.time + playhead.carry;
  if (now < loop.from || now >= loop.to) placePlayhead(playhead, loop.from);
}

/** The shortest stretch that is repeated. */
const LOOP_LEAST: Microseconds = 1000;

/** What makes sense as a loop, or null. */
function loopOf(from: Microseconds, to: Microseconds | null): Loop | null {
  if (!Number.isSafeInteger(from) || from < 0 || from > TIME_MAX) return null;
  if (to === null) return { from, to };
  return Number.isSafeInteger(to) && to <= TIME_MAX && to - from >= LOOP_LEAST ? { from, to } : null;
}

function setLoop(core: Core, from: Microseconds | null, to: Microseconds | null = null): void {
  const loop = from === null ? null : loopOf(from, to);
  if (from === null || loop !== null) patch(core, 'playback', { loop });
}

/** The play head becomes the beginning of the loop. */
function beginLoop(core: Core): void {
  const { time } = core.playhead;
  const { loop } = core.state.getState().playback;
  const kept = loop?.to == null ? null : loopOf(time, loop.to);
  patch(core, 'playback', { loop: kept ?? { from: time, to: null } });
}

/** The play head becomes the end of the loop; where it lies before the beginning, that becomes the end. */
function endLoop(core: Core): void {
  const { time } = core.playhead;
  const from = core.state.getState().playback.loop?.from ?? 0;
  const loop = loopOf(Math.min(from, time), Math.max(from, time));
  if (loop !== null) patch(core, 'playback', { loop });
}

// Stops.

const KEY = 'raftarium.breaks';
const VERSION = 1;

/** The first of the stops after one instant up to another, or null. */
function stopBetween(core: Core, after: Microseconds, upTo: Microseconds): Break | null {
  const { breaks } = core.state.getState().playback;
  if (!breaks.some(({ type }) => type !== 'violation')) return null;
  return firstBreak(transitionsBetween(core.playhead.trace, after, upTo), breaks);
}

function setBreaks(core: Core, rules: readonly BreakRule[]): void {
  const breaks = decodeBreaks(rules);
  patch(core, 'playback', { breaks });
  try {
    core.environment.storage?.setItem(KEY, JSON.stringify({ version: VERSION, breaks }));
  } catch {
    // Storage is full or denied: the stops last as long as the page.
  }
}

/** The stops that were kept, as far as they make sense. */
function restoreBreaks(core: Core): void {
  try {
    const kept: unknown = JSON.parse(core.environment.storage?.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('breaks' in kept)) return;
    if ((kept as { version?: unknown }).version !== VERSION) return;
    patch(core, 'playback', { breaks: decodeBreaks(kept.breaks) });
  } catch {
    // What cannot be read is as if it had never been kept.
  }
}

// Steps.

/** The exchange that was followed by the last step, and where that step ended. */
interface Followed {
  readonly trace: Trace;
  readonly time: Microseconds;
  readonly exchange: Exchange;
}

const followed = new WeakMap<Core, Followed>();

/** To the next or previous thing that happens at the selected server, and stays there. */
function stepOfServer(core: Core, direction: Direction): void {
  const { selection } = core.state.getState().view;
  if (selection?.type !== 'server') {
    notify(core, { type: 'noServer' });
    return;
  }
  go(core, direction, stepServer(core.playhead.trace, core.playhead.time, direction, selection.id));
}

/**
 * To the next or previous moment of an exchange: a request is sent, it arrives, its answer arrives. The exchanges of
 * the selected message are followed, or those of the last such step, or else the nearest of the selected server.
 */
function stepOfRound(core: Core, direction: Direction): void {
  const { trace, time } = core.playhead;
  const exchange = exchangeFor(core, direction);
  const found = exchange === null ? null : stepRound(trace, time, direction, exchange);
  go(core, direction, found);
  if (exchange === null || found === null) return;
  followed.set(core, { trace, time: found.at, exchange });
  showMessage(core, found, exchange);
}

function exchangeFor(core: Core, direction: Direction): Exchange | null {
  const { trace, time } = core.playhead;
  const last = followed.get(core);
  if (last?.trace === trace && last.time === time) return last.exchange;
  const { selection } = core.state.getState().view;
  if (selection?.type === 'message') {
    const view = core.publisher.frame().messages.find(({ key }) => key === selection.key);
    if (view !== undefined) return exchangeOf(view.message);
  }
  return nearestExchange(trace, time, direction, selection?.type === 'server' ? selection.id : null);
}

/** What was just sent is selected, unless the reader looks at a server. */
function showMessage(core: Core, { events }: Transition, exchange: Exchange): void {
  const { selection } = core.state.getState().view;
  if (selection?.type === 'server') return;
  for (const event of events) {
    if (event.type !== 'send') continue;
    const { key, packet } = event.flight;
    if (packet.type === 'ClientRequest' || packet.type === 'ClientResponse') continue;
    const of = exchangeOf(packet);
    if (of.from !== exchange.from || of.to !== exchange.to) continue;
    patch(core, 'view', { selection: { type: 'message', key } });
    return;
  }
}

function go(core: Core, direction: Direction, found: Transition | null): void {
  pause(core);
  if (found !== null) seek(core, found.at);
  else if (direction < 0) seek(core, 0);
  else notify(core, { type: 'noStep' });
}

/** All of it, as the store uses it. */
export const tools: Tools = {
  lengthOf,
  enterLoop,
  stopBetween,
  setAuto: (core, auto) => patch(core, 'playback', { auto }),
  setLoop,
  markLoop: (core, end) => (end === 'from' ? beginLoop(core) : endLoop(core)),
  stepBy: (core, by, direction) => (by === 'server' ? stepOfServer(core, direction) : stepOfRound(core, direction)),
  setBreaks,
  restoreBreaks,
  branchHere,
  renameBranch,
  deleteBranch,
  showBeside,
  bringBeside,
};
