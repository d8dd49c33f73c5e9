/** What React draws: the part of a frame that changes seldom. It keeps its objects while they stay equal. */
import { type RefObject, useCallback, useRef, useSyncExternalStore } from 'react';
import type { Role, ServerId, Term } from '../scene';
import type { Frame, ServerView } from '../trace';
import {
  type BallotRow,
  ballotsOf,
  type Configuration,
  electoratesOf,
  type Half,
  halfOf,
  isSameBallots,
  reigningLeader,
  type Standing,
  standingOf,
} from './standing';
import type { FrameSource } from './types';

export interface Structure {
  readonly servers: readonly ServerModel[];
  readonly network: NetworkModel;
  /** Whose majority decides on each side of a cut, in the order of `groupsOf`. */
  readonly electorates: readonly Configuration[];
}

export interface ServerModel {
  readonly id: ServerId;
  readonly role: Role;
  readonly status: ServerView['status'];
  readonly term: Term;
  readonly votedFor: ServerId | null;
  readonly standing: Standing;
  /** While two configurations are joint: in which of them the leader has it. */
  readonly half: Half;
  /** What it collects, a row for each configuration that decides; null: nothing. */
  readonly ballots: readonly BallotRow[] | null;
  /** To whom it hands over, or null. */
  readonly handsOverTo: ServerId | null;
  readonly isolated: boolean;
  /** Messages that a paused server has not handled. */
  readonly waiting: number;
}

export type NetworkModel = Frame['network'];

interface Shown {
  readonly frame: Frame;
  readonly hold: number;
  readonly structure: Structure;
}

/**
 * The structure of the source's frame; the component renders again only when it changes.
 *
 * @param hold how long a server keeps its look at least, microseconds of virtual time; 0: it is always exact
 */
export function useStructure(source: FrameSource, hold: number): Structure {
  const last = useRef<Shown | null>(null);
  // The instant at which the look of each server changed last.
  const turned = useRef<number[]>([]);
  // Some server keeps a look that is over.
  const isLate = useRef(false);
  const subscribe = useCallback((listener: () => void) => listen(source, listener, isLate), [source]);
  const snapshot = (): Structure => {
    const frame = source.current();
    if (last.current?.frame !== frame || last.current.hold !== hold) {
      const before = last.current?.structure ?? null;
      isLate.current = false;
      const isHeld = (id: ServerId) => {
        const since = frame.time - (turned.current[id] ?? Number.NEGATIVE_INFINITY);
        const held = since >= 0 && since < hold;
        isLate.current ||= held;
        return held;
      };
      const structure = structureOf(frame, before, isHeld);
      for (const server of structure.servers) {
        const old = before?.servers[server.id - 1];
        if (old !== undefined && !isSameLook(old, server)) turned.current[server.id] = frame.time;
      }
      last.current = { frame, hold, structure };
    }
    return last.current.structure;
  };
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}

/** What React draws changes with events; the end of a look that was held is none, so then every frame is looked at. */
function listen(source: FrameSource, listener: () => void, isLate: RefObject<boolean>): () => void {
  const { elsewhere } = source;
  if (elsewhere === undefined) return source.subscribe(listener);
  const endings = [
    elsewhere.subscribeEvents(listener),
    elsewhere.subscribeTime(() => {
      if (isLate.current) listener();
    }),
  ];
  return () => {
    for (const end of endings) end();
  };
}

/**
 * The structure of a frame, made of the previous one's objects where nothing changed.
 *
 * @param isHeld whether it is too early for this server to change its look again
 */
export function structureOf(
  frame: Frame,
  previous: Structure | null,
  isHeld: (id: ServerId) => boolean = () => false,
): Structure {
  let same = previous !== null && previous.servers.length === frame.servers.length;
  const leader = reigningLeader(frame.servers);
  const servers = frame.servers.map((view, i) => {
    const before = previous?.servers[i];
    if (before !== undefined && isSameServer(before, view, leader)) return before;
    if (before !== undefined && !isSameLook(before, view) && isHeld(view.id)) return before;
    same = false;
    return modelOf(view, leader);
  });
  const network =
    previous !== null && isSameNetwork(previous.network, frame.network) ? previous.network : frame.network;
  const electorates = electoratesOf(frame);
  if (previous !== null && same && network === previous.network && isSameList(electorates, previous.electorates)) {
    return previous;
  }
  return { servers, network, electorates };
}

function modelOf(view: ServerView, leader: ServerView | null): ServerModel {
  const { id, role, status, term, votedFor, isolated } = view;
  return {
    id,
    role,
    status,
    term,
    votedFor,
    standing: standingOf(view, leader),
    half: leader === null ? null : halfOf(leader.configuration, view.id),
    ballots: ballotsOf(view),
    handsOverTo: view.duties?.transferTo ?? null,
    isolated,
    waiting: waitingAt(view),
  };
}

function waitingAt(view: ServerView): number {
  return view.status === 'paused' ? view.waiting : 0;
}

/** The large disc is filled alike. */
function isSameLook(a: Pick<ServerModel, 'role' | 'status'>, b: Pick<ServerModel, 'role' | 'status'>): boolean {
  return a.role === b.role && a.status === b.status;
}

function isSameServer(model: ServerModel, view: ServerView, leader: ServerView | null): boolean {
  return (
    model.role === view.role &&
    model.status === view.status &&
    model.term === view.term &&
    model.votedFor === view.votedFor &&
    model.standing === standingOf(view, leader) &&
    model.half === (leader === null ? null : halfOf(leader.configuration, view.id)) &&
    model.handsOverTo === (view.duties?.transferTo ?? null) &&
    model.isolated === view.isolated &&
    model.waiting === waitingAt(view) &&
    isSameBallots(model.ballots, ballotsOf(view))
  );
}

function isSameNetwork(a: NetworkModel, b: NetworkModel): boolean {
  return (
    isSameList(a.groups, b.groups) &&
    isSameList(a.isolated, b.isolated) &&
    isSameList(a.cuts, b.cuts) &&
    isSameList(a.holds, b.holds)
  );
}

function isSameList(a: readonly unknown[] | null, b: readonly unknown[] | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
