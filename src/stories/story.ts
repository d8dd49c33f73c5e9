/**
 * A chapter of the story, as data: runs, and in each the moments at which the story stops to say something. What it
 * says is in i18n, under the same ids; every fact in it comes from the state at that moment.
 */
import type { ServerId } from '../raft';
import type { Scenario } from '../scenarios';
import type { Cluster, Microseconds, Transition } from '../sim';
import type { Diagram } from './diagram';
import type { Instant } from './instant';

export interface Chapter {
  /** Names the chapter in links and texts. */
  readonly id: string;
  /** What is shown beside the stage. */
  readonly logs: boolean;
  readonly client: boolean;
  /** Runs that are told one after the other; most chapters have one. */
  readonly acts: readonly Act[];
}

export interface Act {
  /** What it tells. */
  readonly scenario: Scenario;
  readonly cues: readonly Cue[];
}

/** A moment at which the story stops. */
export interface Cue {
  /** Names the cue in links and texts; unique in its chapter. */
  readonly id: string;
  /** Begins a part of the chapter with this id: a segment of the timeline. */
  readonly part?: string;
  /** The first transition after the previous cue for which this holds. */
  readonly when: Finder;
  /** Of several Raft groups the one that is shown and in which the moment is looked for, from 1; without it, the first. */
  readonly group?: number;
  /** How long after that transition the story stops; without it, at the transition itself. */
  readonly pause?: Pause;
  /** Where the paper says so. */
  readonly section: string;
  /** What the caption's placeholders stand for, beside the facts that every caption may use. */
  readonly facts?: (at: Instant) => Facts;
  /** All that the caption claims beyond its placeholders. */
  readonly holds: (at: Instant) => boolean;
  /** What to look at. */
  readonly point?: (at: Instant) => Pointer | null;
  /** What stands in the place of the stage. */
  readonly figure?: Figure;
}

export type Figure =
  /** A still drawing of another protocol, with what the caption claims of it. Its moment is a little after the last. */
  | { readonly type: 'diagram'; readonly diagram: Diagram; readonly holds: (diagram: Diagram) => boolean }
  /** Several protocols side by side, in words. */
  | { readonly type: 'table' };

/** Whether a transition, with the cluster as it is right after it, is the one that is looked for. */
export type Finder = (transition: Transition, cluster: Cluster) => boolean;

export type Pause =
  /** When the first message that the transition sent is half way. */
  | 'midway'
  /** So many microseconds later; earlier, when negative. */
  | Microseconds;

export type Pointer =
  | { readonly type: 'server'; readonly id: ServerId }
  /** A message under way, by its flight key. */
  | { readonly type: 'message'; readonly key: number };

/** What a placeholder of a caption stands for. */
export type Fact =
  | { readonly servers: readonly ServerId[] }
  /** A number in digits: terms, indexes. */
  | { readonly number: number }
  /** A number in words where it is small. */
  | { readonly count: number }
  /** A command or a value. */
  | { readonly text: string };

export type Facts = Readonly<Record<string, Fact>>;

export const S = (...servers: ServerId[]): Fact => ({ servers });
export const N = (number: number): Fact => ({ number });
export const COUNT = (count: number): Fact => ({ count });
export const TEXT = (text: string): Fact => ({ text });
