/**
 * A lecture that goes on: its place, what lies over the picture, and the other windows that show it. All of it can be
 * restored: the place from the address, the rest from the state of the browser's history or from another window.
 */
import { isRecord } from '../../base';
import type { AppStore, LectureControls, Links } from '../../store';
import type { Following, Sync } from '../../sync';
import { type LectureAddress, writeLecture } from './address';
import type { Plan } from './plan';
import { createLecturePlayer, type LecturePlace } from './player';
import { runTexts } from './run-texts';
import {
  LECTURE_READERS,
  PLAIN,
  POINTS_MOST,
  type Point,
  readShow,
  type Show,
  STROKES_MOST,
  type Stroke,
  type Timer,
} from './show';

/** What all windows share beside the place. */
export interface LectureOver {
  readonly show: Show;
  readonly ink: readonly Stroke[];
  readonly laser: Point | null;
  readonly timer: Timer;
}

export interface LectureState extends LectureOver {
  readonly place: LecturePlace;
  /** What the pointer of this window does. */
  readonly tool: 'laser' | 'ink' | null;
  /** What is on stage is no longer the run of the plan. */
  readonly improvised: boolean;
  /** Whether other windows follow, and show the same. */
  readonly others: 'none' | 'apart' | 'same';
}

export interface LectureSession {
  readonly plan: Plan;
  readonly source: LectureAddress['source'];
  readonly controls: LectureControls;
  state(): LectureState;
  subscribe(listener: () => void): () => void;
  goTo(index: number): void;
  /** What moves along the same cues has gone to this place; the store follows by itself. */
  follow(place: LecturePlace): void;
  /** What lies over the picture has been changed elsewhere. */
  lay(fields: Partial<LectureOver>): void;
  /** Arrives where it has come to the cue that is being run to, also where no frame says so. */
  look(): void;
  /** Points at the picture; null: no more. */
  point(point: Point | null): void;
  /** Draws on: the last stroke becomes this one, or a new one begins. */
  draw(stroke: Stroke, begins: boolean): void;
  restartTimer(): void;
  dispose(): void;
}

/** How often the address follows while the run plays, and the pointer while it moves, in real milliseconds. */
const ADDRESS_INTERVAL = 500;
const LASER_INTERVAL = 30;

/** What a page brings along, so that tests bring their own. */
export interface Surroundings {
  readonly hidden: () => boolean;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly token: () => string;
  readonly replaceState: (state: unknown, address: string) => void;
  /** What was kept with the address before the page was loaded anew. */
  readonly kept: unknown;
  readonly openWindow: (address: string, name: string) => void;
  /** Whether this window decides when a cue has been reached, where windows beside those of the lecture follow it. */
  readonly leads?: () => boolean;
  /** Called when there is no cue that way. */
  readonly onEnd?: (direction: -1 | 1) => void;
  /** Called when the page is left or loaded anew; returns what ends that. */
  readonly onLeave: (listener: () => void) => () => void;
}

