/** How often what is written on the page changes while it plays. */

export interface Beats {
  /** From one beat to the next, in real milliseconds: the eye reads no more than that. */
  readonly interval: number;
  /** What has settled is told over so many beats, so that none of them takes long. */
  readonly batches: number;
}

export const BRISK: Beats = { interval: 112, batches: 2 };
/** Where beats make the browser miss frames: fewer of them, and smaller. */
export const EASY: Beats = { interval: 150, batches: 3 };

/** No frame for so many milliseconds after a beat: the browser has missed one, at 60 a second. */
const MISSED = 25;
/** How much one beat counts against all before it. */
const WEIGHT = 1 / 8;
/** The share of beats that miss a frame at which beats become easy, and at which they are brisk again. */
const HIGH = 0.5;
const LOW = 0.1;

export interface Pace {
  /** To be called with each frame. @param now real time in milliseconds */
  frame(now: number, playing: boolean): Beats;
  /** The frame under way is a beat. */
  beat(): void;
}

/** Beats come at the pace that the reader's machine can keep up with: what moves is more important than what is written. */
export function createPace(): Pace {
  let beats = BRISK;
  let missing = 0;
  let before = 0;
  let wasBeat = false;
  return {
    frame: (now, playing) => {
      if (wasBeat && playing) {
        missing += ((now - before > MISSED ? 1 : 0) - missing) * WEIGHT;
        if (missing > HIGH) beats = EASY;
        else if (missing < LOW) beats = BRISK;
      }
      before = now;
      wasBeat = false;
      return beats;
    },
    beat: () => {
      wasBeat = true;
    },
  };
}
