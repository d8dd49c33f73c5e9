/** What the page and the drawing thread say to each other. All of it is plain data. */
import type { Run } from '../sim';
import type { NamedLooks } from './looks';
import type { MotionPlan } from './motion';
import type { TimelinePlan } from './timeline-view';

export type PictureKind = 'stage' | 'timeline';

/** A font of the page, by the address of its file. */
export interface FontSource {
  readonly family: string;
  readonly source: string;
  readonly weight: string;
}

/** Which instant is to be seen, in microseconds. */
export interface Instant {
  readonly time: number;
  /** Up to where the page has simulated the run. */
  readonly known: number;
}

export type ToThread =
  /** The first message of all. */
  | { readonly type: 'fonts'; readonly fonts: readonly FontSource[] }
  | {
      readonly type: 'attach';
      readonly id: number;
      readonly picture: PictureKind;
      readonly canvas: OffscreenCanvas;
    }
  | { readonly type: 'detach'; readonly id: number }
  /** Null: nothing moves, and SVG shows it. */
  | { readonly type: 'motion'; readonly id: number; readonly plan: MotionPlan | null }
  | { readonly type: 'timeline'; readonly id: number; readonly plan: TimelinePlan }
  | { readonly type: 'looks'; readonly looks: NamedLooks }
  | { readonly type: 'run'; readonly run: Run }
  /** `reply`: say so when it has been drawn. */
  | ({ readonly type: 'at'; readonly reply: boolean } & Instant);

export type FromThread =
  | { readonly type: 'ready' }
  /** All pictures show the latest instant, with all their looks. */
  | { readonly type: 'drew' }
  | { readonly type: 'wanted'; readonly names: readonly string[] };