export function createLectureSession(
  store: AppStore,
  plan: Plan,
  address: LectureAddress,
  around: Surroundings,
  { encodeRun, decodeRun }: Links,
): LectureSession {
  const listeners = new Set<() => void>();
  const kept = readKept(around.kept);
  const { textOf, isSame } = runTexts(encodeRun);
  let { channel } = address;
  let sync: Sync | null = null;
  let following: Following | null = null;
  let addressedAt = Number.NEGATIVE_INFINITY;
  let laserAt = Number.NEGATIVE_INFINITY;
  let isOver = false;

  const named = plan.cues.findIndex(({ id }) => id === address.cue);
  const improvisation = address.now === null ? null : decodeRun(address.now);
  const player = createLecturePlayer(store, {
    cues: plan.cues,
    first: {
      index: Math.max(0, named),
      goal: null,
      time: named >= 0 || address.cue === null ? address.time : null,
      now: improvisation?.ok ? improvisation.value : null,
    },
    isSame,
    leads: () => (following?.leads() ?? true) && (around.leads?.() ?? true),
  });
  let state: LectureState = {
    place: player.place(),
    show: kept.show,
    ink: [],
    laser: null,
    timer: kept.timer,
    tool: null,
    improvised: player.isImprovised(),
    others: 'none',
  };
  const put = (fields: Partial<LectureState>) => {
    state = { ...state, ...fields };
    for (const listener of listeners) listener();
  };
  /** Changes what all windows share. */
  const share = (fields: Partial<LectureOver>) => {
    put(fields);
    sync?.set(fields);
    keep();
  };
  const addressNow = (role = address.role) => {
    const { run } = store.getState().session;
    return writeLecture({
      ...address,
      cue: plan.cues[state.place.index].id,
      time: store.time(),
      now: player.isImprovised() ? textOf(run) : null,
      channel,
      role,
    });
  };
  const keep = () => {
    addressedAt = store.now();
    around.replaceState({ lecture: { show: state.show, timer: state.timer } }, addressNow());
  };
  const endings = [
    around.onLeave(() => sync?.leave()),
    player.subscribe((own) => {
      put({ place: player.place(), improvised: player.isImprovised() });
      if (own) sync?.set({ place: player.place() });
      if (own && state.ink.length > 0) share({ ink: [] });
      keep();
    }),
    store.subscribe(({ session, playback }, before) => {
      if (session.run !== before.session.run) put({ improvised: player.isImprovised() });
      if (!playback.playing || store.now() - addressedAt >= ADDRESS_INTERVAL) keep();
    }),
  ];
  const connect = async () => {
    const name = channel;
    if (name === null) return;
    // What windows say to one another is loaded where there may be another one.
    const { broadcastWire, createSync, digestOf, FOLLOW_READERS, followStore } = await import('../../sync');
    const wire = isOver ? null : broadcastWire(`lecture.${name}`);
    if (wire === null) return;
    const heard = createSync({
      id: around.token(),
      role: address.role,
      wire,
      readers: { ...FOLLOW_READERS, ...LECTURE_READERS },
      digest: () => digestOf(store),
      now: () => store.now(),
    });
    sync = heard;
    heard.subscribe((changed) => {
      const shared: Partial<LectureState> = {};
      for (const name of changed) {
        if (name !== 'place' && name in LECTURE_READERS) Object.assign(shared, { [name]: heard.value(name) });
      }
      put({ ...shared, others: othersOf(heard, digestOf(store)) });
      if (changed.includes('place')) player.follow(heard.value('place') as LecturePlace);
      if (changed.includes('show') || changed.includes('timer')) keep();
    });
    following = followStore(store, heard, around.hidden);
  };
  connect().catch(() => undefined);
  keep();

  const setShow = (fields: Partial<Show>) => share({ show: { ...state.show, ...fields } });
  const moves = (move: () => unknown) => () => {
    if (state.timer.since === null) share({ timer: { since: around.clock() } });
    if (state.show.black) setShow({ black: false });
    else move();
  };
  const controls: LectureControls = {
    next: moves(() => player.next() || around.onEnd?.(1)),
    back: moves(() => player.back() || around.onEnd?.(-1)),
    first: moves(() => player.goTo(0)),
    last: moves(() => player.goTo(plan.cues.length - 1)),
    black: () => setShow({ black: !state.show.black }),
    presenter: () => {
      if (sync === null) {
        channel ??= around.token();
        connect().catch(() => undefined);
        keep();
      }
      const role = address.role === 'audience' ? 'presenter' : 'audience';
      around.openWindow(addressNow(role), `raftarium-${role}-${channel}`);
    },
    focus: () => {
      const { selection } = store.getState().view;
      const leader = store.frame().servers.find((server) => server.role === 'leader' && server.status === 'up');
      const id = selection?.type === 'server' ? selection.id : (leader?.id ?? 1);
      setShow({
        focus: state.show.focus === null || (selection?.type === 'server' && state.show.focus !== id) ? id : null,
      });
    },
    laser: () => {
      if (state.tool === 'laser') share({ laser: null });
      put({ tool: state.tool === 'laser' ? null : 'laser' });
    },
    ink: () => put({ tool: state.tool === 'ink' ? null : 'ink' }),
    wipe: () => share({ ink: [] }),
    qr: () => setShow({ qr: !state.show.qr }),
    close: () => {
      if (state.tool === 'laser') share({ laser: null });
      if (state.tool !== null) put({ tool: null });
      if (state.show.qr) setShow({ qr: false });
    },
  };
  return {
    plan,
    source: address.source,
    controls,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow: (place) => {
      const { index } = state.place;
      player.follow(place);
      if (place.index !== index && state.ink.length > 0) share({ ink: [] });
    },
    lay: (fields) => {
      put(fields);
      sync?.set({ ...fields });
      if (fields.show !== undefined || fields.timer !== undefined) keep();
    },
    look: player.look,
    goTo: (index) => moves(() => player.goTo(index))(),
    point: (laser) => {
      if (laser !== null && store.now() - laserAt < LASER_INTERVAL) return;
      laserAt = store.now();
      put({ laser });
      sync?.set({ laser });
    },
    draw: (stroke, begins) => {
      const before = begins ? state.ink.slice(1 - STROKES_MOST) : state.ink.slice(0, -1);
      put({ ink: [...before, stroke.slice(0, POINTS_MOST)] });
      sync?.set({ ink: state.ink });
    },
    restartTimer: () => share({ timer: { since: around.clock() } }),
    dispose: () => {
      isOver = true;
      for (const end of endings) end();
      following?.end();
      sync?.close();
      player.dispose();
    },
  };
}

function othersOf(sync: Sync, digest: string): LectureState['others'] {
  const peers = [...sync.peers().values()];
  if (peers.length === 0) return 'none';
  return peers.every((peer) => peer.digest === digest) ? 'same' : 'apart';
}

function readKept(kept: unknown): { readonly show: Show; readonly timer: Timer } {
  const lecture = isRecord(kept) ? kept.lecture : null;
  const show = isRecord(lecture) ? readShow(lecture.show) : undefined;
  const timer = isRecord(lecture) ? (LECTURE_READERS.timer(lecture.timer) as Timer | undefined) : undefined;
  return { show: show ?? PLAIN, timer: timer ?? { since: null } };
}
