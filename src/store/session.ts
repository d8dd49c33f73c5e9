/** Which run is on stage: acting, undoing, branches, links, fresh clusters. */
import { failure, type Result, success } from '../base';
import { roundest } from '../share';
import { type Action, actionOf, groupRun, type Microseconds, type Run, record } from '../sim';
import {
  clusterAt,
  createTrace,
  extend,
  forgetCache,
  fork,
  isRecorded,
  type Trace,
  transitionAt,
  transitionsBetween,
} from '../trace';
import { namesDiagram, readAddress } from './address';
import { type Core, jumped, notify, type Past, patch, replaceSession } from './core';
import { type ClusterSetup, freshRun, pleasantRun } from './fresh';
import { showGroup } from './groups';
import { isMotionReduced, pause, play } from './playback';
import { type Playhead, placePlayhead, TIME_MAX } from './playhead';
import { type RefusalReason, refusal } from './refusal';
import { violationBetween } from './safety';
import type { Branch, BranchName } from './state';

/** A future shorter than this is not worth keeping when the reader acts before it: a second of watching at 1/20. */
const BLINK: Microseconds = 50_000;

/** A frame of playing at full speed. */
const FRAME: Microseconds = 16_667;
/** So near that nobody sees the difference, however slowly it plays. */
const NEAR: Microseconds = 500;

const UNDO_MAX = 100;
const BRANCHES_MAX = 50;

/** Does something to the cluster at the play head, or says why not; the error is a RefusalReason. */
export function act(core: Core, action: Action): Result<void> {
  const { playhead } = core;
  playhead.goal = null;
  const reason = refusalAt(playhead, action);
  if (reason !== null || action.type === 'inGroup') {
    notify(core, { type: 'refused', reason: reason ?? 'noChange', action });
    return failure(reason ?? 'noChange');
  }
  const { session } = core.state.getState();
  const { horizon } = playhead.trace;
  const time = timeToAct(core, session.run);
  const run = record(session.run, time, actionOf(action, session.group));
  const branch = isFutureWorthKeeping(session.run, horizon, time) ? newBranch(core) : null;
  const trace = fork(playhead.trace, groupRun(run, session.group));
  extend(trace, time);
  core.past = pastWithNow(core);
  const branches = branch === null ? session.branches : [...session.branches, branch].slice(-BRANCHES_MAX);
  const current = branch === null ? session.current : null;
  replaceSession(core, { ...session, run, trace, branches, current }, time);
  if (branch === null) patch(core, 'view', { notice: null });
  else notify(core, { type: 'branchKept', branch: branch.id, name: branch.name });
  jumped(core);
  return success(undefined);
}

/** Why an action makes no sense at the play head, or null. Nothing can be done in a recording. */
export function refusalAt({ trace, time }: Playhead, action: Action): RefusalReason | null {
  return isRecorded(trace) ? 'recorded' : refusal(clusterAt(trace, time), action);
}

/** Takes back the last action of the reader, and what it did to the branches. */
export function undo(core: Core): void {
  const last = core.past.pop();
  if (last !== undefined) {
    replaceSession(core, last, last.time);
    notify(core, { type: 'undone', at: last.time });
    jumped(core);
    return;
  }
  const { session } = core.state.getState();
  const recorded = session.run.actions.at(-1);
  if (recorded === undefined || isRecorded(core.playhead.trace)) {
    notify(core, { type: 'nothingToUndo' });
    return;
  }
  const run = { ...session.run, actions: session.run.actions.slice(0, -1) };
  const trace = fork(core.playhead.trace, groupRun(run, session.group));
  const time = Math.min(core.playhead.time, recorded.at - 1);
  extend(trace, time);
  replaceSession(core, { ...session, run, trace }, time);
  notify(core, { type: 'undone', at: time });
  jumped(core);
}

/** Puts another run on stage, paused at an instant. What was open is gone, unless `past` leads back to it. */
export function openRun(
  core: Core,
  run: Run,
  time: Microseconds,
  scenario: string | null = null,
  past: Past[] = [],
): void {
  core.past = past;
  core.others.clear();
  pause(core);
  replaceSession(
    core,
    { run, group: 1, trace: createTrace(groupRun(run, 1)), branches: [], current: null, scenario },
    0,
  );
  placePlayhead(core.playhead, time);
  patch(core, 'playback', { loop: null });
  patch(core, 'view', { selection: null, notice: null, client: 1, beside: null });
  jumped(core);
}

/** Puts a recording on stage, at what it broke first, or at its start. What was open comes back with `undo`. */
export function openRecording(core: Core, trace: Trace): void {
  core.past = pastWithNow(core);
  core.others.clear();
  pause(core);
  replaceSession(core, { run: trace.run, group: 1, trace, branches: [], current: null, scenario: null }, 0);
  patch(core, 'view', { selection: null, notice: null, client: 1, beside: null });
  const violation = violationBetween(trace, 0, trace.source.end);
  placePlayhead(core.playhead, violation?.at ?? 0);
  notify(
    core,
    violation === null ? { type: 'opened', name: trace.source.origin?.name ?? null } : { type: 'broken', violation },
  );
  jumped(core);
}

/** Back to what was open before the recording, whatever was noted in it. */
export function leaveRecording(core: Core): void {
  pause(core);
  while (core.past.length > 1 && isRecorded(core.past[core.past.length - 1].trace)) core.past.pop();
  undo(core);
}

