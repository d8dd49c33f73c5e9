/** What a server is to the cluster, and who decides: read from a frame for the stage and its labels. */
import { groupsOf, type ServerId } from '../scene';
import type { Frame, ServerView, VoteState } from '../trace';

export type Configuration = ServerView['configuration'];

/**
 * - voter: in the configuration that it and the leader know
 * - learner: catches up before it votes; spare: in no configuration
 * - leaving: it leads or stands, though its own log says that it is to go
 * - removed: it holds itself for a voter, but the leader's configuration, which is no older, is without it
 */
export type Standing = 'voter' | 'learner' | 'spare' | 'leaving' | 'removed';

/** The votes of one configuration, in the order of its voters. */
export interface BallotRow {
  readonly votes: readonly VoteState[];
  readonly majority: number;
}

/** The running leader of the highest term, or null. */
export function reigningLeader(servers: readonly ServerView[]): ServerView | null {
  let found: ServerView | null = null;
  for (const server of servers) {
    if (server.role !== 'leader' || server.status === 'crashed') continue;
    if (found === null || server.term > found.term) found = server;
  }
  return found;
}

export function isIn({ voters, next }: Configuration, id: ServerId): boolean {
  return voters.includes(id) || next?.includes(id) === true;
}

export function standingOf(view: ServerView, leader: ServerView | null): Standing {
  if (view.membership === 'voter') {
    if (leader === null || leader.id === view.id || isIn(leader.configuration, view.id)) return 'voter';
    const isNews = leader.term >= view.term - 1 && leader.configurationIndex >= view.configurationIndex;
    return isNews ? 'removed' : 'voter';
  }
  return view.role === 'follower' ? view.membership : 'leaving';
}

/** While two configurations are joint: in which of them a server is; otherwise null. */
export type Half = 'old' | 'new' | 'both' | null;

export function halfOf({ voters, next }: Configuration, id: ServerId): Half {
  if (next === null) return null;
  const isNew = next.includes(id);
  if (voters.includes(id)) return isNew ? 'both' : 'old';
  return isNew ? 'new' : null;
}

/** The configurations by which the sides of a cut decide, in the order of `groupsOf`. */
export function electoratesOf({ servers, network }: Frame): readonly Configuration[] {
  return groupsOf(network).map((group) => electorateOf(group.map((id) => servers[id - 1])));
}

/** The configuration by which some servers decide, as far as they know: their leader's, else the newest. */
function electorateOf(servers: readonly ServerView[]): Configuration {
  const leader = reigningLeader(servers);
  if (leader !== null) return leader.configuration;
  return servers.reduce((best, one) => (one.configurationIndex > best.configurationIndex ? one : best)).configuration;
}

/** What a server collects: votes, or as leader of two configurations the copies of the entry that joins them. */
export function ballotsOf(view: ServerView): readonly BallotRow[] | null {
  const { votes, configuration, status } = view;
  if (status === 'crashed') return null;
  if (votes !== null) return rowsOf(configuration, (id) => votes[id - 1] ?? 'unknown');
  if (view.role !== 'leader' || configuration.next === null) return null;
  const { matchIndex, configurationIndex } = view;
  return rowsOf(configuration, (id) => ((matchIndex?.[id] ?? 0) >= configurationIndex ? 'granted' : 'unknown'));
}

function rowsOf({ voters, next }: Configuration, stateOf: (id: ServerId) => VoteState): BallotRow[] {
  return [voters, ...(next === null ? [] : [next])].map((ids) => ({
    votes: ids.map(stateOf),
    majority: Math.floor(ids.length / 2) + 1,
  }));
}

export function isSameBallots(a: readonly BallotRow[] | null, b: readonly BallotRow[] | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.length === b.length &&
    a.every(({ votes }, i) => votes.length === b[i].votes.length && votes.every((vote, at) => vote === b[i].votes[at]))
  );
}
