/** What a check may look at beside the server. */
import { type Config, isQuorum, reachedByQuorum } from './config';
import type { History } from './history';
import { int, type Json, type Report, str } from './lines';
import { at, type Log } from './logs';
import type { Input, Server } from './server';
import type { State } from './state';

export interface Around {
  readonly features: Json;
  /** Milliseconds. */
  readonly time: number;
  /** The least and the greatest election timeout in milliseconds, where the header says so. */
  readonly timeout: { readonly min: number; readonly max: number } | null;
  readonly history: History;
  /** Whether the disk of a server holds this log. */
  holds(id: string, log: Log): boolean;
  readonly report: Report;
}

export const isMessage = (input: Input, ...types: string[]): boolean =>
  input.message !== null && types.includes(str(input.message, 'type'));

/** Whether the input is a message of the server's present term. */
export const isCurrent = ({ message }: Input, { term }: State): boolean =>
  message !== null && int(message, 'term') === term;

/**
 * Whether a server, when this input came, had heard the leader of its term so lately that it holds to it (D§4.2.3).
 * False where the trace does not say how long that is.
 */
export function holdsToLeader({ memory: { heard } }: Server, { before, time }: Input, { timeout }: Around): boolean {
  if (timeout === null || heard === null || heard.term !== before.term) return false;
  return isWithin(time, heard.time, timeout.min);
}

/**
 * Whether a quorum has answered a round of heartbeats that this leader began within the least election timeout
 * (D§6.2). False where the trace does not say how long that is.
 */
export function hearsQuorum({ id, memory }: Server, config: Config, { time, timeout }: Around): boolean {
  if (timeout === null) return false;
  const lately = (other: string): boolean => {
    const round = memory.answered.get(other)?.round ?? NEVER;
    return other === id || isWithin(time, round, timeout.min);
  };
  return isQuorum(config, lately);
}

/** Whether a server, when this input came, held to a leader, led, or may have held to one before a crash (D§4.2.3). */
export function mayIgnoreRequests({ id, memory }: Server, { before, time }: Input, { timeout }: Around): boolean {
  if (timeout === null) return true;
  const { heard, since, elected, answered } = memory;
  const held = [heard?.time ?? NEVER, since, elected];
  if (before.role === 'leader') {
    const heardOf = (other: string) =>
      other === id ? Number.POSITIVE_INFINITY : (answered.get(other)?.heard ?? NEVER);
    held.push(reachedByQuorum(before.log.config, heardOf));
  }
  return held.some((moment) => isWithin(time, moment, timeout.min));
}

const NEVER = Number.NEGATIVE_INFINITY;

/** The configuration before the one in use; itself when there is no other. */
export function configBefore(log: Log): Config {
  const entry = at(log, log.configIndex);
  return entry === null || entry.parent === null || entry.index === 0 ? log.config : entry.parent.config;
}

/** Times are sums of fractions. */
const isWithin = (time: number, since: number, length: number): boolean => time - since < length - 1e-6;
