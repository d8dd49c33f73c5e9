/** The situations that a guided search knows, and from which of them it goes on. */
import type { Cluster, Microseconds, RecordedAction } from '../sim';
import { cellOf } from './cell';
import type { Past } from './past';

/** A way to a situation. */
export interface Place {
  readonly cluster: Cluster;
  readonly past: Past;
  readonly trail: Trail | null;
  /** How many actions led here. */
  readonly depth: number;
  /** When the next action is done. */
  readonly next: Microseconds;
  visits: number;
}

/** Actions, the last one first: ways share their beginnings. */
export interface Trail {
  readonly last: RecordedAction;
  readonly before: Trail | null;
}

export function actionsOf(trail: Trail | null): RecordedAction[] {
  const actions: RecordedAction[] = [];
  for (let rest = trail; rest !== null; rest = rest.before) actions.push(rest.last);
  return actions.reverse();
}

interface Region {
  readonly cells: string[];
  visits: number;
}

/**
 * Keeps the shortest known way to each cell. A region is all cells with the same logs, commits and leaders: regions are
 * gone on from equally often, however many cells they have, or cuts and crashes would hide what matters.
 */
export class Atlas {
  private readonly places = new Map<string, Place>();
  private readonly regions = new Map<string, Region>();
  private readonly list: Region[] = [];
  private readonly pick: (n: number) => number;

  /** @param pick draws a whole number from 0 to below n */
  constructor(pick: (n: number) => number) {
    this.pick = pick;
  }

  get size(): number {
    return this.places.size;
  }

  add(place: Place): void {
    const { cell, region } = cellOf(place.cluster, place.past);
    const known = this.places.get(cell);
    if (known !== undefined) {
      if (place.depth >= known.depth) return;
      place.visits = known.visits;
      this.places.set(cell, place);
      return;
    }
    this.places.set(cell, place);
    const area = this.regions.get(region);
    if (area === undefined) this.addRegion(region, cell);
    else area.cells.push(cell);
  }

  private addRegion(name: string, cell: string): void {
    const region = { cells: [cell], visits: 0 };
    this.regions.set(name, region);
    this.list.push(region);
  }

  /** Of some at random the one from which least was tried. Requires that something was added. */
  choose(): Place {
    const region = this.least(6, () => this.list[this.pick(this.list.length)]);
    region.visits++;
    const { cells } = region;
    const place = this.least(3, () => this.places.get(cells[this.pick(cells.length)]) as Place);
    place.visits++;
    return place;
  }

  private least<T extends { readonly visits: number }>(tries: number, draw: () => T): T {
    let best = draw();
    for (let i = 1; i < tries; i++) {
      const other = draw();
      if (other.visits < best.visits) best = other;
    }
    return best;
  }
}
