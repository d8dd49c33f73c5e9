import { formatInstant, formatNumber } from '../format';
import { common } from './common';

type Badge = 'follower' | 'precandidate' | 'learner' | 'spare' | 'candidate' | 'leader' | 'paused' | 'crashed';

export type MarkFacts = {
  readonly kind:
    | 'election'
    | 'leader'
    | 'crash'
    | 'restart'
    | 'pause'
    | 'resume'
    | 'cut'
    | 'heal'
    | 'message'
    | 'request'
    | 'members'
    | 'snapshot'
    | 'rules'
    | 'commit';
  readonly server: number | null;
  readonly term: number | null;
  /** Commits: the entries. */
  readonly from: number;
  readonly to: number;
  readonly at: number;
  /** How many more moments it stands for. */
  readonly others: number;
};

export type LineFacts = {
  readonly kind: 'vote' | 'prevote' | 'handover' | 'append' | 'beat' | 'snapshot';
  readonly response: boolean;
  readonly positive: boolean | null;
  readonly from: number;
  readonly to: number;
  readonly term: number;
  readonly entries: number;
  readonly start: number;
  readonly fate: 'flying' | 'arrived' | 'lost';
};

export type EntryFacts = {
  readonly index: number;
  readonly term: number;
  readonly command: string;
  readonly committed: boolean;
  readonly durable: boolean;
};

const { server } = common;

const BADGES: Partial<Record<Badge, string>> = { precandidate: 'pre-candidate' };

/** "S3", or a word for nobody. */
const somebody = (id: number | null): string => (id === null ? 'the cluster' : server(id));

const moment = ({ kind, server: id, term, from, to }: MarkFacts): string => {
  switch (kind) {
    case 'election':
      return `${somebody(id)} stands for election in term ${term}`;
    case 'leader':
      return `${somebody(id)} becomes leader of term ${term}`;
    case 'crash':
      return `${somebody(id)} crashes`;
    case 'restart':
      return `${somebody(id)} restarts`;
    case 'pause':
      return `${somebody(id)} pauses`;
    case 'resume':
      return `${somebody(id)} resumes`;
    case 'cut':
      return 'the network is cut';
    case 'heal':
      return 'the network is repaired';
    case 'message':
      return 'a message is dropped, repeated or hurried';
    case 'request':
      return 'a client asks';
    case 'members':
      return 'the members change';
    case 'snapshot':
      return 'a snapshot takes the place of a log';
    case 'rules':
      return 'options or rules are changed';
    case 'commit':
      return `${somebody(id)} commits ${common.entries(from, to)}`;
  }
};

const lineName = ({ kind, response, positive, entries }: LineFacts): string => {
  if (kind === 'vote') return response ? (positive ? 'vote granted' : 'vote denied') : 'RequestVote';
  if (kind === 'prevote') return response ? (positive ? 'pre-vote granted' : 'pre-vote denied') : 'PreVote';
  if (kind === 'handover') return 'TimeoutNow';
  if (kind === 'snapshot') return response ? 'InstallSnapshot response' : 'InstallSnapshot';
  if (response) return positive ? 'AppendEntries: success' : 'AppendEntries: rejected';
  return kind === 'beat' ? 'heartbeat' : `AppendEntries with ${entries} ${entries === 1 ? 'entry' : 'entries'}`;
};

export const tables = {
  log: {
    title: 'Logs',
    /** The empty command, in a cell. */
    noop: 'no-op',
    match: 'match',
    nextSeenBy: (id: number) => `next, seen by ${server(id)}`,
    /** Screen readers: what the columns count. */
    serverColumn: 'Server',
    column: (index: number) => `Entry ${formatNumber(index)}`,
    hidden: (from: number, to: number) =>
      from === to
        ? `entry ${formatNumber(from)} not shown`
        : `entries ${formatNumber(from)} to ${formatNumber(to)} not shown`,
    cell: ({ index, term, command, committed, durable }: EntryFacts) =>
      `entry ${formatNumber(index)}, term ${term}, ${command}, ${committed ? 'committed' : 'not committed'}${durable ? '' : ', not on disk yet'}`,
    empty: 'empty',
    /** The block that stands for the entries that a snapshot replaced, in a cell, and as screen readers say it. */
    snapshotCell: (index: number, wide: boolean) =>
      wide ? `snapshot to ${formatNumber(index)}` : `to ${formatNumber(index)}`,
    snapshot: (index: number, term: number) => `snapshot up to entry ${formatNumber(index)} of term ${term}`,
    /** A configuration entry: who votes by it. */
    members: (voters: readonly number[], next: readonly number[] | null) =>
      next === null
        ? `members ${common.servers(voters)}`
        : `members ${common.servers(voters)} joint with ${common.servers(next)}`,
    row: (id: number, badge: Badge, last: number, commit: number) =>
      `${server(id)}, ${BADGES[badge] ?? badge}, ${formatNumber(last)} ${last === 1 ? 'entry' : 'entries'}, commit index ${formatNumber(commit)}`,
    progress: (match: number, next: number) => `match index ${formatNumber(match)}, next index ${formatNumber(next)}`,
    latest: 'Latest',
    earlier: 'Earlier entries',
    later: 'Later entries',
    committed: 'committed',
    uncommitted: 'not yet',
  },
  timeline: {
    title: 'Timeline',
    slider: 'Time',
    /** As a screen reader says it. */
    now: (time: number, term: number, leader: number | null) =>
      `${formatNumber(Math.floor(time / 1000))} milliseconds, term ${term}, ${leader === null ? 'no leader' : `leader ${server(leader)}`}`,
    units: { ms: 'ms', s: 's', clock: '' },
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    whole: 'The whole run',
    moments: 'Moments',
    mark: (facts: MarkFacts) =>
      `${formatInstant(facts.at)}: ${moment(facts)}${facts.others > 0 ? ` (and ${facts.others} more)` : ''}`,
    line: (facts: LineFacts) =>
      `${lineName(facts)}, ${server(facts.from)} to ${server(facts.to)}, term ${facts.term}${facts.fate === 'lost' ? ', lost' : ''}`,
    legend: {
      election: 'election',
      leader: 'new leader',
      commit: 'commit',
      fault: 'fault',
      heal: 'repair',
      crash: 'crash',
      request: 'client asks',
    },
  },
};
