/** The cluster for screen readers: what a glance at the picture would tell, and what just happened. */
import { common } from './common';
import { type FlagName, flagNames, type RuleName, ruleNames } from './option-names';
import { priorities, snapshots } from './option-words';

const { server, servers, number, capital, list } = common;

type Link = { readonly from: number; readonly to: number };

/** One server; numbers are 0 where there is nothing to say. */
export interface ServerFacts {
  readonly server: number;
  readonly status: 'up' | 'paused' | 'crashed';
  readonly role: 'follower' | 'precandidate' | 'candidate' | 'leader';
  readonly term: number;
  readonly votedFor: number;
  readonly lastIndex: number;
  readonly lastTerm: number;
  readonly commitIndex: number;
  readonly votes: number;
  readonly majority: number;
  /** The configuration by which it counts is joint: a majority of both halves is needed. */
  readonly joint: boolean;
  readonly membership: 'voter' | 'learner' | 'spare';
  /** The last entry that its snapshot stands for; 0: it has none. */
  readonly base: number;
}

/** Who votes; `next`: the new half of a joint configuration, otherwise empty. */
export interface Members {
  readonly voters: readonly number[];
  readonly next: readonly number[];
}

/** What a leader does beside leading; 0 and empty: nothing of the kind. */
export interface DutyFacts {
  readonly server: number;
  readonly target: number;
  readonly newcomers: readonly number[];
  readonly round: number;
  readonly reads: number;
  readonly lease: boolean;
}

/** What differs from plain Raft. */
export interface OptionFacts {
  readonly broken: readonly RuleName[];
  readonly on: readonly FlagName[];
  readonly snapshotEvery: number;
  readonly priorities: readonly number[];
}

export interface AnnouncementFacts {
  readonly leader: { readonly server: number; readonly term: number } | null;
  readonly candidates: readonly number[];
  readonly preCandidates: readonly number[];
  readonly steppedDown: readonly number[];
  readonly lostQuorum: readonly number[];
  readonly left: readonly number[];
  readonly handover: { readonly from: number; readonly to: number; readonly failed: boolean } | null;
  readonly learners: readonly number[];
  readonly gaveUp: boolean;
  readonly configuration: Members | null;
  readonly rolledBack: readonly number[];
  readonly installed: readonly number[];
  readonly crashed: readonly number[];
  readonly restarted: readonly number[];
  readonly paused: readonly number[];
  readonly resumed: readonly number[];
  readonly committed: number;
  readonly network: 'cut' | 'healed' | null;
}

const MESSAGES = {
  RequestVote: ['vote request', 'vote requests'],
  RequestVoteResponse: ['vote answer', 'vote answers'],
  AppendEntries: ['AppendEntries with entries', 'AppendEntries with entries'],
  AppendEntriesResponse: ['AppendEntries response', 'AppendEntries responses'],
  InstallSnapshot: ['snapshot', 'snapshots'],
  InstallSnapshotResponse: ['snapshot response', 'snapshot responses'],
  PreVote: ['pre-vote request', 'pre-vote requests'],
  PreVoteResponse: ['pre-vote answer', 'pre-vote answers'],
  TimeoutNow: ['TimeoutNow', 'TimeoutNow'],
  heartbeat: ['heartbeat', 'heartbeats'],
};

const link = ({ from, to }: Link): string => `${server(from)} to ${server(to)}`;

const stored = ({ lastIndex, lastTerm, base }: ServerFacts): string => {
  if (lastIndex === 0) return 'empty log';
  const log = `log up to entry ${lastIndex} of term ${lastTerm}`;
  return base === 0 ? log : `${log} with a snapshot up to ${base}`;
};

/** Votes on hand, of candidates and of those that ask whether they could win. */
const held = ({ role, votes, majority, joint }: ServerFacts): string => {
  if (role !== 'candidate' && role !== 'precandidate') return '';
  const kind = role === 'candidate' ? 'votes' : 'pre-votes';
  return joint
    ? `, holds ${number(votes)} ${kind} and needs a majority of both configurations`
    : `, holds ${number(votes)} of the ${number(majority)} ${kind} it needs`;
};

const MEMBERSHIP = { voter: '', learner: 'learner without a vote, ', spare: 'no member, ' };

const members = ({ voters, next }: Members): string =>
  next.length === 0
    ? `${servers(voters)} ${voters.length === 1 ? 'votes' : 'vote'}`
    : `Joint configuration: decisions need a majority of ${servers(voters)} and one of ${servers(next)}`;

const committed = ({ commitIndex }: ServerFacts): string =>
  commitIndex === 0 ? 'nothing known to be committed' : `committed up to ${commitIndex}`;

const vote = ({ votedFor, server: id }: ServerFacts): string => {
  if (votedFor === 0) return 'no vote given';
  return votedFor === id ? 'voted for itself' : `voted for ${server(votedFor)}`;
};

