/** Growing a trace, and reading any instant of it. */
import {
  advance,
  type Cluster,
  cloneCluster,
  digestCluster,
  type Microseconds,
  nextTime,
  type Run,
  type Sequence,
  startCluster,
  type Transition,
} from '../sim';
import { noteMarks, noteSpan, startSpans } from './marks';
import type { Accompanied, Companion, Source, Trace, TraceCache } from './trace';

/** Transitions between keyframes at first: simulating so many again takes a small part of a frame. */
const INTERVAL = 2000;
/** More keyframes than this are thinned, every other one; so memory is bounded however long a page runs. */
const KEYFRAMES_MAX = 3000;
/** A companion is copied with one keyframe of so many: it remembers more than it is asked for. */
const COPIES = 4;
/** So many keyframes back every other copy is dropped: an hour's history keeps within 20 MB in a browser. */
const FAR = 128;
/** Segments of transitions kept for the parts of the past that are being looked at. */
const SEGMENTS_MAX = 6;

/**
 * A trace of nothing yet but the start.
 *
 * @param accompany makes what is to watch the run, from the cluster before its first transition
 */
export function createTrace(run: Run, accompany: Trace['accompany'] = null): Trace {
  return traceOf(run, simulationOf(run), accompany);
}

/** The same of what moves by another source than the simulation of the run. */
export function traceOf(run: Run, source: Source, accompany: Trace['accompany'] = null): Trace {
  const head = source.start();
  // The first timers are set at time 0, so that the start is the same before and after more is simulated.
  source.advance(head, 0);
  const companion = accompany?.(head) ?? null;
  return {
    run,
    source,
    horizon: 0,
    head,
    keyframes: [cloneCluster(head)],
    interval: INTERVAL,
    spans: startSpans(run),
    marks: [],
    tail: [],
    accompany,
    companion,
    companions: companion === null ? [] : [companion.clone()],
    cache: emptyCache(),
  };
}

function simulationOf(run: Run): Source {
  return {
    origin: null,
    end: Number.POSITIVE_INFINITY,
    start: () => startCluster(run),
    advance: (cluster, until, observe) => advance(cluster, run, until, observe),
    nextTime: (cluster) => nextTime(cluster, run),
  };
}

/** Whether it is what another Raft has written down: it can be looked at, and nothing can be done in it. */
export function isRecorded({ source }: Pick<Trace, 'source'>): boolean {
  return source.origin !== null;
}

/** Lets something go along with a trace that has been simulated without it: it is shown all of the past. */
export function accompany(trace: Trace, begin: (start: Cluster) => Companion): void {
  const { source, keyframes, head } = trace;
  const cluster = cloneCluster(keyframes[0]);
  const companion = begin(cluster);
  const companions = keyframes.map(({ time }, k) => {
    show(source, companion, cluster, time);
    return k % COPIES === 0 ? companion.clone() : null;
  });
  show(source, companion, cluster, head.time);
  Object.assign(trace, { accompany: begin, companion, companions });
}

/** Shows a companion what follows on the cluster that it saw last. */
function show(source: Source, companion: Companion, cluster: Cluster, until: Microseconds): void {
  source.advance(cluster, until, (transition) => companion.observe(transition, cluster));
}

/** A copy of the companion as it was at a keyframe; null where nothing goes along. */
function companionOf(trace: Trace, k: number): Accompanied | null {
  const { source, keyframes, companions } = trace;
  const copied = companions.findLastIndex((companion, i) => i <= k && companion !== null);
  const companion = companions[copied]?.clone() ?? null;
  if (companion === null) return null;
  const cluster = cloneCluster(keyframes[copied]);
  show(source, companion, cluster, keyframes[k].time);
  return { companion, cluster };
}

function emptyCache(): TraceCache {
  return { segments: new Map(), cursor: null, companion: null };
}

/** Forgets what was simulated again: what is not looked at needs no memory. */
export function forgetCache({ cache }: Trace): void {
  cache.segments.clear();
  cache.cursor = null;
  cache.companion = null;
}

