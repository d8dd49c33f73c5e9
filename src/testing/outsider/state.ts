/** What a trace has said of one server so far. */
import { canonical, isObject, type Json, type Report, strings } from './lines';
import { at, extend, type Log } from './logs';

export interface State {
  readonly term: number;
  readonly votedFor: string | null;
  readonly log: Log;
  readonly role: string;
  readonly commitIndex: number;
  readonly lastApplied: number;
  readonly votes: readonly string[];
  readonly next: Readonly<Record<string, number>>;
  readonly match: Readonly<Record<string, number>>;
  readonly deadline: number | null;
}

export interface Durable {
  readonly term: number;
  readonly votedFor: string | null;
  readonly log: Log;
}

/** What a server handles: everything it does until the next input belongs to it. */
export interface Input {
  readonly kind: 'timeout' | 'tick' | 'clientRequest' | 'recv' | 'restart';
  /** The message of `recv`. */
  readonly message: Json | null;
  /** The command of `clientRequest`. */
  readonly cmd: string | null;
  /** The state when it came. */
  readonly before: State;
  /** A message has been answered. */
  answered: boolean;
}

export interface Server {
  readonly id: string;
  alive: boolean;
  state: State;
  durable: Durable;
  input: Input | null;
  /** Index of the last `apply` line. */
  applied: number;
  /** Who granted a vote in the present term, as delivered. */
  granted: Set<string>;
  /** What the others have acknowledged to this leader in the present term, as delivered. */
  acknowledged: Map<string, number>;
  /** The vote of each term that another server may know of or that is on disk. */
  readonly promised: Map<number, string>;
}

export function newServer(id: string, log: Log): Server {
  const state: State = {
    term: 0,
    votedFor: null,
    log,
    role: 'follower',
    commitIndex: 0,
    lastApplied: 0,
    votes: [],
    next: {},
    match: {},
    deadline: null,
  };
  return {
    id,
    alive: true,
    state,
    durable: { term: 0, votedFor: null, log },
    input: null,
    applied: 0,
    granted: new Set(),
    acknowledged: new Map(),
    promised: new Map(),
  };
}

/** The state after a line: fields left out are as they were. */
export function merge(state: State, news: Json, root: Log, report: Report): State {
  const has = (key: string): boolean => Object.hasOwn(news, key);
  const number = (key: string, otherwise: number): number => {
    if (!has(key)) return otherwise;
    if (typeof news[key] === 'number') return news[key];
    report('format', `${key} is no number`);
    return otherwise;
  };
  return {
    term: number('currentTerm', state.term),
    votedFor: has('votedFor') ? (news.votedFor as string | null) : state.votedFor,
    log: mergeLog(state.log, news, root, report),
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

function mergeLog(log: Log, news: Json, root: Log, report: Report): Log {
  if (Array.isArray(news.log)) return grow(root, news.log, news.cmds, report);
  const { logDelta: delta } = news;
  if (!isObject(delta)) return log;
  const kept = at(log, Number(delta.from) - 1);
  if (kept === null || !Array.isArray(delta.terms)) {
    report('format', `logDelta from ${String(delta.from)} does not fit a log of ${log.index} entries`);
    return log;
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