/** A fresh cluster of 3 to 9 servers, which plays at once unless motion is reduced. */
export function newCluster(core: Core, servers: number, seed: number | null = null, setup: ClusterSetup = {}): void {
  const run = seed === null ? pleasantRun(servers, core.environment.randomSeed, setup) : freshRun(servers, seed, setup);
  openRun(core, run, 0);
  if (isMotionReduced(core)) notify(core, { type: 'offerPlay' });
  else play(core);
}

/** Goes to a branch; what is on stage becomes one, so that the way back stays open. */
export function switchBranch(core: Core, id: number): void {
  const { session } = core.state.getState();
  const branch = session.branches.find((other) => other.id === id);
  if (branch === undefined) return;
  pause(core);
  core.past = pastWithNow(core);
  const left = newBranch(core);
  const branches = [...session.branches.filter((other) => other !== branch), left];
  const { name, title } = branch;
  replaceSession(
    core,
    {
      ...session,
      run: branch.run,
      trace: fork(core.playhead.trace, groupRun(branch.run, session.group)),
      branches,
      current: { id, name, title },
    },
    0,
  );
  // Who looks at both goes on doing so, at the same instant.
  const isBeside = core.state.getState().view.beside === id;
  if (isBeside) patch(core, 'view', { beside: left.id });
  placePlayhead(core.playhead, isBeside ? left.leftAt : branch.leftAt);
  notify(core, { type: 'branchOpened', branch: left.id, name: title ?? name });
  jumped(core);
}

/** Links are read before a store is made that they lead to. */
const UNREAD = { decodeRun: () => failure('What reads links is not loaded.') };

/** Opens what the address names; what it does not name, or names badly, becomes a fresh cluster. */
export function openAddress(core: Core): void {
  const { hash } = core.environment.location;
  if (hash !== '' && hash === core.address) return;
  patch(core, 'view', { diagram: namesDiagram(hash) });
  const address = readAddress(hash, core.links ?? UNREAD);
  switch (address.type) {
    case 'none':
      newCluster(core, 5);
      return;
    case 'run':
      openRun(core, address.run, address.time);
      showGroup(core, address.group);
      break;
    case 'fresh':
      newCluster(core, address.servers, address.seed);
      if (address.time > 0) {
        pause(core);
        placePlayhead(core.playhead, address.time);
        jumped(core);
      }
      break;
    case 'scenario': {
      const run = core.environment.findScenario(address.id);
      if (run === null) {
        newCluster(core, 5);
        notify(core, { type: 'badLink', part: 'scenario', error: null });
        return;
      }
      openRun(core, run, address.time, address.id);
      break;
    }
  }
  if (address.fault !== null) notify(core, { type: 'badLink', ...address.fault });
}

/**
 * An instant names an exact state, so an action never shares its time with what happened before it. Until the next
 * transition all instants mean the same, so the roundest is taken of those that the next frame of playing would show:
 * it takes the fewest characters of a link.
 */
function timeToAct({ playhead, state }: Core, { actions, bookmarks = [], config }: Run): Microseconds {
  const { trace, time } = playhead;
  let free = time === 0 || transitionAt(trace, time)?.at === time ? time + 1 : time;
  // Something may have been done to another group just then, which is to stay.
  if (trace.run.actions.length < actions.length) while (actions.some(({ at }) => at === free)) free++;
  // What somebody named stays as it was when it was named.
  while (bookmarks.some(({ at }) => at === free)) free++;
  // In other groups something may happen until then; and what follows at once is short as it is.
  if (config.groups > 1 || free - (actions.findLast(({ at }) => at < free)?.at ?? -NEAR) < NEAR) return free;
  const last = Math.min(TIME_MAX, free + Math.max(NEAR, state.getState().playback.rate * FRAME));
  const ends = [...transitionsBetween(trace, free, last).slice(0, 1), ...bookmarks].filter(({ at }) => at > free);
  return roundest(free, Math.min(last, ...ends.map(({ at }) => at - 1)));
}

function isFutureWorthKeeping({ actions, bookmarks = [] }: Run, horizon: Microseconds, time: Microseconds): boolean {
  return horizon - time > BLINK || [...actions, ...bookmarks].some(({ at }) => at >= time);
}

/** What is on stage, as a branch. */
function newBranch(core: Core): Branch {
  const { run, current } = core.state.getState().session;
  const { time, trace } = core.playhead;
  return { ...(current ?? nameBranch(core)), run, leftAt: time, seen: trace.horizon };
}

/** The name of another branch. */
export function nameBranch(core: Core): BranchName {
  const id = ++core.branches;
  return { id, name: letters(id), title: null };
}

/** A, B, …, Z, AA, AB, … */
function letters(n: number): string {
  const last = String.fromCharCode(65 + ((n - 1) % 26));
  return n <= 26 ? last : letters(Math.floor((n - 1) / 26)) + last;
}

/** What can be returned to, with what is on stage. Its keyframes are shared, so keeping it costs little. */
export function pastWithNow(core: Core): Past[] {
  const { run, branches, current, scenario, group } = core.state.getState().session;
  const { trace, time } = core.playhead;
  forgetCache(trace);
  return [...core.past, { run, trace, time, branches, current, scenario, group }].slice(-UNDO_MAX);
}
