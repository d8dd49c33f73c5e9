/** Keeps the chronicle of the shown run up to date, in slices that leave room for frames. */
import { countTransitions, type TimeWindow } from '../../scene';
import { Chronicle, ROWS_MAX, type Trace } from '../../trace';

/** What a slice may take, in real milliseconds. */
const SLICE = 7;
/** Messages that were sent so long before a window can end in it: microseconds. */
const BEFORE = 1_000_000;

export class Reader {
  private trace: Trace;
  private current: Chronicle;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly onRead: () => void;

  private readonly most: number;

  /**
   * @param onRead called after each slice that follows by itself
   * @param most transitions to be kept, about
   */
  constructor(trace: Trace, onRead: () => void, most = ROWS_MAX) {
    this.trace = trace;
    this.most = most;
    this.current = new Chronicle(trace, 0, most);
    this.onRead = onRead;
  }

  get chronicle(): Chronicle {
    return this.current;
  }

  /** More remains to be read than a slice has taken; what just happened is no more than that. */
  get isReading(): boolean {
    return this.timer !== undefined;
  }

  /** Another run, or the same one differently continued. Returns whether what was known of the old one still holds. */
  follow(trace: Trace): boolean {
    if (trace === this.trace) return true;
    this.trace = trace;
    const isKept = this.current.follow(trace);
    if (!isKept) this.current = new Chronicle(trace, 0, this.most);
    return isKept;
  }

  /** Reads on for a slice; the rest follows by itself. */
  read(): void {
    this.end();
    const until = performance.now() + SLICE;
    do this.current.read();
    while (this.current.isBehind && performance.now() < until);
    if (!this.current.isBehind) return;
    this.timer = setTimeout(() => {
      this.read();
      this.onRead();
    }, 0);
  }

  /** Whether the messages of a window are known; begins to read them where they are not, unless there are too many. */
  cover(shown: TimeWindow): boolean {
    const { since, until, isFull } = this.current;
    const end = Math.min(shown.to, this.trace.horizon);
    const isBefore = shown.from >= since || since === 0;
    if (isBefore && (end <= until || !isFull)) return true;
    if (countTransitions(this.trace, shown) > this.most / 2) return false;
    this.current = new Chronicle(this.trace, Math.max(0, shown.from - BEFORE), this.most);
    this.read();
    return true;
  }

  end(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
