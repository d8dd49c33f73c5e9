/** Looks for the first difference of two traces in slices that leave room for frames: it may lie hours away. */
import type { Microseconds } from '../../sim';
import { DifferenceSearch, type Divergence, scout, type Trace } from '../../trace';

export interface Looked {
  readonly found: Divergence | null;
  /** Where none was found: up to here both are the same. */
  readonly until: Microseconds;
  /** More is being looked at. */
  readonly isLooking: boolean;
}

/** What a slice may take, in real milliseconds. */
const SLICE = 8;

export class DifferenceLookout {
  private readonly search: DifferenceSearch;
  private goal: Microseconds = 0;
  private looked: Looked = { found: null, until: 0, isLooking: false };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(trace: Trace, other: Trace) {
    this.search = new DifferenceSearch(scout(trace), scout(other));
  }

  /** Looks up to that time: at once for a slice, and on while somebody listens. */
  want(goal: Microseconds): void {
    if (goal <= this.goal) return;
    this.goal = goal;
    if (this.timer === undefined) this.look();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    this.goOn();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      clearTimeout(this.timer);
      this.timer = undefined;
    };
  };

  readonly snapshot = (): Looked => this.looked;

  private look(): void {
    const { search, goal } = this;
    const end = performance.now() + SLICE;
    search.lookOn(goal, () => performance.now() >= end);
    const { found, until } = search;
    this.looked = { found, until: Math.min(until, goal), isLooking: found === null && until < goal };
    this.goOn();
  }

  private goOn(): void {
    if (!this.looked.isLooking || this.timer !== undefined || this.listeners.size === 0) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.look();
      for (const listener of this.listeners) listener();
    }, 0);
  }
}

/** One for each pair, however many parts of the page ask. */
const known = new WeakMap<Trace, { readonly other: Trace; readonly lookout: DifferenceLookout }>();

export function differenceBetween(trace: Trace, other: Trace): DifferenceLookout {
  const last = known.get(trace);
  if (last?.other === other) return last.lookout;
  const lookout = new DifferenceLookout(trace, other);
  known.set(trace, { other, lookout });
  return lookout;
}
