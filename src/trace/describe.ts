/** A frame as sentences, for those who hear the cluster instead of seeing it. Says what a glance would tell. */
import type { MessageType, Role, ServerId, Term } from '../raft';
import { LINK_STRIDE, type Network } from '../sim';
import type { Frame, MessageView, ServerView } from './frame';

/** The words of a description; i18n has them in each language. */
export interface DescribeWords {
  /** Running leaders, newest term first; none: `term` is the highest term of a running server. */
  leaders(leaders: readonly { readonly server: ServerId; readonly term: Term }[], term: Term): string;
  server(facts: ServerFacts): string;
  /** Messages between servers under way, by type; heartbeats are told apart. */
  messages(counts: readonly { readonly type: MessageType | 'heartbeat'; readonly count: number }[]): string;
  /** Groups of servers that cannot reach one another, at least two. */
  partition(groups: readonly (readonly ServerId[])[]): string;
  isolated(servers: readonly ServerId[]): string;
  /** Single links, one direction each. */
  cuts(links: readonly { readonly from: ServerId; readonly to: ServerId }[]): string;
  holds(links: readonly { readonly from: ServerId; readonly to: ServerId }[]): string;
}

export interface ServerFacts {
  readonly server: ServerId;
  readonly status: 'up' | 'paused' | 'crashed';
  readonly role: Role;
  readonly term: Term;
  /** 0: nobody. */
  readonly votedFor: ServerId;
  readonly lastIndex: number;
  readonly lastTerm: Term;
  readonly commitIndex: number;
  /** Candidates only, otherwise 0: votes held, and how many make a majority. */
  readonly votes: number;
  readonly majority: number;
}

/** The whole frame as sentences: who leads, each server, messages under way, what is cut. */
export function describe(frame: Frame, words: DescribeWords): string[] {
  return [
    describeLeaders(frame, words),
    ...frame.servers.map((server) => words.server(factsOfServer(server))),
    ...describeMessages(frame.messages, words),
    ...describeNetwork(frame, words),
  ];
}

/** Who leads; a crashed server leads nothing, whatever it was. */
export function describeLeaders({ servers }: Frame, words: DescribeWords): string {
  const running = servers.filter(({ status }) => status !== 'crashed');
  const leaders = running
    .filter(({ role }) => role === 'leader')
    .map(({ id, term }) => ({ server: id, term }))
    .sort((a, b) => b.term - a.term);
  return words.leaders(leaders, Math.max(0, ...running.map(({ term }) => term)));
}

export function factsOfServer(view: ServerView): ServerFacts {
  const { id, status, role, term, votedFor, log, commitIndex, votes, majority } = view;
  return {
    server: id,
    status,
    role,
    term,
    votedFor: votedFor ?? 0,
    lastIndex: log.index,
    lastTerm: log.term,
    commitIndex,
    votes: votes?.filter((vote) => vote === 'granted').length ?? 0,
    majority,
  };
}

const TYPES = ['RequestVote', 'RequestVoteResponse', 'AppendEntries', 'AppendEntriesResponse', 'heartbeat'] as const;

function describeMessages(messages: readonly MessageView[], words: DescribeWords): string[] {
  if (messages.length === 0) return [];
  const counts = TYPES.map((type) => ({
    type,
    count: messages.filter((view) => (view.heartbeat ? 'heartbeat' : view.message.type) === type).length,
  })).filter(({ count }) => count > 0);
  return [words.messages(counts)];
}

function describeNetwork({ network, servers }: Frame, words: DescribeWords): string[] {
  const ids = servers.map(({ id }) => id);
  const sentences: string[] = [];
  const groups = groupsOf(network, ids);
  if (groups.length > 1) sentences.push(words.partition(groups));
  const isolated = ids.filter((id) => network.isolated[id - 1]);
  if (isolated.length > 0) sentences.push(words.isolated(isolated));
  const cuts = linksOf(network.cuts);
  if (cuts.length > 0) sentences.push(words.cuts(cuts));
  const holds = linksOf(network.holds);
  if (holds.length > 0) sentences.push(words.holds(holds));
  return sentences;
}

/** The groups of a partition, the one of S1 first. */
function groupsOf({ groups }: Pick<Network, 'groups'>, ids: readonly ServerId[]): ServerId[][] {
  return [...new Set(groups)].map((group) => ids.filter((id) => groups[id - 1] === group));
}

function linksOf(flags: readonly boolean[]): { from: ServerId; to: ServerId }[] {
  return flags.flatMap((flag, at) => (flag ? [{ from: Math.floor(at / LINK_STRIDE), to: at % LINK_STRIDE }] : []));
}
