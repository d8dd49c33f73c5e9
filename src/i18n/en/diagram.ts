/** The space-time diagram. */
import { formatInstant, formatLength, formatNumber } from '../format';
import type { DiagramLine } from '../sentences-diagram';
import { common } from './common';

const { server, capital } = common;

/** A place: a server by its id, a client by its number below zero. */
const place = (id: number): string => (id > 0 ? server(id) : common.client(-id));

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `one ${one}` : `${formatNumber(count)} ${many}`;

const name = ({ kind, response, positive, entries }: DiagramLine): string => {
  if (kind === 'client') return response ? 'answer' : 'client request';
  if (kind === 'beat') return response ? 'answer to a heartbeat' : 'heartbeat';
  if (kind === 'vote') return response ? (positive === true ? 'vote granted' : 'vote denied') : 'vote request';
  if (kind === 'prevote')
    return response ? (positive === true ? 'pre-vote granted' : 'pre-vote denied') : 'pre-vote request';
  if (kind === 'handover') return 'TimeoutNow';
  if (kind === 'snapshot') return response ? 'snapshot stored' : 'snapshot';
  if (response) return positive === true ? 'entries stored' : 'entries refused';
  return `AppendEntries with ${counted(entries, 'entry', 'entries')}`;
};

const fate = ({ fate: what, start, end, to }: DiagramLine): string => {
  switch (what) {
    case 'flying':
      return 'still under way';
    case 'arrived':
      return `arrived after ${formatLength(end - start)}`;
    case 'waiting':
      return `waits at ${place(to)} since ${formatInstant(end)}`;
    case 'cut':
      return `lost in the cut at ${formatInstant(end)}`;
    case 'loss':
      return `lost on the way at ${formatInstant(end)}`;
    case 'dropped':
      return `dropped by hand at ${formatInstant(end)}`;
    case 'crashed':
      return `lost at ${formatInstant(end)}: ${place(to)} is down`;
  }
};

/** More links than these are only counted. */
const LISTED = 8;

export const diagram = {
  title: 'Space-time diagram',
  place: (id: number): string => (id > 0 ? server(id) : `C${-id}`),
  tools: 'Diagram',
  whole: 'Whole run',
  here: 'Here',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fold: (count: number): string =>
    count === 0 ? 'Fold quiet stretches' : `Fold ${counted(count, 'quiet stretch', 'quiet stretches')}`,
  past: 'What led here',
  future: 'What follows',
  back: 'Back to the stage',
  quiet: (length: number): string => `quiet ${formatLength(length)}`,
  reading: 'Reading the run…',
  /** Where the run is longer than what is kept of it. */
  elsewhere: 'Messages of this stretch are shown when you zoom in.',
  hidden: (beats: number, others: number): string => {
    const parts = [
      ...(beats > 0 ? [counted(beats, 'heartbeat', 'heartbeats')] : []),
      ...(others > 0 ? [counted(others, 'other', 'others')] : []),
    ];
    return parts.length === 0 ? '' : `Not drawn: ${parts.join(', ')}`;
  },
  line: (facts: DiagramLine): string =>
    `${capital(name(facts))}, ${place(facts.from)} to ${place(facts.to)}${facts.term > 0 ? `, term ${facts.term}` : ''}`,
  fate,
  /** Several facts about one message. */
  facts: (parts: readonly string[]): string => parts.join('; '),
  sentAt: (time: number): string => `sent at ${formatInstant(time)}`,
  events: 'Events in view',
  /** Links on which messages are lost, and on which they wait, each as a pair of servers. */
  barred: (lost: readonly (readonly [number, number])[], waiting: readonly (readonly [number, number])[]): string => {
    const list = (links: typeof lost) =>
      links.length > LISTED
        ? `${links.length} links`
        : links.map(([from, to]) => `${server(from)}\u00a0→\u00a0${server(to)}`).join(', ');
    const parts = [
      ...(lost.length > 0 ? [`cut one way: ${list(lost)}`] : []),
      ...(waiting.length > 0 ? [`held: ${list(waiting)}`] : []),
    ];
    return parts.length === 0 ? '' : `In view, for a time or all along: ${parts.join('; ')}.`;
  },
  noEvents: 'Nothing happened in this stretch.',
  chosen: 'Chosen event',
  choose: 'Click a message or an event, or choose one in the list: its causes and its messages are shown here.',
  because: 'How it came to this',
  received: 'Came with',
  sent: 'Sent',
  /**
   * How many events could have influenced the chosen one, and which it could have influenced.
   *
   * @param isPart what is counted is at least so much
   */
  counts: (past: number | null, future: number | null, isPart: boolean): string => {
    const most = isPart ? 'at least ' : '';
    const earlier = past === 0 ? 'nothing' : `${most}${counted(past ?? 0, 'earlier event', 'earlier events')}`;
    const later = future === 0 ? 'nothing so far' : `${most}${counted(future ?? 0, 'later event', 'later events')}`;
    const parts = [
      ...(past === null ? [] : [`${earlier} could have influenced it`]),
      ...(future === null ? [] : [`it could have influenced ${later}`]),
    ];
    return parts.length === 0 ? '' : `${capital(parts.join('; '))}.`;
  },
};
