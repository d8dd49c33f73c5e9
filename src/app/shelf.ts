/** One store for each door, kept while the reader looks elsewhere: nothing that was done behind a door is lost. */
import { type AppStore, browserEnvironment, createAppStore, type Environment, type Settings } from '../store';
import { loadedLinks, scenarioRun, whenLegible } from './address-book';
import { type Route, routeOf, withBack, withoutBack } from './route';

type Shelved = 'home' | 'story' | 'challenge' | 'play' | 'taken' | 'lecture';

export interface Shelf {
  /** The store behind the door, made when it is first opened. Its preferences are those of the store before. */
  storeOf(route: Route): AppStore;
  /** Stops all stores but the one behind the door, and has the address name what the door shows. */
  settle(route: Route): void;
}

export function createShelf(): Shelf {
  const stores = new Map<Shelved, AppStore>();
  let settings: Settings | null = null;
  /** The first page's cluster lived when the reader left. */
  let lives = false;
  return {
    storeOf: (route) => {
      const id = shelvedOf(route);
      const known = stores.get(id);
      if (known !== undefined) return known;
      const store = createAppStore(environmentOf(id));
      if (settings !== null) store.setSettings(settings);
      store.subscribe((state) => {
        settings = state.settings;
      });
      stores.set(id, store);
      return store;
    },
    settle: (route) => {
      const id = shelvedOf(route);
      const home = stores.get('home');
      if (id !== 'home') lives ||= home?.getState().playback.playing ?? false;
      for (const [other, store] of stores) if (other !== id) store.pause();
      const store = stores.get(id);
      if (id === 'home' && lives) home?.play();
      if (id === 'home') lives = false;
      if (store === undefined) return;
      if (settings !== null && settings !== store.getState().settings) store.setSettings(settings);
      const address = store.address();
      if (window.location.hash === '#play' && address !== null) window.history.replaceState(null, '', address);
    },
  };
}

function shelvedOf(route: Route): Shelved {
  if (route.door === 'play') return route.back === null ? 'play' : 'taken';
  if (route.door === 'challenges' || route.door === 'challenge') return 'challenge';
  if (route.door === 'lecture') return 'lecture';
  return route.door === 'home' ? 'home' : 'story';
}

function environmentOf(id: Shelved): Environment {
  const base = browserEnvironment(scenarioRun, loadedLinks());
  return id === 'play' || id === 'taken' ? playing(base, id) : aside(base, id);
}

/** The address of a cluster in which nothing has happened yet, and which does not play. */
const STILL = '#seed=0&t=0.001';

/** A store that has no part in the address: the first page's, and those that name cues or challenges instead of instants. */
function aside(base: Environment, id: Shelved): Environment {
  return {
    ...base,
    // A story begins with a run of its own; until then anything still will do.
    location: { hash: id === 'home' ? '' : STILL },
    history: { replaceState: () => undefined },
    onHashChange: () => () => undefined,
  };
}

/** A store that reads and writes the address while its door is open. */
function playing(base: Environment, id: Shelved): Environment {
  let written = '';
  const route = () => routeOf(window.location.hash);
  const isOpen = () => {
    const open = route();
    return open?.door === 'play' && shelvedOf(open) === id;
  };
  return {
    ...base,
    location: {
      get hash() {
        return withoutBack(window.location.hash);
      },
    },
    history: {
      replaceState: (data, unused, url) => {
        const open = route();
        if (open?.door !== 'play' || !isOpen()) return;
        written = withBack(url, open.back);
        window.history.replaceState(data, unused, written);
      },
    },
    onHashChange: (listener) =>
      base.onHashChange(() => {
        // Coming back to what stands behind this door is no reason to open it anew.
        const { hash } = window.location;
        if (isOpen() && hash !== '#play' && hash !== written) whenLegible(hash, listener).catch(() => undefined);
      }),
  };
}
