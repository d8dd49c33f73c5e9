/** The cluster for screen readers: what a glance at the picture would tell, and what just happened. */
import { common } from './common';

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
}

export interface AnnouncementFacts {
  readonly leader: { readonly server: number; readonly term: number } | null;
  readonly candidates: readonly number[];
  readonly steppedDown: readonly number[];
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
  heartbeat: ['heartbeat', 'heartbeats'],
};

const link = ({ from, to }: Link): string => `${server(from)} to ${server(to)}`;

const stored = ({ lastIndex, lastTerm }: ServerFacts): string =>
  lastIndex === 0 ? 'empty log' : `log up to entry ${lastIndex} of term ${lastTerm}`;

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
    const { status, role, term, votes, majority } = facts;
    if (status === 'crashed')
      return `${server(facts.server)}: crashed; on disk term ${term}, ${vote(facts)}, ${stored(facts)}.`;
    const paused = status === 'paused' ? 'paused, ' : '';
    const held = role === 'candidate' ? `, holds ${number(votes)} of the ${number(majority)} votes it needs` : '';
    return `${server(facts.server)}: ${paused}${common.role[role]} in term ${term}${held}, ${vote(facts)}, ${stored(facts)}, ${committed(facts)}.`;
  },
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
  say(facts.steppedDown, 'stepped down');
  say(facts.candidates, facts.candidates.length === 1 ? 'stands for election' : 'stand for election');
  if (facts.leader !== null) sentences.push(`${server(facts.leader.server)} is leader of term ${facts.leader.term}.`);
  if (facts.committed > 0) sentences.push(`Committed up to entry ${facts.committed}.`);
  return capital(sentences.join(' '));
};