export const describe = {
  leaders: (leaders: readonly { readonly server: number; readonly term: number }[], term: number): string => {
    if (leaders.length === 0) return term === 0 ? 'No leader yet.' : `No leader in term ${term}.`;
    return `${list(leaders.map((leader) => `${server(leader.server)} leads term ${leader.term}`))}.`;
  },
  server: (facts: ServerFacts): string => {
    const { status, role, term } = facts;
    const membership = MEMBERSHIP[facts.membership];
    if (status === 'crashed')
      return `${server(facts.server)}: ${membership}crashed; on disk term ${term}, ${vote(facts)}, ${stored(facts)}.`;
    const paused = status === 'paused' ? 'paused, ' : '';
    return `${server(facts.server)}: ${membership}${paused}${common.role[role]} in term ${term}${held(facts)}, ${vote(facts)}, ${stored(facts)}, ${committed(facts)}.`;
  },
  members: (configuration: Members): string => `${members(configuration)}.`,
  duties: (facts: DutyFacts): string => {
    const duties: string[] = [];
    if (facts.target > 0) duties.push(`hands over to ${server(facts.target)}`);
    if (facts.newcomers.length > 0) duties.push(`brings ${servers(facts.newcomers)} up to date, round ${facts.round}`);
    if (facts.reads > 0)
      duties.push(`makes sure that it leads for ${facts.reads === 1 ? 'one read' : `${number(facts.reads)} reads`}`);
    if (facts.lease) duties.push('holds a lease');
    return `${server(facts.server)} ${list(duties)}.`;
  },
  options: ({ broken, on, snapshotEvery, priorities: wanted }: OptionFacts): string =>
    [
      ...(broken.length > 0 ? [`Rules broken on purpose: ${list(broken.map((rule) => `“${ruleNames[rule]}”`))}.`] : []),
      ...(on.length > 0 ? [`Switched on: ${list(on.map((flag) => `“${flagNames[flag]}”`))}.`] : []),
      ...(snapshotEvery > 0 ? [`${snapshots(snapshotEvery)}.`] : []),
      ...(wanted.length > 0 ? [`Priorities: ${priorities(wanted)}.`] : []),
    ].join(' '),
  messages: (counts: readonly { readonly type: keyof typeof MESSAGES; readonly count: number }[]): string =>
    `Under way: ${list(counts.map(({ type, count }) => `${count} ${MESSAGES[type][count === 1 ? 0 : 1]}`))}.`,
  partition: (groups: readonly (readonly number[])[]): string =>
    `The network is partitioned: ${groups.map((group) => servers(group)).join(' | ')}.`,
  isolated: (ids: readonly number[]): string => `${servers(ids)} ${ids.length === 1 ? 'is' : 'are'} isolated.`,
  cuts: (links: readonly Link[]): string => `Cut in one direction: ${list(links.map(link))}.`,
  holds: (links: readonly Link[]): string => `Held: ${list(links.map(link))}.`,
};

export const announce = (facts: AnnouncementFacts): string => {
  const sentences: string[] = [];
  const say = (ids: readonly number[], verb: string) => {
    if (ids.length > 0) sentences.push(`${servers(ids)} ${verb}.`);
  };
  say(facts.crashed, 'crashed');
  say(facts.restarted, 'restarted');
  say(facts.paused, 'paused');
  say(facts.resumed, 'resumed');
  if (facts.network !== null)
    sentences.push(facts.network === 'cut' ? 'The network is cut.' : 'The network is repaired.');
  say(facts.lostQuorum, 'lost the majority and stepped down');
  say(facts.left, 'left the cluster');
  say(facts.steppedDown, 'stepped down');
  if (facts.handover !== null) {
    const { from, to, failed } = facts.handover;
    sentences.push(failed ? `${server(from)} gave up handing over.` : `${server(from)} hands over to ${server(to)}.`);
  }
  say(facts.preCandidates, facts.preCandidates.length === 1 ? 'asks for pre-votes' : 'ask for pre-votes');
  say(facts.candidates, facts.candidates.length === 1 ? 'stands for election' : 'stand for election');
  if (facts.leader !== null) sentences.push(`${server(facts.leader.server)} is leader of term ${facts.leader.term}.`);
  say(facts.learners, facts.learners.length === 1 ? 'catches up without a vote' : 'catch up without a vote');
  if (facts.gaveUp) sentences.push('The newcomers were too slow and are not taken in.');
  if (facts.configuration !== null) sentences.push(`${members(facts.configuration)}.`);
  say(facts.rolledBack, 'went back to the configuration before');
  say(facts.installed, 'installed a snapshot');
  if (facts.committed > 0) sentences.push(`Committed up to entry ${facts.committed}.`);
  return capital(sentences.join(' '));
};
