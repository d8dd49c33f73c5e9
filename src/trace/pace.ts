/**
 * How fast virtual time passes where the reader leaves that to the run: slowly around decisive moments, fast through
 * the rest. A pure function of (trace, time): what comes is looked at by simulating ahead, not by playing.
 */
import { clamp } from '../base';
import { type Cluster, cloneCluster, MILLISECOND, type Microseconds, type Run, type Transition } from '../sim';
import { commitChange, truncation } from './changes';
import { transitionsBetween } from './history';
import { markOf } from './marks';
import type { MarkType, Trace } from './trace';

/** A moment that is worth slowing down for. */
export interface Decisive {
  readonly at: Microseconds;
  /** How much, above 0 to 1. */
  readonly weight: number;
}

/** Virtual time per real time far from everything, and at the most decisive moments, with the paper's timeouts. */
const FAST = 1 / 4;
const SLOW = 1 / 50;
const LEAST = 1 / 200;
const MOST = 10;

/** Where slowing down begins and is done before a moment; where speeding up begins and is done after it. */
const APPROACH: Microseconds = 90 * MILLISECOND;
const ARRIVED: Microseconds = 18 * MILLISECOND;
const LINGER: Microseconds = 16 * MILLISECOND;
const LEFT: Microseconds = 70 * MILLISECOND;
/** The heartbeat interval that the lengths above suit; other runs stretch with theirs, whatever waits in them. */
const USUAL: Microseconds = 75 * MILLISECOND;

const WEIGHTS: Record<MarkType, number> = {
  election: 0.8,
  leader: 1,
  crash: 0.9,
  restart: 0.7,
  pause: 0.7,
  resume: 0.6,
  cut: 0.8,
  heal: 0.7,
  message: 0.6,
  request: 0.4,
  members: 0.8,
  snapshot: 0.8,
  rules: 0.6,
};
const CONFLICT = 1;
const REFUSAL = 0.7;
const COMMIT = 0.5;

/** How much a transition is worth slowing down for, 0 to 1. */
export function weightOf(transition: Transition): number {
  const mark = markOf(transition);
  if (mark !== null) return WEIGHTS[mark];
  if (truncation(transition) !== null) return CONFLICT;
  if (transition.after?.role === 'leader' && commitChange(transition) !== null) return COMMIT;
  const refuses = transition.events.some(
    (event) =>
      event.type === 'send' && event.flight.packet.type === 'AppendEntriesResponse' && !event.flight.packet.success,
  );
  return refuses ? REFUSAL : 0;
}

/** How much slower everything happens in a run than with usual heartbeats. */
export function tempoOf({ config }: Run): number {
  return clamp(config.timing.heartbeat / USUAL, 1 / 100, 100);
}

/** The part of time around an instant in which moments bear on the speed there. */
export function reachOf(run: Run): { readonly before: Microseconds; readonly after: Microseconds } {
  const tempo = tempoOf(run);
  return { before: Math.ceil(LEFT * tempo), after: Math.ceil(APPROACH * tempo) };
}

/** Virtual time per real time at an instant, 1/200 to 10, from the moments around it. */
export function paceOf(moments: readonly Decisive[], time: Microseconds, run: Run): number {
  const tempo = tempoOf(run);
  let slowness = 0;
  for (const { at, weight } of moments) {
    const until = (at - time) / tempo;
    const closeness = until > 0 ? fall(until, ARRIVED, APPROACH) : fall(-until, LINGER, LEFT);
    slowness = Math.max(slowness, closeness * weight);
  }
  return clamp(FAST * (SLOW / FAST) ** slowness * tempo, LEAST, MOST);
}

/** 1 up to `near`, 0 from `far` on, and smooth in between. */
function fall(distance: number, near: number, far: number): number {
  const x = clamp((far - distance) / (far - near), 0, 1);
  return x * x * (3 - 2 * x);
}

/** Sees the decisive moments that lie around an instant, also those that have not been simulated. */
export interface Lookout {
  /** The moments with after < at <= upTo, in order. */
  between(after: Microseconds, upTo: Microseconds): readonly Decisive[];
}

/** The trace does not grow by it: what lies beyond its horizon is simulated with a copy of the cluster. */
export function lookoutOf(trace: Trace): Lookout {
  let ahead: { readonly cluster: Cluster; readonly moments: Decisive[] } | null = null;
  const beyond = (upTo: Microseconds): readonly Decisive[] => {
    if (ahead === null || ahead.cluster.time < trace.head.time) {
      ahead = { cluster: cloneCluster(trace.head), moments: [] };
    }
    const { cluster, moments } = ahead;
    trace.source.advance(cluster, upTo, (transition) => note(moments, transition));
    while (moments.length > 0 && moments[0].at <= trace.horizon) moments.shift();
    return moments;
  };
  return {
    between: (after, upTo) => {
      const found: Decisive[] = [];
      const known = Math.min(upTo, trace.horizon);
      for (const transition of transitionsBetween(trace, after, known)) note(found, transition);
      if (upTo > trace.horizon) found.push(...beyond(upTo).filter(({ at }) => at > after && at <= upTo));
      return found;
    },
  };
}

function note(moments: Decisive[], transition: Transition): void {
  const weight = weightOf(transition);
  if (weight > 0) moments.push({ at: transition.at, weight });
}

/** Virtual time per real time at an instant of a trace, 1/200 to 10. */
export function paceAt(trace: Trace, time: Microseconds, lookout: Lookout = lookoutOf(trace)): number {
  const { before, after } = reachOf(trace.run);
  return paceOf(lookout.between(time - before - 1, time + after), time, trace.run);
}

/** How much of a frame is gone through at one speed, in real milliseconds. */
const STEP = 4;

/** The virtual time that passes in so many real milliseconds from an instant on. */
export function lengthAt(trace: Trace, time: Microseconds, elapsed: number, lookout: Lookout): number {
  const { before, after } = reachOf(trace.run);
  const most = elapsed * MILLISECOND * FAST * tempoOf(trace.run);
  const moments = lookout.between(time - before - 1, Math.ceil(time + after + most));
  let passed = 0;
  for (let left = elapsed; left > 0; left -= STEP) {
    passed += Math.min(STEP, left) * MILLISECOND * paceOf(moments, time + passed, trace.run);
  }
  return passed;
}
