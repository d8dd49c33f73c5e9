/** The branch that is watched beside what is on stage: its trace, its frames, and where the two begin to differ. */
import { useMemo, useRef, useSyncExternalStore } from 'react';
import { groupRun, type Microseconds, type Run, SECOND } from '../../sim';
import type { FrameSource } from '../../stage';
import { type AppStore, type Branch, useAppStore, useStore } from '../../store';
import { type Frame, fork, frameAt, type Trace } from '../../trace';
import { differenceBetween, type Looked } from './difference-between';

export interface Beside {
  readonly branch: Branch;
  readonly trace: Trace;
  readonly source: FrameSource;
}

/** One for each store: the two halves of the page show the same. */
const made = new WeakMap<AppStore, Beside & { readonly group: number }>();

/** The branch that is watched, or null. Its past is simulated anew only from where it leaves what is on stage. */
export function useBeside(): Beside | null {
  const store = useAppStore();
  const id = useStore((state) => state.view.beside);
  const branch = useStore(({ session }) => session.branches.find((one) => one.id === id) ?? null);
  const group = useStore((state) => state.session.group);
  return useMemo(() => (branch === null ? null : besideOf(store, branch, group)), [store, branch, group]);
}

function besideOf(store: AppStore, branch: Branch, group: number): Beside {
  const known = made.get(store);
  if (known?.branch.run === branch.run && known.group === group) return { ...known, branch };
  const trace = fork(store.getState().session.trace, groupRun(branch.run, group));
  const next = { branch, trace, source: sourceOf(store, trace), group };
  made.set(store, next);
  return next;
}

/** The frames of another trace at the times of the play head. */
function sourceOf(store: AppStore, trace: Trace): FrameSource {
  let latest: Frame | null = null;
  const at = (time: Microseconds): Frame => {
    if (latest?.time !== time) latest = frameAt(trace, time);
    return latest;
  };
  return {
    current: () => at(store.time()),
    subscribe: (listener) => store.subscribeTime((time) => listener(at(time))),
  };
}

/** What is on stage, drawn by the page itself, as its neighbour is. */
export function usePlainSource(): FrameSource {
  const store = useAppStore();
  return useMemo(() => ({ current: store.frame, subscribe: store.subscribeFrame }), [store]);
}

/** The frame of a source some times a second while playing, and with each jump. */
export function useBeatFrame(source: FrameSource): Frame {
  const store = useAppStore();
  const seen = useRef<Frame | null>(null);
  const [subscribe, snapshot] = useMemo(() => {
    seen.current = source.current();
    const listen = (listener: () => void) =>
      store.subscribeBeat(() => {
        seen.current = source.current();
        listener();
      });
    return [listen, () => seen.current as Frame] as const;
  }, [store, source]);
  return useSyncExternalStore(subscribe, snapshot);
}

/** The end of what is compared grows by this, so that nobody waits for each event. */
const STRETCH: Microseconds = 2 * SECOND;

/** Where the two begin to differ, and up to when that was looked for, in all that is known of either. */
export function useDivergence(trace: Trace, { trace: other, branch }: Beside): Looked {
  const known = useStore(({ playback, session }) => Math.max(playback.time, session.trace.horizon));
  const acted = Math.max(lastAction(trace.run), lastAction(other.run));
  const wanted = Math.max(known, branch.seen, acted) + STRETCH / 2;
  const until = Math.ceil(wanted / STRETCH) * STRETCH;
  const lookout = useMemo(() => differenceBetween(trace, other), [trace, other]);
  useMemo(() => lookout.want(until), [lookout, until]);
  return useSyncExternalStore(lookout.subscribe, lookout.snapshot);
}

const lastAction = ({ actions }: Run): Microseconds => actions.at(-1)?.at ?? 0;
