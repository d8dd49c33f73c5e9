/** The reader's progress, kept in localStorage where there is one. Nothing here throws. */
import { useSyncExternalStore } from 'react';
import { NO_PROGRESS, type Progress, readProgress, writeProgress } from '../../challenges';

const KEY = 'raftarium.challenges';

export interface Keep {
  get(): Progress;
  subscribe(listener: () => void): () => void;
  change(change: (progress: Progress) => Progress): void;
  clear(): void;
  /** The last change was kept on the device. */
  isKept(): boolean;
}

type KeptIn = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** @param storage null where it is denied; methods may throw */
export function createKeep(storage: KeptIn | null): Keep {
  const listeners = new Set<() => void>();
  let kept = storage !== null;
  let progress = load();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  function load(): Progress {
    try {
      return readProgress(storage?.getItem(KEY) ?? null);
    } catch {
      kept = false;
      return NO_PROGRESS;
    }
  }
  const save = (work: (storage: KeptIn) => void) => {
    try {
      if (storage !== null) work(storage);
      kept = storage !== null;
    } catch {
      // Storage is full or denied: the progress lasts as long as the page.
      kept = false;
    }
  };
  return {
    get: () => progress,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (change) => {
      // Another page may have added something meanwhile.
      if (kept) progress = load();
      progress = change(progress);
      save((one) => one.setItem(KEY, writeProgress(progress)));
      tell();
    },
    clear: () => {
      progress = NO_PROGRESS;
      save((one) => one.removeItem(KEY));
      tell();
    },
    isKept: () => kept,
  };
}

let keep: Keep | null = null;

/** The one of the page. */
export function theKeep(): Keep {
  keep ??= createKeep(browserStorage());
  return keep;
}

/** Merely naming localStorage throws in an opaque origin. */
function browserStorage(): KeptIn | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export function useProgress(): Progress {
  const { subscribe, get } = theKeep();
  return useSyncExternalStore(subscribe, get);
}
