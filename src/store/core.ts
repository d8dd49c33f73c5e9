/** What the parts of the store share, and how a change is made known to all of them. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { createMonitor } from '../invariants';
import type { Microseconds, Run } from '../sim';
import { accompany, type Break, type BreakRule, createTrace, isRecorded, type Trace } from '../trace';
import { writeAddress } from './address';
import { type Clock, createClock } from './clock';
import type { Environment, Links } from './environment';
import type { Playhead } from './playhead';
import { createPublisher, type Publisher } from './publisher';
import { loadSettings } from './settings';
import {
  type AppState,
  type Branch,
  type BranchName,
  DEFAULT_BREAKS,
  DEFAULT_RATE,
  type Direction,
  type NoticeContent,
  type Session,
} from './state';

/** How often the address follows the play head while playing, in real milliseconds. */
const ADDRESS_INTERVAL = 1000;

export interface Core {
  readonly environment: Environment;
  readonly state: StoreApi<AppState>;
  readonly playhead: Playhead;
  readonly publisher: Publisher;
  readonly clock: Clock;
  /** What `undo` goes back to, oldest first. */
  past: Past[];
  /** Traces of the groups that are not shown, by their numbers: made when they are first looked at. */
  others: Map<number, { readonly whole: Run; readonly trace: Trace }>;
  /** What reads and writes links; null until it is loaded. */
  links: Links | null;
  /** Makes the monitor of the safety properties; null until it is loaded. */
  begin: typeof createMonitor | null;
  /** Steps, stops and speed beyond the usual; null until they are loaded. */
  tools: Tools | null;
  /** The number of the last notice. */
  notices: number;
  /** The number of the last branch. */
  branches: number;
  /** When the state last followed the play head, in real milliseconds. */
  syncedAt: number;
  /** When the address was last written, in real milliseconds, and what it was. */
  addressedAt: number;
  address: string;
}

/** What the first picture can do without: see `tools.ts`. */
export interface Tools {
  lengthOf(core: Core, elapsed: number, usual: number): number;
  enterLoop(core: Core): void;
  stopBetween(core: Core, after: Microseconds, upTo: Microseconds): Break | null;
  // The rest as the store names it.
  setAuto(core: Core, auto: boolean): void;
  setLoop(core: Core, from: Microseconds | null, to?: Microseconds): void;
  markLoop(core: Core, end: 'from' | 'to'): void;
  stepBy(core: Core, by: 'server' | 'round', direction: Direction): void;
  setBreaks(core: Core, rules: readonly BreakRule[]): void;
  restoreBreaks(core: Core): void;
  branchHere(core: Core): void;
  renameBranch(core: Core, id: number, title: string | null): void;
  deleteBranch(core: Core, id: number): void;
  showBeside(core: Core, id: number | null): void;
  bringBeside(core: Core, run: Run, title: string): void;
}

/** A session that the reader can go back to. */
export interface Past {
  readonly run: Run;
  readonly trace: Trace;
  readonly time: Microseconds;
  readonly branches: readonly Branch[];
  readonly current: BranchName | null;
  readonly scenario: string | null;
  readonly group: number;
}

export function createCore(environment: Environment, run: Run, onFrame: (elapsed: number) => void): Core {
  const trace = createTrace(run);
  const playhead: Playhead = { trace, time: 0, carry: 0, goal: null };
  const never = Number.NEGATIVE_INFINITY;
  return {
    environment,
    state: createStore<AppState>(() => ({
      session: {
        run,
        group: 1,
        trace,
        branches: [],
        current: null,
        scenario: null,
        revision: 0,
        undoable: false,
        watched: false,
      },
      playback: {
        time: 0,
        playing: false,
        rate: DEFAULT_RATE,
        auto: false,
        loop: null,
        breaks: DEFAULT_BREAKS,
        live: true,
      },
      view: {
        selection: null,
        panel: null,
        notice: null,
        client: 1,
        saving: null,
        reading: null,
        diagram: false,
        beside: null,
      },
      settings: loadSettings(environment),
    })),
    playhead,
    publisher: createPublisher(playhead),
    clock: createClock(environment, onFrame),
    past: [],
    others: new Map(),
    links: environment.links,
    begin: null,
    tools: null,
    notices: 0,
    branches: 0,
    syncedAt: never,
    addressedAt: never,
    address: '',
  };
}

/** Lets the monitor go along with whatever is on stage, from when it is loaded. Without it the page is all there. */
export function loadMonitor(core: Core): void {
  core.environment.loadMonitor().then(
    (begin) => {
      core.begin = begin;
      accompany(core.playhead.trace, begin);
      patch(core, 'session', { watched: true });
    },
    () => {},
  );
}

/** Has the address follow the play head from when links can be written. Rejects when that cannot be loaded. */
export async function loadLinks(core: Core): Promise<Links> {
  if (core.links !== null) return core.links;
  const links = await core.environment.loadLinks();
  core.links = links;
  syncAddress(core);
  return links;
}

/** Replaces fields of one part of the state. */
export function patch<Part extends keyof AppState>(core: Core, part: Part, fields: Partial<AppState[Part]>): void {
  core.state.setState((state) => ({ ...state, [part]: { ...state[part], ...fields } }));
}

export function notify(core: Core, content: NoticeContent): void {
  patch(core, 'view', { notice: { id: ++core.notices, ...content } });
}

/** The play head was moved by hand: state and address follow at once, who draws follows with the next frame. */
export function jumped(core: Core): void {
  syncState(core);
  syncAddress(core);
  core.clock.request();
}

/** The state follows the play head. Writes nothing when nothing changed. */
export function syncState(core: Core): void {
  const { playhead, state, environment } = core;
  core.syncedAt = environment.now();
  const { time, live } = state.getState().playback;
  const isLive = playhead.time >= playhead.trace.horizon;
  if (time !== playhead.time || live !== isLive) patch(core, 'playback', { time: playhead.time, live: isLive });
}

/** The part of a link, from `#` on, that opens what is shown at an instant. */
export function addressAt({ state }: Core, time: Microseconds, links: Links): string {
  const { session, view } = state.getState();
  return writeAddress(session.run, time, links, view.diagram);
}

/** The address follows the play head. Browsers that refuse lose nothing but the address. */
export function syncAddress(core: Core): void {
  const { playhead, environment, links } = core;
  // A recording has no link: the address stays at the run that was open before.
  if (links === null || isRecorded(playhead.trace)) return;
  core.addressedAt = environment.now();
  const address = addressAt(core, playhead.goal ?? playhead.time, links);
  if (address === core.address) return;
  core.address = address;
  try {
    environment.history.replaceState(null, '', address);
  } catch {
    // Too many changes in a short time, or a sandbox: the next change tries again.
  }
}

export function isAddressDue(core: Core): boolean {
  return core.environment.now() - core.addressedAt >= ADDRESS_INTERVAL;
}

/** Another run, or the same one differently continued, takes the stage. */
export function replaceSession(
  core: Core,
  next: Omit<Session, 'revision' | 'undoable' | 'watched'>,
  time: Microseconds,
): void {
  const { playhead, state, begin } = core;
  if (begin !== null && next.trace.companion === null) accompany(next.trace, begin);
  playhead.trace = next.trace;
  playhead.time = time;
  playhead.carry = 0;
  playhead.goal = null;
  const undoable = core.past.length > 0 || next.run.actions.length > 0;
  patch(core, 'session', { ...next, revision: state.getState().session.revision + 1, undoable });
}
