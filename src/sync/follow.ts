/** What a window shows of a run, in step with the others: run, instant, playing, what is selected. */
import { isRecord } from '../base';
import { decodeRun, encodeRun, LIMITS } from '../share';
import type { Microseconds, Run } from '../sim';
import { type AppState, type AppStore, type Selection, seekFar } from '../store';
import { digestAt } from '../trace';
import type { Reader } from './replica';
import type { Sync } from './sync';

interface RunShown {
  /** As in a link. */
  readonly run: string;
  readonly group: number;
}

export interface TimeShown {
  readonly time: Microseconds;
  readonly playing: boolean;
  /** Virtual per real time. */
  readonly rate: number;
  /** The speed chooses itself. */
  readonly auto: boolean;
}

/** A run that a window holds already, and what it is called. */
export interface KnownRun {
  readonly run: Run;
  readonly scenario: string | null;
}

/** The registers of this file; a window may have more. */
export const FOLLOW_READERS: Readonly<Record<'run' | 'time' | 'selection', Reader>> = {
  run: (value) => {
    if (!isRecord(value) || typeof value.run !== 'string' || !isNumber(value.group, 1, LIMITS.groups)) return undefined;
    return decodeRun(value.run).ok ? { run: value.run, group: value.group } : undefined;
  },
  time: (value) => {
    if (!isRecord(value) || !isNumber(value.time, 0, LIMITS.time) || typeof value.playing !== 'boolean') {
      return undefined;
    }
    const { time, playing, rate } = value;
    const isRate = typeof rate === 'number' && rate > 0 && rate <= 100;
    return isRate ? { time, playing, rate, auto: value.auto === true } : undefined;
  },
  selection: (value) => {
    if (value === null) return null;
    if (!isRecord(value)) return undefined;
    const { type, id, key } = value;
    if (type === 'server') return isNumber(id, 1, LIMITS.serversMost) ? { type, id } : undefined;
    return type === 'message' && isNumber(key, 0, LIMITS.message) ? { type, key } : undefined;
  },
};

const isNumber = (value: unknown, low: number, high: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= low && (value as number) <= high;

/** How often who plays tells the instant, in real milliseconds. */
const BEAT = 80;
/** Two windows that play are let be this far from one another, in real milliseconds. */
const TOLERANCE = 40;
/** Who has not heard for so long of somebody who plays tells the instants itself. */
const SILENCE = 300;
export interface Following {
  /** This window tells the others how time goes on; false where it follows. */
  leads(): boolean;
  /** All that is shown here, as the others are told it. */
  shown(): Readonly<Record<'run' | 'time' | 'selection', unknown>>;
  /** What is done to the store meanwhile is told to nobody; after it, the store shows what the others show. */
  quietly(work: () => void): void;
  end(): void;
}

/** The digest of what a store shows. */
export function digestOf(store: AppStore): string {
  return String(digestAt(store.getState().session.trace, store.time()));
}

/**
 * Keeps a store in step with those of other windows, in both directions.
 *
 * @param isHidden whether this window gets animation frames now
 * @param known runs that are opened as they are where another window shows the same
 */
export function followStore(
  store: AppStore,
  sync: Sync,
  isHidden: () => boolean,
  known: () => readonly KnownRun[] = () => [],
): Following {
  const texts = new WeakMap<Run, string>();
  let isApplying = false;
  let heardAt = Number.NEGATIVE_INFINITY;
  let toldAt = Number.NEGATIVE_INFINITY;
  const leads = () => store.now() - heardAt >= SILENCE;

  const textOf = (run: Run) => {
    const text = texts.get(run) ?? encodeRun(run);
    texts.set(run, text);
    return text;
  };
  const runNow = (): RunShown => {
    const { run, group } = store.getState().session;
    return { run: textOf(run), group };
  };
  const timeNow = (): TimeShown => {
    const { playing, rate, auto } = store.getState().playback;
    return { time: store.time(), playing, rate, auto };
  };
  const onState = (state: AppState, before: AppState) => {
    if (isApplying) return;
    const values: Record<string, unknown> = {};
    const { session, playback, view } = state;
    if (session.run !== before.session.run || session.group !== before.session.group) {
      values.run = runNow();
    }
    const { playing, rate, auto, time } = before.playback;
    const isPaced = playback.rate !== rate || playback.auto !== auto;
    const isOther = playback.playing !== playing || isPaced || (!playing && playback.time !== time);
    if (isOther || values.run !== undefined) {
      values.time = timeNow();
      heardAt = Number.NEGATIVE_INFINITY;
    }
    if (view.selection !== before.view.selection) values.selection = view.selection;
    if (Object.keys(values).length > 0) sync.set(values);
    if (values.time !== undefined && !playback.playing) sync.announce();
  };
  const onTime = () => {
    const now = store.now();
    if (isApplying || !store.getState().playback.playing || !leads() || now - toldAt < BEAT) return;
    toldAt = now;
    sync.goOn({ time: timeNow() });
  };
  const apply = (changed: readonly string[]) => {
    isApplying = true;
    try {
      if (changed.includes('run')) applyRun(store, sync.value('run') as RunShown, textOf, known());
      if (changed.includes('run') || changed.includes('time')) {
        const shown = sync.value('time') as TimeShown | undefined;
        if (shown?.playing && changed.includes('time')) heardAt = store.now();
        if (shown !== undefined) applyTime(store, shown, isHidden());
      }
      if (changed.includes('selection')) store.select(sync.value('selection') as Selection | null);
    } finally {
      isApplying = false;
    }
    if (changed.includes('time') && !store.getState().playback.playing) sync.announce();
  };
  const endings = [store.subscribe(onState), store.subscribeTime(onTime), sync.subscribe(apply)];
  return {
    leads,
    shown: () => ({ run: runNow(), time: timeNow(), selection: store.getState().view.selection }),
    quietly: (work) => {
      isApplying = true;
      try {
        work();
      } finally {
        isApplying = false;
      }
      apply(Object.keys(FOLLOW_READERS).filter((name) => sync.value(name) !== undefined));
    },
    end: () => {
      for (const end of endings) end();
    },
  };
}

function applyRun(
  store: AppStore,
  { run: text, group }: RunShown,
  textOf: (run: Run) => string,
  known: readonly KnownRun[],
): void {
  const { session, view } = store.getState();
  if (textOf(session.run) !== text) {
    const own = known.find(({ run }) => textOf(run) === text);
    const run = decodeRun(text);
    if (own !== undefined) store.openRun(own.run, store.time(), own.scenario);
    else if (run.ok) store.openRun(run.value, store.time(), session.scenario);
    // A run that is opened has nothing selected; whether it has here is for another register to say.
    store.select(view.selection);
  }
  store.showGroup(group);
}

function applyTime(store: AppStore, { time, playing, rate, auto }: TimeShown, hidden: boolean): void {
  const now = store.getState().playback;
  if (now.rate !== rate || (now.auto && !auto)) store.setRate(rate);
  if (auto && !store.getState().playback.auto) store.setAuto(true);
  if (!playing) store.pause();
  const off = Math.abs(store.time() - time) / 1000 / rate;
  if (!playing || hidden || !store.getState().playback.playing || off > TOLERANCE) seekFar(store, time);
  if (playing) store.play();
}
