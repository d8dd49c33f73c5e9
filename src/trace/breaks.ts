/** On what playback is to stop, as data; and whether a transition is that. */
import { type Index, MESSAGE_TYPES, type MessageType, type Role, type ServerId, type Term } from '../raft';
import { type Flight, isBetweenServers, type Microseconds, type Sequence, type Transition } from '../sim';
import { commitChange, isLeaderChange, truncation } from './changes';

export const BREAK_ROLES = ['follower', 'precandidate', 'candidate', 'leader'] as const satisfies readonly Role[];
export const BREAK_MESSAGES = ['any', ...MESSAGE_TYPES] as const;
export const BREAK_NUMBERS = ['term', 'commitIndex', 'logLength'] as const;
export const BREAK_FATES = ['sent', 'received', 'dropped'] as const;
export const BREAK_OUTCOMES = ['any', 'ok', 'fail', 'unknown'] as const;
export const COMPARISONS = ['equal', 'above', 'atLeast', 'below', 'atMost'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** `server` and `client` from 1; 0: any. */
export type BreakRule =
  /** A server became leader. */
  | { readonly type: 'leader' }
  /** A leader committed entries. */
  | { readonly type: 'commit' }
  /** A log lost entries. */
  | { readonly type: 'truncation' }
  /** A safety property broke; whoever watches the properties sees to it. */
  | { readonly type: 'violation' }
  /** A server began a term above this one. */
  | { readonly type: 'termAbove'; readonly term: Term }
  | { readonly type: 'role'; readonly server: ServerId; readonly role: (typeof BREAK_ROLES)[number] }
  /** The comparison became true of the server. */
  | {
      readonly type: 'number';
      readonly server: ServerId;
      readonly what: (typeof BREAK_NUMBERS)[number];
      readonly comparison: Comparison;
      readonly value: number;
    }
  /** The server sent or received it; `dropped`: it was lost, and the server is at one of its ends. */
  | {
      readonly type: 'message';
      readonly server: ServerId;
      readonly fate: (typeof BREAK_FATES)[number];
      readonly message: (typeof BREAK_MESSAGES)[number];
    }
  /** A client got an answer, or gave up. */
  | { readonly type: 'client'; readonly client: number; readonly outcome: (typeof BREAK_OUTCOMES)[number] };

/** What there is to say about a stop. 0 and null: nothing of the kind. */
export interface BreakFacts {
  readonly server: ServerId;
  readonly client: number;
  readonly term: Term;
  /** The entry committed or the first one lost, or the number that the rule compares. */
  readonly index: Index;
  readonly role: Role | null;
  readonly message: MessageType | null;
  readonly from: ServerId;
  readonly to: ServerId;
}

export interface Break {
  readonly at: Microseconds;
  readonly seq: Sequence;
  readonly rule: BreakRule;
  readonly facts: BreakFacts;
}

export const BREAKS_MAX = 12;
export const BREAK_VALUE_MAX = 1_000_000;

const NOTHING: BreakFacts = {
  server: 0,
  client: 0,
  term: 0,
  index: 0,
  role: null,
  message: null,
  from: 0,
  to: 0,
};

/** The first of the transitions on which one of the rules says to stop, or null. */
export function firstBreak(transitions: readonly Transition[], rules: readonly BreakRule[]): Break | null {
  for (const transition of transitions) {
    for (const rule of rules) {
      const facts = breakFacts(rule, transition);
      if (facts !== null) return { at: transition.at, seq: transition.seq, rule, facts };
    }
  }
  return null;
}

/** What there is to say when the rule says to stop on the transition; otherwise null. */
export function breakFacts(rule: BreakRule, transition: Transition): BreakFacts | null {
  switch (rule.type) {
    case 'leader':
      return isLeaderChange(transition) ? ofServer(transition) : null;
    case 'commit': {
      const change = transition.after?.role === 'leader' ? commitChange(transition) : null;
      return change === null ? null : { ...ofServer(transition), index: change.to };
    }
    case 'truncation': {
      const change = truncation(transition);
      return change === null ? null : { ...ofServer(transition), index: change.kept + 1 };
    }
    case 'violation':
      return null;
    case 'termAbove':
      return beginsTermAbove(transition, rule.term) ? ofServer(transition) : null;
    case 'role':
      return changesRole(rule, transition) ? ofServer(transition) : null;
    case 'number':
      return numberFacts(rule, transition);
    case 'message':
      return messageFacts(rule, transition);
    case 'client':
      return clientFacts(rule, transition);
  }
}

function ofServer({ server, after }: Transition): BreakFacts {
  return { ...NOTHING, server: server ?? 0, term: after?.currentTerm ?? 0, role: after?.role ?? null };
}

/** A server that hears of a newer term does not begin it. */
function beginsTermAbove({ before, after, flight }: Transition, term: Term): boolean {
  if (before === null || after === null || before.currentTerm > term || after.currentTerm <= term) return false;
  const heard = flight !== null && isBetweenServers(flight.packet) ? flight.packet.term : 0;
  return heard < after.currentTerm;
}

const isMeant = (wanted: number, one: number | null): boolean => one !== null && (wanted === 0 || wanted === one);

type Rule<Type extends BreakRule['type']> = Extract<BreakRule, { readonly type: Type }>;

function changesRole(rule: Rule<'role'>, { server, before, after }: Transition): boolean {
  if (!isMeant(rule.server, server) || before === null || after === null) return false;
  return before.role !== after.role && after.role === rule.role;
}

function numberFacts(rule: Rule<'number'>, transition: Transition): BreakFacts | null {
  const { server, before, after } = transition;
  if (!isMeant(rule.server, server) || before === null || after === null) return null;
  const numberOf = ({ currentTerm, commitIndex, log }: NonNullable<typeof after>): number => {
    if (rule.what === 'logLength') return log.index;
    return rule.what === 'term' ? currentTerm : commitIndex;
  };
  const is = numberOf(after);
  if (compare(numberOf(before), rule) || !compare(is, rule)) return null;
  return { ...ofServer(transition), index: is };
}

function compare(number: number, { comparison, value }: Rule<'number'>): boolean {
  switch (comparison) {
    case 'equal':
      return number === value;
    case 'above':
      return number > value;
    case 'atLeast':
      return number >= value;
    case 'below':
      return number < value;
    case 'atMost':
      return number <= value;
  }
}

function messageFacts(rule: Rule<'message'>, { kind, flight, events }: Transition): BreakFacts | null {
  const fits = ({ packet }: Flight): boolean =>
    isBetweenServers(packet) && (rule.message === 'any' || rule.message === packet.type);
  const found =
    rule.fate === 'received'
      ? kind === 'deliver' && flight !== null && fits(flight) && isMeant(rule.server, flight.packet.to)
        ? flight
        : undefined
      : events
          .filter((event) => event.type === (rule.fate === 'sent' ? 'send' : 'lose'))
          .map((event) => (event as { readonly flight: Flight }).flight)
          .find(
            (one) =>
              fits(one) &&
              (isMeant(rule.server, one.packet.from) ||
                (rule.fate === 'dropped' && isMeant(rule.server, one.packet.to))),
          );
  if (found === undefined || !isBetweenServers(found.packet)) return null;
  const { type, from, to, term } = found.packet;
  return { ...NOTHING, server: rule.fate === 'received' ? to : from, term, message: type, from, to };
}

function clientFacts(rule: Rule<'client'>, { events }: Transition): BreakFacts | null {
  for (const event of events) {
    if (event.type !== 'return' || !isMeant(rule.client, event.client)) continue;
    if (rule.outcome === 'any' || rule.outcome === event.status) return { ...NOTHING, client: event.client };
  }
  return null;
}

/** The rules that make sense among what was kept somewhere; never throws, and never gives more than `BREAKS_MAX`. */
export function decodeBreaks(kept: unknown): readonly BreakRule[] {
  if (!Array.isArray(kept)) return [];
  const rules = kept.slice(0, BREAKS_MAX).map(decodeBreak);
  return rules.filter((rule) => rule !== null);
}

function decodeBreak(kept: unknown): BreakRule | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const fields = kept as Readonly<Record<string, unknown>>;
  const one = <Value extends string>(name: string, values: readonly Value[]): Value | null =>
    values.find((value) => value === fields[name]) ?? null;
  const whole = (name: string, most: number): number | null => {
    const value = fields[name];
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most ? value : null;
  };
  const type = one('type', BREAK_TYPES);
  const server = whole('server', 9);
  switch (type) {
    case null:
      return null;
    case 'leader':
    case 'commit':
    case 'truncation':
    case 'violation':
      return { type };
    case 'termAbove': {
      const term = whole('term', BREAK_VALUE_MAX);
      return term === null ? null : { type, term };
    }
    case 'role': {
      const role = one('role', BREAK_ROLES);
      return server === null || role === null ? null : { type, server, role };
    }
    case 'number': {
      const what = one('what', BREAK_NUMBERS);
      const comparison = one('comparison', COMPARISONS);
      const value = whole('value', BREAK_VALUE_MAX);
      if (server === null || what === null || comparison === null || value === null) return null;
      return { type, server, what, comparison, value };
    }
    case 'message': {
      const fate = one('fate', BREAK_FATES);
      const message = one('message', BREAK_MESSAGES);
      return server === null || fate === null || message === null ? null : { type, server, fate, message };
    }
    case 'client': {
      const client = whole('client', 9);
      const outcome = one('outcome', BREAK_OUTCOMES);
      return client === null || outcome === null ? null : { type, client, outcome };
    }
  }
}

const BREAK_TYPES: readonly BreakRule['type'][] = [
  'leader',
  'commit',
  'truncation',
  'violation',
  'termAbove',
  'role',
  'number',
  'message',
  'client',
];
