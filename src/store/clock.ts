/**
 * The one animation clock. It asks for a frame only while something wants one, and for none while the page is hidden:
 * at rest neither a frame nor a timer is pending.
 */
import type { Environment } from './environment';

/** Longer gaps between frames count as this many milliseconds, so that a page that was stuck does not leap. */
const ELAPSED_MAX = 100;

export interface Clock {
  /** Asks for one more frame, whether the clock runs or not. */
  request(): void;
  /** Frame after frame from now on. */
  start(): void;
  stop(): void;
  /** A frame is pending. */
  isPending(): boolean;
  /** Ends the clock for good. */
  dispose(): void;
}

type ClockEnvironment = Pick<Environment, 'requestFrame' | 'cancelFrame' | 'now' | 'isHidden' | 'onVisibility'>;

/**
 * @param onFrame gets the real milliseconds since the last frame of the running clock, from 0 to 100; 0 when it stands
 */
export function createClock(environment: ClockEnvironment, onFrame: (elapsed: number) => void): Clock {
  let running = false;
  let wanted = false;
  let pending: number | null = null;
  let last: number | null = null;

  const ask = () => {
    if (pending === null && (running || wanted) && !environment.isHidden()) {
      pending = environment.requestFrame(frame);
    }
  };
  const withdraw = () => {
    if (pending !== null) environment.cancelFrame(pending);
    pending = null;
  };
  const frame = (now: number) => {
    pending = null;
    wanted = false;
    const elapsed = running && last !== null ? Math.min(ELAPSED_MAX, Math.max(0, now - last)) : 0;
    last = running ? now : null;
    onFrame(elapsed);
    ask();
  };
  const stopListening = environment.onVisibility(() => {
    if (environment.isHidden()) {
      withdraw();
    } else {
      last = running ? environment.now() : null;
      ask();
    }
  });

  return {
    request: () => {
      wanted = true;
      ask();
    },
    start: () => {
      if (running) return;
      running = true;
      last = environment.now();
      ask();
    },
    stop: () => {
      running = false;
      last = null;
      if (!wanted) withdraw();
    },
    isPending: () => pending !== null,
    dispose: () => {
      running = false;
      wanted = false;
      withdraw();
      stopListening();
    },
  };
}

/** The browser's animation frames; nothing else in the product asks for them. */
export function browserFrames(): Pick<Environment, 'requestFrame' | 'cancelFrame'> {
  return {
    requestFrame: (callback) => requestAnimationFrame(callback),
    cancelFrame: (id) => cancelAnimationFrame(id),
  };
}
