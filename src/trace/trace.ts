/**
 * A Trace is a run with its simulated past. It keeps a copy of the cluster every so often; any instant is the nearest
 * copy before it, simulated on. So history costs little and nothing of it is ever lost.
 */
import type { Role, ServerId, Term } from '../raft';
import type { Cluster, HostStatus, Microseconds, Observer, Run, Sequence, Transition } from '../sim';

export interface Trace {
  /** Of a recording: only what its servers are and what was done to them from outside. */
  readonly run: Run;
  /** What moves its clusters on. */
  readonly source: Source;
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

/** Where transitions come from: the simulation of a run, or what another Raft has written down. */
export interface Source {
  /** What kind of recording it is, and of what; null: it is simulated. */
  readonly origin: Origin | null;
  /** Nothing is known of what comes later; Infinity where more can be simulated. */
  readonly end: Microseconds;
  /** The cluster before its first transition. */
  start(): Cluster;
  /** As `advance` of sim. */
  advance(cluster: Cluster, until: Microseconds, observe?: Observer | null): void;
  /** The time of the next transition; Infinity when there is none. */
  nextTime(cluster: Cluster): Microseconds;
}

/** What a reader should know of a recording. */
export interface Origin {
  readonly format: 'trace' | 'etcd';
  /** Of the file; null: it was pasted. */
  readonly name: string | null;
  /** The servers as the recording calls them; index 0 is S1. */
  readonly nodes: readonly string[];
  readonly lines: number;
  /** What it leaves open or contradicts. */
  readonly remarks: readonly Remark[];
}

/** Something about a recording, how often, and the first line of which it is true; 0: of the whole. */
export interface Remark {
  readonly type: RemarkType;
  readonly count: number;
  readonly line: number;
}

export const REMARK_TYPES = [
  /** A message is received of which no earlier line says that it was sent. */
  'receivedUnsent',
  /** A message is received more often than it was sent and duplicated. */
  'receivedTwice',
  /** No line says what became of a message. */
  'fateUnknown',
  /** Times go back; the order of the lines counts. */
  'timeGoesBack',
  /** Lines of a kind that the format does not know, about no server. */
  'kindUnknown',
  /** A server acts that has crashed. */
  'actsCrashed',
  /** Entries without their commands. */
  'noCommands',
  /** Nothing is said of what is on the disks. */
  'noDisk',
  /** Nothing is said of messages. */
  'noMessages',
  /** Nothing is said of what the servers apply. */
  'noApplied',
  /** Nothing is said of timers. */
  'noTimers',
  /** Lines of a text log in which nothing of Raft was recognised. */
  'linesSkipped',
  /** Entries of which a text log tells the number only. */
  'entriesGuessed',
] as const;

export type RemarkType = (typeof REMARK_TYPES)[number];

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
