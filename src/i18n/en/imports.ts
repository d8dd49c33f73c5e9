/** Recordings of other Rafts: what is said of them, and what is wrong with a file. */
import { common } from './common';

const { server } = common;

/** What is wrong with a file: where, what is expected there, and what was found. */
export interface ProblemFacts {
  readonly line: number;
  readonly field: string | null;
  readonly expected: ExpectedFacts;
  readonly found: string;
}

export type ExpectedFacts =
  | { readonly type: 'integer'; readonly low: number; readonly high: number }
  | { readonly type: 'number' | 'text' | 'boolean' | 'list' | 'object' | 'json' | 'header' | 'version' | 'newId' }
  | { readonly type: 'something' }
  | { readonly type: 'oneOf' | 'node'; readonly values: readonly string[] }
  | { readonly type: 'names'; readonly low: number; readonly high: number }
  | { readonly type: 'asMany'; readonly as: string; readonly count: number }
  | { readonly type: 'within'; readonly low: number; readonly high: number }
  | { readonly type: 'days'; readonly days: number }
  | { readonly type: 'own'; readonly node: string }
  | { readonly type: 'shorter'; readonly most: number };

/** Something about a recording: how often, and in which line first; 0: in none. */
export interface RemarkFacts {
  readonly count: number;
  readonly line: number;
}

const EXPECTED = {
  number: 'a number',
  text: 'a text',
  boolean: 'true or false',
  list: 'a list',
  object: 'an object',
  json: 'one JSON object',
  header: 'the header, {"v":"raft-trace/1","kind":"header",…}',
  version: '"raft-trace/1"',
  newId: 'an id that no other message has',
  something: 'at least one event',
};

function expected(one: ExpectedFacts): string {
  switch (one.type) {
    case 'integer':
      return `a whole number from ${one.low} to ${one.high}`;
    case 'oneOf':
      return `one of ${one.values.join(', ')}`;
    case 'node':
      return `a node of the header: ${one.values.join(', ')}`;
    case 'names':
      return `${one.low} to ${one.high} names, each once`;
    case 'asMany':
      return `as many items as ${one.as} has, ${one.count}`;
    case 'within':
      return `an index from ${one.low} to ${one.high}`;
    case 'days':
      return `a time at most ${one.days} days after the first line`;
    case 'own':
      return `the node of the line, ${one.node}`;
    case 'shorter':
      return `at most ${one.most} characters`;
    default:
      return EXPECTED[one.type];
  }
}

const times = ({ count }: RemarkFacts): string => (count === 1 ? 'once' : `${count} times`);
const since = ({ line }: RemarkFacts): string => (line === 0 ? '' : `, first in line ${line}`);

export const imports = {
  title: 'Recording',
  badge: (name: string | null): string => `Recording: ${name ?? 'pasted text'}`,
  intro: (format: 'trace' | 'etcd', name: string | null, lines: number): string =>
    format === 'etcd'
      ? `${name ?? 'The pasted text'} is a text log of etcd’s raft library, ${lines} lines. Watch it; nothing can be done in it.`
      : `${name ?? 'The pasted text'} was written by another Raft, ${lines} lines. Watch it; nothing can be done in it.`,
  /** Names of the recording; the first is S1. */
  nodes: (nodes: readonly string[]): string => nodes.map((node, i) => `${server(i + 1)} = ${node}`).join(', '),
  back: 'Back to the run before',
  ends: 'The recording ends here.',
  noLink: 'A recording is in its file and in no link. Give the file to whoever shall see it.',
  reading: (name: string | null): string => `Reading ${name ?? 'the text'}`,
  remarksTitle: 'What it does not tell',
  remarks: {
    receivedUnsent: (f: RemarkFacts): string =>
      `A message is received or lost that no earlier line sent: ${times(f)}${since(f)}.`,
    receivedTwice: (f: RemarkFacts): string =>
      `A message is received more often than it was sent: ${times(f)}${since(f)}.`,
    fateUnknown: (f: RemarkFacts): string => `What became of a message, ${times(f)}: it is shown as lost on its way.`,
    timeGoesBack: (f: RemarkFacts): string => `Time goes back, ${times(f)}${since(f)}: the order of the lines counts.`,
    kindUnknown: (f: RemarkFacts): string => `Lines of an unknown kind are left out: ${times(f)}${since(f)}.`,
    actsCrashed: (f: RemarkFacts): string => `A server acts after it crashed: ${times(f)}${since(f)}.`,
    noCommands: (_: RemarkFacts): string => 'What entries hold: logs are compared by terms alone.',
    noDisk: (_: RemarkFacts): string => 'What is on the disks: everything is taken to survive a crash.',
    noMessages: (_: RemarkFacts): string => 'Messages: none is shown.',
    noApplied: (_: RemarkFacts): string => 'What is applied: State Machine Safety cannot be judged.',
    noTimers: (_: RemarkFacts): string => 'Election timers: none is shown.',
    linesSkipped: (f: RemarkFacts): string =>
      f.count === 1 ? '1 line says nothing of Raft.' : `${f.count} lines say nothing of Raft.`,
    entriesGuessed: (_: RemarkFacts): string =>
      'Of a log, now and then its last entry is told; what stands before it is not known.',
  },
  /** What is wrong, in one sentence. */
  problem: ({ line, field, expected: what, found }: ProblemFacts): string => {
    const where = line === 0 ? 'the file' : `line ${line}${field === null ? '' : `, field ${field}`}`;
    return `${where} should be ${expected(what)}; ${found === '' ? 'it is missing' : found === '""' ? 'it is empty' : `it is ${found}`}`;
  },
  notOpened: (name: string | null, problem: ProblemFacts | 'tooLong' | 'unreadable'): string => {
    const what = name ?? 'The text';
    if (problem === 'tooLong') return `${what} was not opened: recordings may have 64 MB at most.`;
    if (problem === 'unreadable') return `${what} was not opened: it cannot be read.`;
    return `${what} was not opened: ${imports.problem(problem)}.`;
  },
};
