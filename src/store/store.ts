/** The one store of the page: what it knows, and all that can be done with it. It knows no React and no DOM. */
import type { Result } from '../base';
import type { Violation } from '../invariants';
import type { Action, Bookmark, Cluster, Microseconds, Run } from '../sim';
import { type BreakRule, clusterAt, type Frame, isRecorded, type Trace } from '../trace';
import { setBookmarks } from './bookmarks';
import {
  addressAt,
  type Core,
  createCore,
  loadLinks,
  loadMonitor,
  notify,
  patch,
  syncAddress,
  type Tools,
} from './core';
import type { Environment } from './environment';
import { type ClusterSetup, freshRun, SERVERS } from './fresh';
import * as groups from './groups';
import * as playback from './playback';
import type { FrameListener, TimeListener } from './publisher';
import type { RefusalReason } from './refusal';
import { type Safety, safetyAt, violationNear } from './safety';
import * as session from './session';
import { saveSettings } from './settings';
import type { AppState, Direction, NoticeContent, Panel, Selection, Settings, View } from './state';

export interface AppStore {
  getState(): AppState;
  getInitialState(): AppState;
  /** Called after each change of the state; not for each frame. */
  subscribe(listener: (state: AppState, before: AppState) => void): () => void;

  /** Real time in milliseconds. */
  now(): number;
  /** The exact instant of the play head. */
  time(): Microseconds;
  /** What there is to see; the same object while neither run nor time change. */
  frame(): Frame;
  /** The frame that `subscribeTransition` last told of. */
  settledFrame(): Frame;
  /** The cluster at the play head. To be read only, and only until the next call of anything. */
  cluster(): Cluster;
  /** Which safety properties hold at an instant that has been simulated, and how much was checked; null before that is known. */
  safety(time: Microseconds): Safety | null;
  /** The violation to be proved at an instant: the latest until then, or else the first seen to follow; or null. */
  violation(time: Microseconds): Violation | null;
  /** Called at most once per animation frame, and only when there is something new to draw. */
  subscribeFrame(listener: FrameListener): () => void;
  /** As above, with the time alone: no frame is made for it. */
  subscribeTime(listener: TimeListener): () => void;
  /** As above, at most nine times a second while playing: for figures that run. */
  subscribeBeat(listener: TimeListener): () => void;
  /** Called with the frames in which something happened, and while nothing plays with each new one. */
  subscribeEvents(listener: FrameListener): () => void;
  /** Called when something happened, at most 5 times a second while playing; and after each jump. */
  subscribeTransition(listener: FrameListener): () => void;

  play(): void;
  pause(): void;
  toggle(): void;
  /** Goes to an instant, simulating on where it lies in the future. */
  seek(time: Microseconds): void;
  /** To the next or previous transition, paused. */
  stepEvent(direction: Direction): void;
  /** To the next or previous key moment, paused. */
  stepMark(direction: Direction): void;
  /** Virtual time per real time, 1/200 to 10. */
  setRate(rate: number): void;
  /** The next slower or faster of RATES. */
  changeRate(direction: Direction): void;
  /** Slowly near decisive moments, fast through the rest; choosing a rate ends it. */
  setAuto(auto: boolean): void;
  /** Repeats a stretch of at least a millisecond while playing; null: no longer. What makes no sense changes nothing. */
  setLoop(from: Microseconds | null, to?: Microseconds): void;
  /** The play head is where the loop begins, or where it ends. */
  markLoop(end: 'from' | 'to'): void;
  /** To the next or previous event at the selected server, or moment of an exchange of messages; paused. */
  stepBy(by: 'server' | 'round', direction: Direction): void;
  /** On what playback stops; kept for the next visit. */
  setBreaks(rules: readonly BreakRule[]): void;
  /** Takes up the stops of the last visit. */
  restoreBreaks(): void;

