/** What is chosen on the diagram, and what is lit by it. */
import type { Lit } from '../../draw';
import { laneOfPlace, lineSegment, type Point, type SpacetimeScene, xAt } from '../../scene';
import { type Chronicle, causalFuture, causalPast, type RowSet } from '../../trace';

/** A transition, and where a message was meant, that message by its key. */
export interface Chosen {
  readonly seq: number;
  readonly key: number | null;
}

/** What is lit: the causal past of the chosen event, its future, or both. */
export interface Light {
  readonly past: boolean;
  readonly future: boolean;
}

export interface Cone {
  readonly row: number;
  readonly past: RowSet | null;
  readonly future: RowSet | null;
  /** Up to when each place is in the past, and from when in the future; microseconds. */
  readonly until: ReadonlyMap<number, number>;
  readonly since: ReadonlyMap<number, number>;
}

/** The causal past and future of a row, as far as they are wanted; null where neither is. */
export function coneOf({ order, events }: Chronicle, row: number, light: Light): Cone | null {
  if (row < 0 || (!light.past && !light.future)) return null;
  const past = light.past ? causalPast(order, row) : null;
  const future = light.future ? causalFuture(order, row) : null;
  const until = new Map<number, number>();
  const since = new Map<number, number>();
  const own = events.place[row];
  if (past !== null) {
    for (let i = 0; i <= row; i++) if (past.has[i] === 1) until.set(events.place[i], events.at[i]);
    until.set(own, events.at[row]);
  }
  if (future !== null) {
    since.set(own, events.at[row]);
    for (let i = row + 1; i < events.count; i++) {
      if (future.has[i] === 1 && !since.has(events.place[i])) since.set(events.place[i], events.at[i]);
    }
  }
  return { row, past, future, until, since };
}

export function litOf({ messages }: Chronicle, { layout }: SpacetimeScene, cone: Cone): Lit {
  const { row, past, future, until, since } = cone;
  const isPast = (i: number) => past !== null && i >= 0 && (i === row || past.has[i] === 1);
  const isFuture = (i: number) => future !== null && i >= 0 && (i === row || future.has[i] === 1);
  const placeOf = (lane: number) => (lane <= layout.servers ? lane : -layout.clients[lane - 1 - layout.servers]);
  return {
    line: (m) => isPast(messages.ending[m]) || isFuture(messages.origin[m]),
    dot: (i) => isPast(i) || isFuture(i),
    lane: (lane) => {
      const place = placeOf(lane);
      const [end, start] = [until.get(place), since.get(place)];
      return [
        ...(end === undefined ? [] : [{ from: 0, to: end }]),
        ...(start === undefined ? [] : [{ from: start, to: Number.POSITIVE_INFINITY }]),
      ];
    },
  };
}

/** The messages that a row received and sent; where one of them was meant, that one. */
export function messagesOf(chronicle: Chronicle, row: number, key: number | null): Set<number> {
  if (row < 0) return new Set();
  const { events, messages } = chronicle;
  const [from, to] = chronicle.sentBy(row);
  const all = [events.message[row], ...Array.from({ length: to - from }, (_, i) => from + i)].filter((m) => m >= 0);
  const meant = all.filter((m) => messages.key[m] === key);
  return new Set(meant.length > 0 ? meant : all);
}

/** Where an event is: on its lane, or at the end of its message; null where it is nowhere. */
export function pointOf(chronicle: Chronicle, scene: SpacetimeScene, row: number): Point | null {
  if (row < 0) return null;
  const { axis, layout, lines } = scene;
  const { at, place, message } = chronicle.events;
  const lane = laneOfPlace(layout, place[row]);
  if (lane > 0) return { x: xAt(axis, at[row]), y: layout.lanes[lane - 1] };
  const line = lines.find((other) => other.message === message[row]);
  if (line === undefined) return { x: xAt(axis, at[row]), y: layout.marks };
  const { x2, y2 } = lineSegment(line, axis, layout.lanes);
  return { x: x2, y: y2 };
}
