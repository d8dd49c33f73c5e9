/** Who votes, as the panel of members shows it. */
import { NOBODY, type ServerId } from '../../raft';
import type { Frame, ServerView } from '../../trace';

export interface MembersState {
  /** How many computers there are. */
  readonly count: number;
  /** The server that would be asked; 0: none leads. */
  readonly leader: ServerId;
  /** The configuration of the leader; without one the newest that anybody knows. */
  readonly voters: readonly ServerId[];
  readonly next: readonly ServerId[] | null;
  /** Who catches up, and in which round. */
  readonly newcomers: readonly ServerId[];
  readonly round: number;
}

const NONE: readonly ServerId[] = [];

export function membersState(frame: Frame): MembersState {
  const leader = leaderState(frame);
  const { voters, next } = leader?.configuration ?? newest(frame) ?? NOBODY;
  const catchUp = leader?.duties?.catchUp ?? null;
  return {
    count: frame.servers.length,
    leader: leader?.id ?? 0,
    voters,
    next,
    newcomers: catchUp?.newcomers ?? NONE,
    round: catchUp?.round ?? 0,
  };
}

/** The running leader of the highest term, or null. */
export function leaderState({ servers }: Frame): ServerView | null {
  let best: ServerView | null = null;
  for (const server of servers) {
    if (server.role !== 'leader' || server.status === 'crashed') continue;
    if (best === null || server.term > best.term) best = server;
  }
  return best;
}

function newest({ servers }: Frame): ServerView['configuration'] | null {
  let best: ServerView | null = null;
  for (const server of servers) {
    if (server.configuration.voters.length === 0) continue;
    if (best === null || server.configurationIndex > best.configurationIndex) best = server;
  }
  return best?.configuration ?? null;
}