  /** Does something to the cluster at the play head; when it makes no sense now, a notice says why. */
  act(action: Action): Result<void>;
  /** Why the action makes no sense now, or null. */
  refusal(action: Action): RefusalReason | null;
  undo(): void;
  /**
   * Names instants of the run, in the order in which they are to be told.
   *
   * @param continued goes on with the last change: `undo` takes both back at once
   */
  setBookmarks(bookmarks: readonly Bookmark[], continued?: boolean): void;
  openRun(run: Run, time: Microseconds, scenario?: string | null): void;
  /** A fresh cluster of 3 to 9 servers; without a seed one is drawn whose first election soon succeeds. */
  newCluster(servers: number, seed?: number | null, setup?: ClusterSetup): void;
  /** Shows another of the Raft groups, at the same instant. */
  showGroup(group: number): void;
  /** What every group looks like at the play head, the first one first. To be read until the next call of anything. */
  groups(): readonly groups.GroupState[];
  /** The client that is spoken to from now on. */
  chooseClient(client: number): void;
  /**
   * Opens a run in JSON or a link, from a file of that name or pasted; null: it could not be read. Where it cannot be
   * opened, a notice says why and nothing else changes. Returns whether it was opened.
   */
  bring(text: string | null, name: string | null): Promise<boolean>;
  /** Puts a recording on stage, known to its end; `undo` leads back to what was open. */
  openRecording(trace: Trace): void;
  /** Back to what was open before the recording. */
  leaveRecording(): void;
  switchBranch(id: number): void;
  /** Keeps the run as it is now as a branch. */
  branchHere(): void;
  /** A title of at most 60 characters; null: its letter. */
  renameBranch(id: number, title: string | null): void;
  deleteBranch(id: number): void;
  /** Shows a branch beside what is on stage; null: no longer. */
  showBeside(id: number | null): void;
  /** As above, with another run, which becomes a branch of that title. */
  bringBeside(run: Run, title: string): void;
  /**
   * The part of a link, from `#` on, that opens this run at this instant. What writes it is loaded soon after the first
   * picture; rejects when that cannot be.
   */
  link(): Promise<string>;
  /** The same at once, or null before it can be written. A recording has none: it then leads to nothing. */
  address(): string | null;

  select(selection: Selection | null): void;
  showPanel(panel: Panel | null): void;
  /** Shows the space-time diagram in place of the stage, or the stage again. */
  showDiagram(shown: boolean): void;
  notify(content: NoticeContent): void;
  dismissNotice(): void;
  /** Says how much of a file has been made; null: it is done, or the reader does not want it any more. */
  setSaving(saving: number | null): void;
  /** Says how much of a recording has been read; null: it is done, or the reader does not want it any more. */
  setReading(reading: View['reading']): void;
  setSettings(settings: Partial<Settings>): void;
  /** The reader, or else the system, wants nothing to move by itself. */
  isMotionReduced(): boolean;

  /** Ends clock and listeners. */
  dispose(): void;
}

