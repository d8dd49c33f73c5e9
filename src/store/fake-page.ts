import { createMonitor } from '../invariants';
import { decodeRun, encodeRun } from '../share';
import { createRun } from '../sim';
import type { Environment } from './environment';
import { createAppStore } from './store';

/** A page without a page: its real time goes on when a test says so. */
export function fakePage({ hash = '', reduced = false, storage = null as Environment['storage'] } = {}) {
  const frames = new Map<number, (now: number) => void>();
  const visibility = new Set<() => void>();
  const hashes = new Set<() => void>();
  const add = (listeners: Set<() => void>) => (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const page = {
    now: 1000,
    asked: 0,
    hidden: false,
    written: [] as string[],
    hash,
    pending: () => frames.size,
    /** Lets so many milliseconds pass, then carries out the frame that is pending. */
    pass(ms: number) {
      page.now += ms;
      const [next] = frames;
      if (next === undefined) return;
      frames.delete(next[0]);
      next[1](page.now);
    },
    setHidden(hidden: boolean) {
      page.hidden = hidden;
      for (const listener of visibility) listener();
    },
    goTo(next: string) {
      page.hash = next;
      for (const listener of hashes) listener();
    },
  };
  let seed = 0;
  const environment: Environment = {
    requestFrame: (callback) => {
      frames.set(++page.asked, callback);
      return page.asked;
    },
    cancelFrame: (id) => frames.delete(id),
    now: () => page.now,
    storage,
    location: {
      get hash() {
        return page.hash;
      },
    },
    history: {
      replaceState: (_data, _unused, url) => {
        page.written.push(url);
        page.hash = url;
      },
    },
    isHidden: () => page.hidden,
    onVisibility: add(visibility),
    onHashChange: add(hashes),
    onMotionPreference: add(new Set()),
    prefersReducedMotion: () => reduced,
    randomSeed: () => ++seed,
    links: { encodeRun, decodeRun },
    loadLinks: () => Promise.resolve({ encodeRun, decodeRun }),
    loadMonitor: () => Promise.resolve(createMonitor),
    findScenario: (id) => (id === 'known' ? createRun(9) : null),
  };
  return { page, environment, store: createAppStore(environment) };
}
