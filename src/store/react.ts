/** The store for React: a context, and hooks that re-render only when what they select changed. */
import { createContext, useContext, useMemo, useRef, useSyncExternalStore } from 'react';
import { useStore as useVanillaStore } from 'zustand';
import type { Violation } from '../invariants';
import type { Frame } from '../trace';
import type { Safety } from './safety';
import type { AppState } from './state';
import type { AppStore } from './store';

const StoreContext = createContext<AppStore | null>(null);

/** Gives the store to everything below it: `<StoreProvider value={store}>`. */
export const StoreProvider = StoreContext.Provider;

/** The store itself, for its methods and subscriptions. */
export function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('There is no StoreProvider above this component.');
  return store;
}

/** A part of the state. The selector returns a part as it is, or a primitive: a new object each time never settles. */
export function useStore<Part>(selector: (state: AppState) => Part): Part {
  return useVanillaStore(useAppStore(), selector);
}

/**
 * A part of the frame, for what changes with events and not with motion: at most 5 times a second while playing.
 *
 * @param isEqual two parts that look the same; the earlier one is then kept
 */
export function useFrame<Part>(
  selector: (frame: Frame) => Part,
  isEqual: (a: Part, b: Part) => boolean = Object.is,
): Part {
  const store = useAppStore();
  const kept = useRef<{ readonly part: Part } | null>(null);
  const snapshot = useMemo(() => {
    let seen: { readonly frame: Frame; readonly part: Part } | null = null;
    return () => {
      const frame = store.settledFrame();
      if (seen !== null && seen.frame === frame) return seen.part;
      const fresh = selector(frame);
      const part = kept.current !== null && isEqual(kept.current.part, fresh) ? kept.current.part : fresh;
      seen = { frame, part };
      return part;
    };
  }, [store, selector, isEqual]);
  const part = useSyncExternalStore(store.subscribeTransition, snapshot);
  kept.current = { part };
  return part;
}

/** Which safety properties hold at the play head, or null; at most 8 times a second while playing. */
export function useSafety(): Safety | null {
  const store = useAppStore();
  const time = useFrame((frame) => frame.time);
  const trace = useStore((state) => state.session.trace);
  const watched = useStore((state) => state.session.watched);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store answers for what is on stage and watched.
  return useMemo(() => store.safety(time), [store, trace, watched, time]);
}

/** The violation to be proved at the play head, or null; the same object until there is another one. */
export function useViolation(): Violation | null {
  const store = useAppStore();
  return useFrame((frame) => store.violation(frame.time));
}
