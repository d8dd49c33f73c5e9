import type { RemoteDrawing } from '../draw';
import type { Texts } from '../i18n';
import type { SceneOptions, ServerId, StageLinks } from '../scene';
import type { Frame } from '../trace';

/** The words of src/i18n for the stage. */
export type StageTexts = Texts['stage'];

/** Where frames come from: the store's clock, or a fixed frame in a gallery or a test. */
export interface FrameSource {
  /** The frame of now. Two calls without a publication in between give the same object. */
  current(): Frame;
  /** Calls the listener with each new frame; returns how to end that. */
  subscribe(listener: (frame: Frame) => void): () => void;
  /** Left out: whoever shows the frames draws them. */
  readonly elsewhere?: Elsewhere;
}

/** What moves can be drawn by another thread, which follows the same run and time. Then no frame is made for it here. */
export interface Elsewhere {
  readonly drawing: RemoteDrawing;
  /** Calls the listener with each new time, in microseconds. */
  subscribeTime(listener: (time: number) => void): () => void;
  /** Calls the listener with the frames in which something happened, and while nothing plays with each new one. */
  subscribeEvents(listener: (frame: Frame) => void): () => void;
  /** Calls the listener when words and figures may change: some times a second while playing. */
  subscribeBeat(listener: () => void): () => void;
}

export type StageTarget =
  | { readonly type: 'server'; readonly id: ServerId }
  | { readonly type: 'message'; readonly key: number };

/** A source whose frame never changes. */
export function stillSource(frame: Frame): FrameSource {
  return { current: () => frame, subscribe: () => () => {} };
}

/** What the painter needs beside the frame. */
export interface PaintSettings extends SceneOptions {
  readonly links: StageLinks;
  readonly texts: StageTexts;
  readonly selection: StageTarget | null;
  /** Messages can be reached by keyboard while nothing moves. */
  readonly paused: boolean;
}
