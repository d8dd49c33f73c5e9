import { browserFrames } from './clock';
import type { Environment, Links } from './environment';

/** The environment of a page. Nothing here throws, also where storage and crypto are denied. */
export function browserEnvironment(
  findScenario: Environment['findScenario'] = () => null,
  links: Links | null = null,
  // The first look at it costs a browser milliseconds: who needs none says so.
  storage: Environment['storage'] = browserStorage(),
): Environment {
  const motion = window.matchMedia('(prefers-reduced-motion: reduce)');
  // Asked for in every frame: the browser would look at the style of the page each time.
  let isReduced = motion.matches;
  motion.addEventListener('change', () => {
    isReduced = motion.matches;
  });
  return {
    ...browserFrames(),
    now: () => performance.now(),
    storage,
    location: window.location,
    history: window.history,
    isHidden: () => document.hidden,
    onVisibility: (listener) => listen(document, 'visibilitychange', listener),
    onHashChange: (listener) => listen(window, 'hashchange', listener),
    onMotionPreference: (listener) => listen(motion, 'change', listener),
    prefersReducedMotion: () => isReduced,
    randomSeed: () => crypto.getRandomValues(new Uint32Array(1))[0],
    findScenario,
    links,
    loadLinks,
    loadMonitor: async () => (await import('../invariants')).createMonitor,
  };
}

/** Merely naming localStorage throws in an opaque origin. */
function browserStorage(): Environment['storage'] {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function listen(target: EventTarget, type: string, listener: () => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}

/** What reads and writes links. Rejects when it cannot be fetched. */
export async function loadLinks(): Promise<Links> {
  return (await import('./links')).links;
}