/** Goes on to an instant, or to the end of a recording; does nothing when that is past already. */
export function extend(trace: Trace, upTo: Microseconds): void {
  const until = Math.min(upTo, trace.source.end);
  if (until <= trace.horizon) return;
  trace.source.advance(trace.head, until, (transition, cluster) => {
    trace.tail.push(transition);
    noteSpan(trace, transition);
    noteMarks(trace, transition);
    trace.companion?.observe(transition, cluster);
    if (trace.tail.length >= trace.interval) addKeyframe(trace, cluster);
  });
  trace.horizon = until;
}

/** The trace of another run; what both runs have in common is not simulated again. */
export function fork(trace: Trace, run: Run): Trace {
  if (isRecorded(trace)) return createTrace(run, trace.accompany);
  const before = differFrom(trace.run, run);
  const shared = trace.keyframes.filter((keyframe) => keyframe.time < before);
  if (shared.length === 0) return createTrace(run, trace.accompany);
  const last = shared[shared.length - 1];
  const forked: Trace = {
    run,
    source: simulationOf(run),
    horizon: last.time,
    head: cloneCluster(last),
    keyframes: shared,
    interval: trace.interval,
    // A server that was added later is not there yet.
    spans: trace.spans
      .map((spans) =>
        spans
          .filter((span) => span.from <= last.time)
          .map((span) => (span.to > last.time ? { ...span, to: Number.POSITIVE_INFINITY } : span)),
      )
      .filter((spans) => spans.length > 0),
    marks: trace.marks.filter((mark) => mark.at <= last.time),
    tail: [],
    accompany: trace.accompany,
    companion: companionOf(trace, shared.length - 1)?.companion ?? null,
    companions: trace.companions.slice(0, shared.length),
    cache: emptyCache(),
  };
  extend(forked, Math.min(trace.horizon, before - 1));
  return forked;
}

/** The cluster as it is at a time. To be read only, and only until the next call. */
export function clusterAt(trace: Trace, time: Microseconds): Cluster {
  extend(trace, time);
  if (time >= trace.head.time) return trace.head;
  const keyframe = trace.keyframes[keyframeAt(trace, time)];
  const { cache } = trace;
  if (cache.cursor === null || cache.cursor.time > time || cache.cursor.transitions < keyframe.transitions) {
    cache.cursor = cloneCluster(keyframe);
  }
  trace.source.advance(cache.cursor, time);
  return cache.cursor;
}

/** What goes along with the run, as it is at a time. To be read only, and only until the next call. */
export function companionAt(trace: Trace, time: Microseconds): Companion | null {
  extend(trace, time);
  if (time >= trace.head.time || trace.companion === null) return trace.companion;
  const k = keyframeAt(trace, time);
  const { cache, keyframes } = trace;
  const known = cache.companion;
  const isNear = known !== null && known.cluster.time <= time && known.cluster.transitions >= keyframes[k].transitions;
  const here = isNear ? known : companionOf(trace, k);
  cache.companion = here;
  if (here !== null) show(trace.source, here.companion, here.cluster, time);
  return here?.companion ?? null;
}

/** A fingerprint of the cluster at a time. */
export function digestAt(trace: Trace, time: Microseconds): string {
  return digestCluster(clusterAt(trace, time));
}

/** The transitions with after < at <= upTo, in order. The caller keeps the interval reasonable. */
export function transitionsBetween(trace: Trace, after: Microseconds, upTo: Microseconds): readonly Transition[] {
  extend(trace, upTo);
  const found: Transition[] = [];
  const last = keyframeAt(trace, upTo);
  for (let k = keyframeAt(trace, Math.max(0, after)); k <= last; k++) {
    const segment = segmentOf(trace, k);
    for (let i = firstAfter(segment, after); i < segment.length && segment[i].at <= upTo; i++) found.push(segment[i]);
  }
  return found;
}

/** The last transition at or before a time, or null. */
export function transitionAt(trace: Trace, time: Microseconds): Transition | null {
  extend(trace, time);
  for (let k = keyframeAt(trace, time); k >= 0; k--) {
    const segment = segmentOf(trace, k);
    const i = firstAfter(segment, time);
    if (i > 0) return segment[i - 1];
  }
  return null;
}

/** The last transition before a time, or null. */
export function transitionBefore(trace: Trace, time: Microseconds): Transition | null {
  return transitionAt(trace, time - 1);
}

