/** What of a stretch of time is worth saying aloud, summed up: elections, commits, faults. */
import type { Index, ServerId, Term } from '../raft';
import type { Transition } from '../sim';
import { commitChange, isLeaderChange } from './changes';

export interface Announcement {
  /** Who became leader last. */
  readonly leader: { readonly server: ServerId; readonly term: Term } | null;
  /** Who stood for election and has not become leader since. */
  readonly candidates: readonly ServerId[];
  /** Leaders that stepped down. */
  readonly steppedDown: readonly ServerId[];
  readonly crashed: readonly ServerId[];
  readonly restarted: readonly ServerId[];
  readonly paused: readonly ServerId[];
  readonly resumed: readonly ServerId[];
  /** The highest entry that a leader committed; 0: none. */
  readonly committed: Index;
  readonly network: 'cut' | 'healed' | null;
}

export const SILENCE: Announcement = {
  leader: null,
  candidates: [],
  steppedDown: [],
  crashed: [],
  restarted: [],
  paused: [],
  resumed: [],
  committed: 0,
  network: null,
};

/** What there is to say after more transitions; the same object when they add nothing. */
export function summarise(said: Announcement, transitions: readonly Transition[]): Announcement {
  return transitions.reduce(add, said);
}

export function isSilent(announcement: Announcement): boolean {
  return announcement === SILENCE;
}

function add(said: Announcement, transition: Transition): Announcement {
  const { server, before, after, action } = transition;
  let next = said;
  const change = (fields: Partial<Announcement>) => {
    next = { ...next, ...fields };
  };
  if (action !== null) {
    const network = networkChange(action.type);
    if (network !== null) change({ network });
  }
  if (server === null || before === null || after === null) return next;
  if (before.status !== after.status) change(statusChange(next, server, before.status, after.status));
  if (isLeaderChange(transition)) {
    change({ leader: { server, term: after.currentTerm }, candidates: without(next.candidates, server) });
  } else if (after.role === 'candidate' && after.currentTerm > before.currentTerm) {
    change({ candidates: including(next.candidates, server) });
  } else if (before.role === 'leader' && after.role === 'follower' && after.status !== 'crashed') {
    change({ steppedDown: including(next.steppedDown, server) });
  }
  const committed = commitChange(transition);
  if (committed !== null && after.role === 'leader' && committed.to > next.committed)
    change({ committed: committed.to });
  return next;
}

function networkChange(type: string): 'cut' | 'healed' | null {
  if (type === 'partition' || type === 'isolate' || type === 'cut') return 'cut';
  return type === 'heal' || type === 'rejoin' || type === 'repair' ? 'healed' : null;
}

function statusChange(said: Announcement, server: ServerId, before: string, after: string): Partial<Announcement> {
  if (after === 'crashed') {
    return { crashed: including(said.crashed, server), candidates: without(said.candidates, server) };
  }
  if (after === 'paused') return { paused: including(said.paused, server) };
  return before === 'crashed'
    ? { restarted: including(said.restarted, server) }
    : { resumed: including(said.resumed, server) };
}

const including = (servers: readonly ServerId[], server: ServerId): readonly ServerId[] =>
  servers.includes(server) ? servers : [...servers, server];

const without = (servers: readonly ServerId[], server: ServerId): readonly ServerId[] =>
  servers.filter((other) => other !== server);
