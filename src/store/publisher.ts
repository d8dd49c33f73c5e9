/** Tells who draws that there is something new to draw: each frame, or each change of state. */
import { type Frame, frameAt } from '../trace';
import type { Playhead } from './playhead';

/** While playing, listeners to transitions hear at most this often, in real milliseconds. */
const TRANSITION_INTERVAL = 1000 / 8;

/** While playing, what has settled is told over so many frames, so that none of them takes long. */
const BATCHES = 3;

/** While nothing but timers and the play head moves, listeners to frames hear at most this often: they move slowly. */
const CALM_INTERVAL = 48;
/** How long what arrived can be seen to arrive, in virtual microseconds. */
const ARRIVAL = 6_000;

export type FrameListener = (frame: Frame) => void;

export interface Publisher {
  /** The frame at the play head; the same object while neither run nor time change. */
  frame(): Frame;
  /** The frame that listeners to transitions heard of last. */
  settledFrame(): Frame;
  subscribeFrame(listener: FrameListener): () => void;
  subscribeTransition(listener: FrameListener): () => void;
  /**
   * Tells the listeners, if there is anything new.
   *
   * @param now real time in milliseconds
   * @param playing transitions are told of at once when false
   */
  publish(now: number, playing: boolean): void;
}

export function createPublisher(playhead: Playhead): Publisher {
  const onFrame = new Set<FrameListener>();
  const onTransition = new Set<FrameListener>();
  let latest = { trace: playhead.trace, frame: frameAt(playhead.trace, playhead.time) };
  let told = latest;
  let toldAt = Number.NEGATIVE_INFINITY;
  let settled = latest;
  let settledAt = Number.NEGATIVE_INFINITY;
  let waiting: FrameListener[] = [];

  const current = () => {
    const { trace, time } = playhead;
    if (latest.trace !== trace || latest.frame.time !== time) latest = { trace, frame: frameAt(trace, time) };
    return latest;
  };
  const isSettled = (now: number, playing: boolean) => {
    if (settled === latest) return true;
    if (!playing || settled.trace !== latest.trace) return false;
    return settled.frame.transitions === latest.frame.transitions || now - settledAt < TRANSITION_INTERVAL;
  };

  /** Tells the next few of what has settled; the others follow with the next frames. */
  const tellSome = (count: number) => {
    for (const listener of waiting.splice(0, count)) if (onTransition.has(listener)) listener(settled.frame);
  };

  return {
    frame: () => current().frame,
    settledFrame: () => settled.frame,
    subscribeFrame: (listener) => add(onFrame, listener),
    subscribeTransition: (listener) => add(onTransition, listener),
    publish: (now, playing) => {
      const { frame } = current();
      const canWait = playing && told.trace === latest.trace && now - toldAt < CALM_INTERVAL;
      if (told !== latest && !(canWait && isCalm(told.frame) && isCalm(frame))) {
        told = latest;
        toldAt = now;
        for (const listener of onFrame) listener(frame);
      }
      if (!isSettled(now, playing)) {
        settled = latest;
        settledAt = now;
        waiting = [...onTransition];
      }
      tellSome(playing ? Math.ceil(onTransition.size / BATCHES) : waiting.length);
    },
  };
}

/** No message flies, and none has just arrived. */
function isCalm({ messages, echoes }: Frame): boolean {
  return (
    messages.every(({ phase }) => phase !== 'flying') &&
    echoes.every(({ type, age }) => type !== 'delivered' || age > ARRIVAL)
  );
}

function add(listeners: Set<FrameListener>, listener: FrameListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
