/** A frame as sentences, for those who hear the cluster instead of seeing it. Says what a glance would tell. */
import {
  MESSAGE_TYPES,
  type MessageType,
  type Options,
  type Role,
  type RuleSwitch,
  type ServerId,
  type Term,
} from '../raft';
import { LINK_STRIDE, type Network } from '../sim';
import type { Frame, Membership, MessageView, ServerView } from './frame';

/** The words of a description; i18n has them in each language. */
export interface DescribeWords {
  /** Running leaders, newest term first; none: `term` is the highest term of a running server. */
  leaders(leaders: readonly { readonly server: ServerId; readonly term: Term }[], term: Term): string;
  server(facts: ServerFacts): string;
  /** Who votes by the newest leader's configuration, where that is not simply everybody. */
  members(configuration: { readonly voters: readonly ServerId[]; readonly next: readonly ServerId[] }): string;
  /** What a leader does beside leading. */
  duties(facts: DutyFacts): string;
  /** Broken rules and options that are not those of plain Raft. */
  options(facts: OptionFacts): string;
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
  readonly joint: boolean;
  readonly membership: Membership;
  /** The last entry that its snapshot stands for; 0: it has none. */
  readonly base: number;
}

/** 0 and empty: nothing of the kind. */
export interface DutyFacts {
  readonly server: ServerId;
  readonly target: ServerId;
  readonly newcomers: readonly ServerId[];
  readonly round: number;
  readonly reads: number;
  readonly lease: boolean;
}

export interface OptionFacts {
  readonly broken: readonly RuleSwitch[];
  readonly on: readonly (typeof SPOKEN)[number][];
  readonly snapshotEvery: number;
  readonly priorities: readonly number[];
}

/** The options that change what a reader sees. */
const SPOKEN = ['preVote', 'checkQuorum', 'stickyLeader'] as const;

/** The whole frame as sentences: what is special, who leads and votes, each server, messages, what is cut. */
export function describe(frame: Frame, words: DescribeWords): string[] {
  return [
    ...describeOptions(frame.options, words),
    describeLeaders(frame, words),
    ...describeMembers(frame, words),
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
  const { id, status, role, term, votedFor, log, commitIndex, votes, majority, configuration, membership, base } = view;
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
    joint: configuration.next !== null,
    membership,
    base,
  };
}

function describeOptions({ off, snapshotEvery, priorities, ...flags }: Options, words: DescribeWords): string[] {
  const on = SPOKEN.filter((flag) => flags[flag]);
  if (off.length === 0 && on.length === 0 && snapshotEvery === 0 && priorities.length === 0) return [];
  return [words.options({ broken: off, on, snapshotEvery, priorities })];
}

/** Who votes and what the leader is about, as the leader of the newest term sees it. */
function describeMembers({ servers }: Frame, words: DescribeWords): string[] {
  const [leader] = servers
    .filter(({ role, status }) => role === 'leader' && status !== 'crashed')
    .sort((a, b) => b.term - a.term);
  if (leader === undefined) return [];
  const { voters, next } = leader.configuration;
  const isEverybody = next === null && servers.every(({ id }) => voters.includes(id));
  return [...(isEverybody ? [] : [words.members({ voters, next: next ?? [] })]), ...describeDuties(leader, words)];
}

function describeDuties({ id, duties }: ServerView, words: DescribeWords): string[] {
  if (duties === null) return [];
  const { transferTo, catchUp, readsWaiting: reads, hasLease: lease } = duties;
  if (transferTo === null && catchUp === null && reads === 0 && !lease) return [];
  const [newcomers, round] = catchUp === null ? [[], 0] : [catchUp.newcomers, catchUp.round];
  return [words.duties({ server: id, target: transferTo ?? 0, newcomers, round, reads, lease })];
}

const TYPES = [...MESSAGE_TYPES, 'heartbeat'] as const;

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
