/** What a trace has said of one server so far. */
import { configOf, sameConfig } from './config';
import { canonical, int, isObject, type Json, type Report, strings } from './lines';
import { at, type Book, extend, type Log, leap } from './logs';

/** What survives a crash. */
export interface Durable {
  readonly term: number;
  readonly votedFor: string | null;
  readonly log: Log;
  /** The last entry that the snapshot covers; the root when there is none. */
  readonly base: Log;
}

export interface State extends Durable {
  readonly role: string;
  readonly commitIndex: number;
  readonly lastApplied: number;
  readonly votes: readonly string[];
  readonly next: Readonly<Record<string, number>>;
  readonly match: Readonly<Record<string, number>>;
  readonly deadline: number | null;
}

export function durablePart({ term, votedFor, log, base }: State): Durable {
  return { term, votedFor, log, base };
}

export function blankState(log: Log): State {
  const durable = { term: 0, votedFor: null, log, base: log };
  return {
    ...durable,
    role: 'follower',
    commitIndex: 0,
    lastApplied: 0,
    votes: [],
    next: {},
    match: {},
    deadline: null,
  };
}

/** The state after a line: fields left out are as they were. */
export function merge(state: State, news: Json, book: Book, report: Report): State {
  const has = (key: string): boolean => Object.hasOwn(news, key);
  const number = (key: string, otherwise: number): number => {
    if (!has(key)) return otherwise;
    if (typeof news[key] === 'number') return news[key];
    report('format', `${key} is no number`);
    return otherwise;
  };
  const base = has('base') ? mergeBase(state, news.base, book, report) : state.base;
  return {
    term: number('currentTerm', state.term),
    votedFor: has('votedFor') ? (news.votedFor as string | null) : state.votedFor,
    base,
    log: mergeLog(state.log, base, news, report),
    role: has('role') ? String(news.role) : state.role,
    commitIndex: number('commitIndex', state.commitIndex),
    lastApplied: number('lastApplied', state.lastApplied),
    votes: has('votesGranted') ? strings(news.votesGranted) : state.votes,
    next: has('nextIndex') ? indexes(news.nextIndex) : state.next,
    match: has('matchIndex') ? indexes(news.matchIndex) : state.match,
    deadline: has('electionDeadline') ? number('electionDeadline', 0) : state.deadline,
  };
}

function indexes(value: unknown): Record<string, number> {
  return Object.fromEntries(Object.entries(isObject(value) ? value : {}).map(([id, index]) => [id, Number(index)]));
}

/** The entry that a base names; its snapshot must say who votes there. */
function mergeBase({ log, base }: State, news: unknown, book: Book, report: Report): Log {
  if (!isObject(news) || int(news, 'index') < 0) {
    report('format', 'base has no index');
    return base;
  }
  const [index, term] = [int(news, 'index'), int(news, 'term')];
  if (index === 0) return book.root;
  const own = at(log, index);
  const config = configOf(news.cfg);
  const known = own?.term === term ? own : book.find(index, term);
  if (known === null) return leap(book.root, index, term, config ?? book.root.config);
  if (config !== null && !sameConfig(config, known.config)) {
    report('snapshot', `the snapshot at ${index} holds another configuration than the log had there`);
  }
  return known;
}

/** The log from the base on; a log that does not hold the base is gone with it. */
function mergeLog(log: Log, base: Log, news: Json, report: Report): Log {
  if (Array.isArray(news.log)) return grow(base, news.log, news.cmds, report);
  const present = at(log, base.index) === base ? log : base;
  const { logDelta: delta } = news;
  if (!isObject(delta)) return present;
  const from = int(delta, 'from');
  const kept = from > base.index ? at(present, from - 1) : null;
  if (kept === null || !Array.isArray(delta.terms)) {
    report('format', `logDelta from ${from} does not fit a log from ${base.index + 1} to ${present.index}`);
    return present;
  }
  return grow(kept, delta.terms, delta.cmds, report);
}

function grow(start: Log, terms: readonly unknown[], cmds: unknown, report: Report): Log {
  const commands = Array.isArray(cmds) ? cmds : [];
  if (Array.isArray(cmds) && cmds.length !== terms.length) report('format', 'cmds are not parallel to the terms');
  let log = start;
  terms.forEach((term, i) => {
    log = extend(log, Number(term), canonical(commands[i] ?? null));
  });
  return log;
}
