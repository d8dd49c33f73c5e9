/**
 * A Trace is a run with its simulated past. It keeps a copy of the cluster every so often; any instant is the nearest
 * copy before it, simulated on. So history costs little and nothing of it is ever lost.
 */
import type { Role, ServerId, Term } from '../raft';
import type { Cluster, HostStatus, Microseconds, Run, Sequence, Transition } from '../sim';

export interface Trace {
  readonly run: Run;
  /** Simulated up to here; grows with `extend`. */
  horizon: Microseconds;
  /** The cluster at the horizon. Changes in place; others get copies. */
  head: Cluster;
  /** Copies of the cluster, in order of time; the first is the start. Never changed. */
  keyframes: Cluster[];
  /** Number of transitions between keyframes; doubles when there are too many of them. */
  interval: number;
  /** What each server was, over all of the past, in order of time within a server; index 0 is S1. */
  spans: RoleSpan[][];
  /** The moments by which a reader finds the way, in order of time. Commits are too many; see transitions. */
  marks: Mark[];
  /** The transitions since the last keyframe. */
  tail: Transition[];
  /** Makes what goes along with the run, from the cluster before its first transition. */
  accompany: ((start: Cluster) => Companion) | null;
  /** What goes along with the run, as it is at the horizon; null: nothing does. Changes in place. */
  companion: Companion | null;
  /** Copies of it for some of the keyframes, null for the others; the first always has one. Never changed. */
  companions: (Companion | null)[];
  /** What was simulated again lately, to be shown. */
  readonly cache: TraceCache;
}

/** Something that watches a run from its start, and can be copied as a cluster can. */
export interface Companion {
  /** Takes note of the next transition, and the cluster after it. */
  observe(transition: Transition, cluster: Cluster): unknown;
  /** An independent copy, at little cost. */
  clone(): Companion;
}

export interface TraceCache {
  /** Transitions between a keyframe and the next, by the index of the first. */
  readonly segments: Map<number, readonly Transition[]>;
  /** A cluster in the past that moves on with the play head, or null. */
  cursor: Cluster | null;
  /** A companion in the past, with the cluster that it saw last, or null. */
  companion: Accompanied | null;
}

/** A companion, with the cluster that it saw last. */
export interface Accompanied {
  readonly companion: Companion;
  readonly cluster: Cluster;
}

/** A stretch of time in which a server had the same status, role and term. */
export interface RoleSpan {
  readonly server: ServerId;
  readonly status: HostStatus;
  readonly role: Role;
  readonly term: Term;
  readonly from: Microseconds;
  /** Infinity while it lasts. */
  to: Microseconds;
}

export type MarkType =
  /** A server stood for election. */
  | 'election'
  | 'leader'
  | 'crash'
  | 'restart'
  | 'pause'
  | 'resume'
  /** The network was cut in some way. */
  | 'cut'
  /** The network was repaired in some way. */
  | 'heal'
  /** The reader lost, repeated or hurried a message. */
  | 'message'
  /** A write by the reader's client. */
  | 'request'
  /** A computer was added, or a leader appended another configuration. */
  | 'members'
  /** A server replaced its log by a snapshot, on demand or because its leader sent one. */
  | 'snapshot'
  /** Options or rules were changed. */
  | 'rules';

export interface Mark {
  readonly type: MarkType;
  readonly at: Microseconds;
  readonly seq: Sequence;
  readonly server: ServerId | null;
  readonly term: Term | null;
}