/** Makes the store and opens what the address names; without an address a fresh cluster begins to play. */
export function createAppStore(environment: Environment): AppStore {
  const core = createCore(environment, freshRun(SERVERS.usual, 0), (elapsed) => playback.onFrame(core, elapsed));
  const { state, publisher, clock, playhead } = core;
  const endings = [
    environment.onHashChange(() => session.openAddress(core)),
    environment.onMotionPreference(() => clock.request()),
    clock.dispose,
  ];
  loadMonitor(core);
  loadLinks(core).catch(() => {});
  session.openAddress(core);
  return {
    ...laterTools(core),
    getState: state.getState,
    getInitialState: state.getInitialState,
    subscribe: state.subscribe,

    now: () => environment.now(),
    time: () => playhead.time,
    frame: publisher.frame,
    settledFrame: publisher.settledFrame,
    cluster: () => clusterAt(playhead.trace, playhead.time),
    safety: (time) => safetyAt(playhead.trace, time),
    violation: (time) => violationNear(playhead.trace, time),
    subscribeFrame: publisher.subscribeFrame,
    subscribeTime: publisher.subscribeTime,
    subscribeBeat: publisher.subscribeBeat,
    subscribeEvents: publisher.subscribeEvents,
    subscribeTransition: publisher.subscribeTransition,

    play: () => playback.play(core),
    pause: () => playback.pause(core),
    toggle: () => (state.getState().playback.playing ? playback.pause(core) : playback.play(core)),
    seek: (time) => playback.seek(core, time),
    stepEvent: (direction) => playback.stepEvent(core, direction),
    stepMark: (direction) => playback.stepMark(core, direction),
    setRate: (rate) => playback.setRate(core, rate),
    changeRate: (direction) => playback.changeRate(core, direction),
    act: (action) => session.act(core, action),
    refusal: (action) => session.refusalAt(playhead, action),
    undo: () => session.undo(core),
    setBookmarks: (bookmarks, continued = false) => setBookmarks(core, bookmarks, continued),
    openRun: (run, time, scenario) => session.openRun(core, run, time, scenario),
    newCluster: (servers, seed, setup) => session.newCluster(core, servers, seed, setup),
    showGroup: (group) => groups.showGroup(core, group),
    groups: () => groups.groupStates(core),
    chooseClient: (client) => patch(core, 'view', { client }),
    bring: (text, name) => bringLater(core, text, name),
    openRecording: (trace) => session.openRecording(core, trace),
    leaveRecording: () => session.leaveRecording(core),
    switchBranch: (id) => session.switchBranch(core, id),
    link: async () => {
      if (isRecorded(playhead.trace)) throw new Error('a recording has no link');
      return addressAt(core, playhead.time, await loadLinks(core));
    },
    address: () =>
      core.links === null || isRecorded(playhead.trace) ? null : addressAt(core, playhead.time, core.links),

    select: (selection) => patch(core, 'view', { selection }),
    showPanel: (panel) => patch(core, 'view', { panel }),
    showDiagram: (diagram) => {
      patch(core, 'view', { diagram });
      syncAddress(core);
    },
    notify: (content) => notify(core, content),
    dismissNotice: () => patch(core, 'view', { notice: null }),
    setSaving: (saving) => patch(core, 'view', { saving }),
    setReading: (reading) => patch(core, 'view', { reading }),
    setSettings: (settings) => {
      patch(core, 'settings', settings);
      saveSettings(environment, state.getState().settings);
    },
    isMotionReduced: () => playback.isMotionReduced(core),

    dispose: () => {
      for (const end of endings) end();
    },
  };
}

/** What reads files and links of all kinds is loaded with the first of them. */
async function bringLater(core: Core, text: string | null, name: string | null): Promise<boolean> {
  const found = await import('./bring').catch(() => null);
  if (found !== null) return found.bring(core, text, name);
  notify(core, { type: 'notOpened', name, part: null, error: null });
  return false;
}

const LATER = [
  'setAuto',
  'setLoop',
  'markLoop',
  'stepBy',
  'setBreaks',
  'restoreBreaks',
  'branchHere',
  'renameBranch',
  'deleteBranch',
  'showBeside',
  'bringBeside',
] as const satisfies readonly (keyof Tools & keyof AppStore)[];

/** What is loaded when it is first wanted; from then on it is done at once. Where it cannot come nothing happens. */
function laterTools(core: Core): Pick<AppStore, (typeof LATER)[number]> {
  const methods = LATER.map((name) => {
    const use = (tools: Tools, args: unknown[]) => (tools[name] as (...all: unknown[]) => void)(core, ...args);
    return [name, (...args: unknown[]) => withTools(core, (tools) => use(tools, args))];
  });
  return Object.fromEntries(methods);
}

function withTools(core: Core, use: (tools: Tools) => void): void {
  if (core.tools !== null) use(core.tools);
  else
    import('./tools').then(
      ({ tools }) => {
        core.tools = tools;
        use(tools);
      },
      () => {},
    );
}