/** The first transition after a time, simulated if need be; null when nothing will ever happen again. */
export function transitionAfter(trace: Trace, time: Microseconds): Transition | null {
  extend(trace, time);
  if (time >= trace.head.time) {
    const next = trace.source.nextTime(trace.head);
    if (next === Number.POSITIVE_INFINITY) return null;
    extend(trace, next);
  }
  for (let k = keyframeAt(trace, time); k < trace.keyframes.length; k++) {
    const segment = segmentOf(trace, k);
    const i = firstAfter(segment, time);
    if (i < segment.length) return segment[i];
  }
  return null;
}

/** The transition with this number, or null. */
export function transitionOf(trace: Trace, seq: Sequence): Transition | null {
  if (seq < 1 || seq > trace.head.transitions) return null;
  let k = trace.keyframes.length - 1;
  while (trace.keyframes[k].transitions >= seq) k--;
  return segmentOf(trace, k)[seq - trace.keyframes[k].transitions - 1] ?? null;
}

/** A transition, what brought it about, what brought that about, and so on to something from outside; newest first. */
export function causes(trace: Trace, seq: Sequence, most = 12): readonly Transition[] {
  const chain: Transition[] = [];
  for (let next = transitionOf(trace, seq); next !== null && chain.length < most; ) {
    chain.push(next);
    next = transitionOf(trace, next.cause);
  }
  return chain;
}

function addKeyframe(trace: Trace, cluster: Cluster): void {
  const k = trace.keyframes.length - 1;
  keepSegment(trace, k, trace.tail);
  trace.keyframes.push(cloneCluster(cluster));
  const isCopied = (trace.keyframes.length - 1) % COPIES === 0;
  if (trace.companion !== null) {
    trace.companions.push(isCopied ? trace.companion.clone() : null);
    const far = trace.companions.length - 1 - FAR;
    if (far > 0 && far % (2 * COPIES) === COPIES) trace.companions[far] = null;
  }
  trace.tail = [];
  if (trace.keyframes.length <= KEYFRAMES_MAX) return;
  // The number of keyframes is odd here, so that all that is kept has an even place, as the copies have.
  const newest = trace.keyframes.length - 1;
  const isKept = (_: unknown, i: number) => i === 0 || (newest - i) % 2 === 0;
  trace.keyframes = trace.keyframes.filter(isKept);
  trace.companions = trace.companions.filter(isKept);
  trace.interval *= 2;
  trace.cache.segments.clear();
}

/** The index of the last keyframe at or before a time. */
function keyframeAt(trace: Trace, time: Microseconds): number {
  const { keyframes } = trace;
  let low = 0;
  let high = keyframes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (keyframes[middle].time <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The transitions after keyframe `k` up to and including the next one's. */
function segmentOf(trace: Trace, k: number): readonly Transition[] {
  if (k === trace.keyframes.length - 1) return trace.tail;
  const known = trace.cache.segments.get(k);
  if (known !== undefined) {
    keepSegment(trace, k, known);
    return known;
  }
  const segment: Transition[] = [];
  const cluster = cloneCluster(trace.keyframes[k]);
  trace.source.advance(cluster, trace.keyframes[k + 1].time, (transition) => segment.push(transition));
  keepSegment(trace, k, segment);
  return segment;
}

/** Keeps the segments that were used last. */
function keepSegment(trace: Trace, k: number, segment: readonly Transition[]): void {
  const { segments } = trace.cache;
  segments.delete(k);
  segments.set(k, segment);
  if (segments.size <= SEGMENTS_MAX) return;
  for (const oldest of segments.keys()) {
    segments.delete(oldest);
    return;
  }
}

/** The index of the first transition after a time. */
function firstAfter(segment: readonly Transition[], time: Microseconds): number {
  let low = 0;
  let high = segment.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segment[middle].at <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The time from which two runs may differ; Infinity when they are equal. */
export function differFrom(a: Run, b: Run): Microseconds {
  if (a === b) return Number.POSITIVE_INFINITY;
  if (a.seed !== b.seed || !isSame(a.config, b.config)) return 0;
  const most = Math.max(a.actions.length, b.actions.length);
  for (let i = 0; i < most; i++) {
    const one = a.actions[i];
    const other = b.actions[i];
    if (one !== undefined && other !== undefined && (one === other || isSame(one, other))) continue;
    return Math.min(one?.at ?? Number.POSITIVE_INFINITY, other?.at ?? Number.POSITIVE_INFINITY);
  }
  return Number.POSITIVE_INFINITY;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
