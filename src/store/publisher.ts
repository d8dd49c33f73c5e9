/** Tells who draws that there is something new to draw: each frame, each event, or each beat. */
import type { Microseconds } from '../sim';
import { clusterAt, type Frame, frameAt, type Trace } from '../trace';
import { createPace } from './pace';
import type { Playhead } from './playhead';

/** While nothing but timers and the play head moves, listeners to frames hear at most this often: they move slowly. */
const CALM_INTERVAL = 48;
/** How long what arrived can be seen to arrive, in virtual microseconds. */
const ARRIVAL = 6_000;

export type FrameListener = (frame: Frame) => void;
export type TimeListener = (time: Microseconds) => void;

export interface Publisher {
  /** The frame at the play head; the same object while neither run nor time change. */
  frame(): Frame;
  /** The frame that listeners to transitions heard of last. */
  settledFrame(): Frame;
  /** Each frame. */
  subscribeFrame(listener: FrameListener): () => void;
  /** Each time, for those who need no frame. */
  subscribeTime(listener: TimeListener): () => void;
  /** Each time while nothing plays, and while playing the time of each beat. */
  subscribeBeat(listener: TimeListener): () => void;
  /** Each frame in which something happened; while nothing plays, each frame. */
  subscribeEvents(listener: FrameListener): () => void;
  subscribeTransition(listener: FrameListener): () => void;
  /**
   * Tells the listeners, if there is anything new. Frames that nobody listens to are not made.
   *
   * @param now real time in milliseconds
   * @param playing everything is told at once when false
   * @returns whether this was a beat
   */
  publish(now: number, playing: boolean): boolean;
}

/** What a group of listeners has been told. */
interface Told {
  readonly trace: Trace;
  readonly time: Microseconds;
  /** The number of the last transition. */
  readonly transitions: number;
  /** In real milliseconds. */
  readonly at: number;
}

export function createPublisher(playhead: Playhead): Publisher {
  const onFrame = new Set<FrameListener>();
  const onTime = new Set<TimeListener>();
  const onBeat = new Set<TimeListener>();
  const onEvent = new Set<FrameListener>();
  const onTransition = new Set<FrameListener>();
  let latest = { trace: playhead.trace, frame: frameAt(playhead.trace, playhead.time) };
  let toldFrame = latest.frame;
  let settled = latest.frame;
  let waiting: FrameListener[] = [];
  const pace = createPace();

  const current = () => {
    const { trace, time } = playhead;
    if (latest.trace !== trace || latest.frame.time !== time) latest = { trace, frame: frameAt(trace, time) };
    return latest.frame;
  };
  const present = (at: number): Told => {
    const { trace, time } = playhead;
    return { trace, time, transitions: clusterAt(trace, time).transitions, at };
  };
  const start = present(Number.NEGATIVE_INFINITY);
  const told = { time: start, frame: start, beat: start, event: start, settled: start };

  /** Tells the next few of what has settled; the others follow with the next frames. */
  const tellSome = (count: number) => {
    for (const listener of waiting.splice(0, count)) if (onTransition.has(listener)) listener(settled);
  };
  const tellFrame = (now: Told, playing: boolean) => {
    if (onFrame.size === 0 || !isOther(told.frame, now)) return;
    const frame = current();
    const canWait = playing && told.frame.trace === now.trace && now.at - told.frame.at < CALM_INTERVAL;
    if (canWait && isCalm(toldFrame) && isCalm(frame)) return;
    told.frame = now;
    toldFrame = frame;
    for (const listener of onFrame) listener(frame);
  };

  return {
    frame: current,
    settledFrame: () => settled,
    subscribeFrame: (listener) => add(onFrame, listener),
    subscribeTime: (listener) => add(onTime, listener),
    subscribeBeat: (listener) => add(onBeat, listener),
    subscribeEvents: (listener) => add(onEvent, listener),
    subscribeTransition: (listener) => add(onTransition, listener),
    publish: (at, playing) => {
      const now = present(at);
      const { interval, batches } = pace.frame(at, playing);
      const isBeat = !playing || at - told.beat.at >= interval || told.beat.trace !== now.trace;
      if (isOther(told.time, now)) {
        told.time = now;
        for (const listener of onTime) listener(now.time);
      }
      tellFrame(now, playing);
      if (happened(told.event, now, playing)) {
        told.event = now;
        if (onEvent.size > 0) for (const listener of onEvent) listener(current());
      }
      if (!isBeat) return false;
      pace.beat();
      if (isOther(told.beat, now)) {
        told.beat = now;
        for (const listener of onBeat) listener(now.time);
      }
      if ((waiting.length === 0 || !playing) && happened(told.settled, now, playing)) {
        told.settled = now;
        settled = current();
        waiting = [...onTransition];
      }
      tellSome(playing ? Math.ceil(onTransition.size / batches) : waiting.length);
      return true;
    },
  };
}

function isOther(told: Told, now: Told): boolean {
  return told.trace !== now.trace || told.time !== now.time;
}

/** While playing, time that passes is no event. */
function happened(told: Told, now: Told, playing: boolean): boolean {
  return playing ? told.trace !== now.trace || told.transitions !== now.transitions : isOther(told, now);
}

/** No message flies, and none has just arrived. */
function isCalm({ messages, echoes }: Frame): boolean {
  return (
    messages.every(({ phase }) => phase !== 'flying') &&
    echoes.every(({ type, age }) => type !== 'delivered' || age > ARRIVAL)
  );
}

function add<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
