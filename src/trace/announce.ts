/** What of a stretch of time is worth saying aloud, summed up: elections, commits, members, snapshots, faults. */
import { type Index, membersOf, type ServerId, type Term } from '../raft';
import type { Transition } from '../sim';
import { commitChange, isLeaderChange } from './changes';

export interface Announcement {
  /** Who became leader last. */
  readonly leader: { readonly server: ServerId; readonly term: Term } | null;
  /** Who stood for election and has not become leader since. */
  readonly candidates: readonly ServerId[];
  /** Who asked for pre-votes and has not stood since. */
  readonly preCandidates: readonly ServerId[];
  /** Leaders that stepped down, but for those of `lostQuorum` and `left`. */
  readonly steppedDown: readonly ServerId[];
  /** Leaders that stepped down because they did not hear from a majority. */
  readonly lostQuorum: readonly ServerId[];
  /** Leaders that stepped down because they are no members any more. */
  readonly left: readonly ServerId[];
  /** Who hands over to whom, the last of them, and whether it gave up. */
  readonly handover: { readonly from: ServerId; readonly to: ServerId; readonly failed: boolean } | null;
  /** Servers that a leader began to bring up to date. */
  readonly learners: readonly ServerId[];
  /** A leader gave its newcomers up. */
  readonly gaveUp: boolean;
  /** The configuration that a leader appended last; `next`: the new half of a joint one, otherwise empty. */
  readonly configuration: { readonly voters: readonly ServerId[]; readonly next: readonly ServerId[] } | null;
  /** Who went back to an earlier configuration. */
  readonly rolledBack: readonly ServerId[];
  /** Who took over the snapshot of a leader. */
  readonly installed: readonly ServerId[];
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
  preCandidates: [],
  steppedDown: [],
  lostQuorum: [],
  left: [],
  handover: null,
  learners: [],
  gaveUp: false,
  configuration: null,
  rolledBack: [],
  installed: [],
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
    change({
      leader: { server, term: after.currentTerm },
      candidates: without(next.candidates, server),
      preCandidates: without(next.preCandidates, server),
    });
  } else if (after.role === 'candidate' && after.currentTerm > before.currentTerm) {
    change({
      candidates: including(next.candidates, server),
      preCandidates: without(next.preCandidates, server),
    });
  } else if (after.role === 'precandidate' && transition.rules.includes('askPreVote')) {
    change({ preCandidates: including(next.preCandidates, server) });
  } else if (before.role === 'leader' && after.role === 'follower' && after.status !== 'crashed') {
    change(steppingDown(next, server, transition));
  }
  const members = memberChange(next, server, transition);
  if (members !== null) change(members);
  const committed = commitChange(transition);
  if (committed !== null && after.role === 'leader' && committed.to > next.committed)
    change({ committed: committed.to });
  return next;
}

function steppingDown(said: Announcement, server: ServerId, { rules }: Transition): Partial<Announcement> {
  if (rules.includes('quorumLost')) return { lostQuorum: including(said.lostQuorum, server) };
  if (rules.includes('leaveCluster')) return { left: including(said.left, server) };
  return { steppedDown: including(said.steppedDown, server) };
}

/** Members, snapshots and handing over: what a server did by a rule. */
function memberChange(said: Announcement, server: ServerId, transition: Transition): Partial<Announcement> | null {
  const { rules, before, after } = transition;
  let changes: Partial<Announcement> | null = null;
  const change = (fields: Partial<Announcement>) => {
    changes = { ...changes, ...fields };
  };
  for (const rule of rules) {
    switch (rule) {
      case 'beginJoint':
      case 'changeMember':
      case 'leaveJoint':
        if (after !== null) {
          const { voters, next } = after.configuration;
          // Whoever votes now catches up no longer.
          change({ configuration: { voters, next: next ?? [] }, learners: [] });
        }
        break;
      case 'catchUp': {
        const { action } = transition;
        if (action?.type !== 'changeMembers' || before === null) break;
        const members = membersOf(before.configuration);
        change({ learners: action.voters.filter((id) => !members.includes(id)), gaveUp: false });
        break;
      }
      case 'giveUpCatchUp':
        change({ gaveUp: true });
        break;
      case 'rollBackConfiguration':
        change({ rolledBack: including(said.rolledBack, server) });
        break;
      case 'installSnapshot':
        change({ installed: including(said.installed, server) });
        break;
      case 'beginTransfer':
      case 'sendTimeoutNow': {
        const to = handedTo(transition);
        if (to !== null) change({ handover: { from: server, to, failed: false } });
        break;
      }
      case 'abandonTransfer':
        change({ handover: { from: server, to: said.handover?.to ?? 0, failed: true } });
        break;
    }
  }
  return changes;
}

function handedTo({ action, events }: Transition): ServerId | null {
  if (action?.type === 'transfer') return action.to;
  for (const event of events) {
    if (event.type === 'send' && event.flight.packet.type === 'TimeoutNow') return event.flight.packet.to;
  }
  return null;
}

function networkChange(type: string): 'cut' | 'healed' | null {
  if (type === 'partition' || type === 'isolate' || type === 'cut') return 'cut';
  return type === 'heal' || type === 'rejoin' || type === 'repair' ? 'healed' : null;
}

function statusChange(said: Announcement, server: ServerId, before: string, after: string): Partial<Announcement> {
  if (after === 'crashed') {
    const candidates = without(said.candidates, server);
    const preCandidates = without(said.preCandidates, server);
    return { crashed: including(said.crashed, server), candidates, preCandidates };
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
