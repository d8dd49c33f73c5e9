/** What React draws: the part of a frame that changes seldom. It keeps its objects while they stay equal. */
import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Role, ServerId, Term } from '../scene';
import type { Frame, ServerView, VoteState } from '../trace';
import type { FrameSource } from './types';

export interface Structure {
  readonly servers: readonly ServerModel[];
  readonly network: NetworkModel;
}

export interface ServerModel {
  readonly id: ServerId;
  readonly role: Role;
  readonly status: ServerView['status'];
  readonly term: Term;
  readonly votedFor: ServerId | null;
  readonly votes: readonly VoteState[] | null;
  readonly majority: number;
  readonly isolated: boolean;
  /** Messages that a paused server has not handled. */
  readonly waiting: number;
}

export type NetworkModel = Frame['network'];

/** The structure of the source's frame; the component renders again only when it changes. */
export function useStructure(source: FrameSource): Structure {
  const last = useRef<{ frame: Frame; structure: Structure } | null>(null);
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source]);
  const snapshot = (): Structure => {
    const frame = source.current();
    if (last.current?.frame !== frame) {
      last.current = { frame, structure: structureOf(frame, last.current?.structure ?? null) };
    }
    return last.current.structure;
  };
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}

/** The structure of a frame, made of the previous one's objects where nothing changed. */
export function structureOf(frame: Frame, previous: Structure | null): Structure {
  let same = previous !== null && previous.servers.length === frame.servers.length;
  const servers = frame.servers.map((view, i) => {
    const before = previous?.servers[i];
    if (before !== undefined && isSameServer(before, view)) return before;
    same = false;
    return modelOf(view);
  });
  const network =
    previous !== null && isSameNetwork(previous.network, frame.network) ? previous.network : frame.network;
  if (previous !== null && same && network === previous.network) return previous;
  return { servers, network };
}

function modelOf(view: ServerView): ServerModel {
  const { id, role, status, term, votedFor, votes, majority, isolated } = view;
  return { id, role, status, term, votedFor, votes, majority, isolated, waiting: waitingAt(view) };
}

function waitingAt(view: ServerView): number {
  return view.status === 'paused' ? view.waiting : 0;
}

function isSameServer(model: ServerModel, view: ServerView): boolean {
  return (
    model.role === view.role &&
    model.status === view.status &&
    model.term === view.term &&
    model.votedFor === view.votedFor &&
    model.majority === view.majority &&
    model.isolated === view.isolated &&
    model.waiting === waitingAt(view) &&
    isSameList(model.votes, view.votes)
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
