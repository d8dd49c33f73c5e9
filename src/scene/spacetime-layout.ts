/** Where the parts of the space-time diagram lie. All lengths are CSS pixels. */
import { clamp } from '../base';
import type { TimelineLayout } from './timeline-layout';

type Shared = 'width' | 'height' | 'left' | 'right' | 'lanes' | 'pitch' | 'badge' | 'chip' | 'scrubber' | 'ticks';

/** Lanes of servers first, then those of clients. */
export interface SpacetimeLayout extends Pick<TimelineLayout, Shared> {
  readonly servers: number;
  /** The clients that have a lane, by number. */
  readonly clients: readonly number[];
  /** The middle of the row of moments. */
  readonly marks: number;
}

const PITCH_MAX = 132;
const PITCH_MIN = 22;
/** Between the lanes of clients, in parts of the pitch. */
const CLIENT = 0.7;

export function spacetimeLayout(
  width: number,
  height: number,
  servers: number,
  clients: readonly number[],
): SpacetimeLayout {
  const ticks = height - 12;
  const scrubber = ticks - 20;
  const marks = scrubber - 25;
  const top = 20;
  // Clients are closer to one another and to the servers: they hold no roles.
  const steps = Math.max(1, servers - 1 + CLIENT * clients.length);
  const pitch = clamp((marks - 24 - top) / steps, PITCH_MIN, PITCH_MAX);
  const first = top + Math.max(0, (marks - 24 - top - pitch * steps) / 2);
  const laneOf = (i: number) => {
    const step = i < servers ? i : servers - 1 + CLIENT * (i - servers + 1);
    return Math.round((first + step * pitch) * 2) / 2;
  };
  const narrow = width < 560;
  return {
    width,
    height,
    left: narrow ? 44 : 64,
    right: Math.max(80, width - (narrow ? 12 : 20)),
    lanes: Array.from({ length: servers + clients.length }, (_, i) => laneOf(i)),
    servers,
    clients,
    pitch,
    badge: clamp(pitch - 2, 15, 21),
    chip: clamp(pitch - 3, 14, 18),
    marks,
    scrubber,
    ticks,
  };
}

/** The lane of a place, from 1: of a server by its id, of a client by its number below zero; 0: it has none. */
export function laneOfPlace({ servers, clients }: SpacetimeLayout, place: number): number {
  if (place > 0) return place <= servers ? place : 0;
  const i = clients.indexOf(-place);
  return i < 0 ? 0 : servers + 1 + i;
}
