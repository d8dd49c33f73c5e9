/**
 * From one moment of a kind to the next or the one before: what happens at a server, or the moments of the exchanges
 * between two servers. Which moments there are does not depend on the direction, so each step can be taken back.
 */
import type { Message, MessageType, ServerId } from '../raft';
import { type Flight, isBetweenServers, type Microseconds, type Transition } from '../sim';
import { findAfter, findBefore } from './seeking';
import type { Trace } from './trace';

/** The exchanges in which one server asks and another answers. */
export interface Exchange {
  /** Who asks. */
  readonly from: ServerId;
  /** Who is asked. */
  readonly to: ServerId;
}

/** The moments of an exchange; `lost`: the request or the answer never arrives. */
export type Phase = 'sent' | 'arrived' | 'answered' | 'lost';

const ANSWERS: readonly MessageType[] = [
  'RequestVoteResponse',
  'AppendEntriesResponse',
  'InstallSnapshotResponse',
  'PreVoteResponse',
];

/** The exchange that a message is part of. */
export function exchangeOf({ type, from, to }: Pick<Message, 'type' | 'from' | 'to'>): Exchange {
  return ANSWERS.includes(type) ? { from: to, to: from } : { from, to };
}

/** What a transition is for the exchanges between two servers, or null. */
export function phaseOf(transition: Transition, exchange: Exchange): Phase | null {
  const { kind, flight, events } = transition;
  const belongs = (one: Flight | null): one is Flight => {
    if (one === null || !isBetweenServers(one.packet)) return false;
    const of = exchangeOf(one.packet);
    return of.from === exchange.from && of.to === exchange.to;
  };
  if (kind === 'deliver' && belongs(flight)) return isAnswer(flight) ? 'answered' : 'arrived';
  for (const event of events) {
    if (event.type === 'lose' && belongs(event.flight)) return 'lost';
    if (event.type === 'send' && belongs(event.flight) && !isAnswer(event.flight)) return 'sent';
  }
  return null;
}

const isAnswer = ({ packet }: Flight): boolean => isBetweenServers(packet) && ANSWERS.includes(packet.type);

/**
 * The first exchange that a transition is a moment of, or null.
 *
 * @param server only exchanges in which it takes part; null: all
 */
export function exchangeIn(transition: Transition, server: ServerId | null): Exchange | null {
  const flights = transition.events.flatMap((event) => ('flight' in event ? [event.flight] : []));
  for (const { packet } of transition.flight === null ? flights : [transition.flight, ...flights]) {
    if (!isBetweenServers(packet)) continue;
    const exchange = exchangeOf(packet);
    if (server !== null && exchange.from !== server && exchange.to !== server) continue;
    if (phaseOf(transition, exchange) !== null) return exchange;
  }
  return null;
}

/** The next moment of the exchanges, or with direction -1 the one before; null where there is none. */
export function stepRound(trace: Trace, time: Microseconds, direction: -1 | 1, exchange: Exchange): Transition | null {
  return step(trace, time, direction, (transition) => phaseOf(transition, exchange) !== null);
}

/** The nearest exchange in a direction, for who has none in mind; null where there is none. */
export function nearestExchange(
  trace: Trace,
  time: Microseconds,
  direction: -1 | 1,
  server: ServerId | null,
): Exchange | null {
  const found = step(trace, time, direction, (transition) => {
    const exchange = exchangeIn(transition, server);
    // Forward one begins with the beginning of an exchange, not in the middle of one.
    return exchange !== null && (direction < 0 || phaseOf(transition, exchange) === 'sent');
  });
  return found === null ? null : exchangeIn(found, server);
}

/** What happens at a server next, or with direction -1 what happened there before; null where there is nothing. */
export function stepServer(trace: Trace, time: Microseconds, direction: -1 | 1, server: ServerId): Transition | null {
  return step(trace, time, direction, (transition) => transition.server === server);
}

function step(
  trace: Trace,
  time: Microseconds,
  direction: -1 | 1,
  wanted: (transition: Transition) => boolean,
): Transition | null {
  return direction < 0 ? findBefore(trace, time, wanted) : findAfter(trace, time, wanted);
}
