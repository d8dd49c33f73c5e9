import type { NamedLooks } from './looks';
import type { ToThread } from './messages';
import type { MotionPlan } from './motion';
import type { TimelinePlan } from './timeline-view';

interface Line {
  post(message: ToThread): void;
  end(): void;
}

/** The thread answers when it has drawn; only the answer to the next frame tells that the browser has taken that. */
const ANSWERS = 2;

/** A canvas of the page that the drawing thread draws. */
export class RemotePicture {
  /** The looks of the page by name, for marks that the thread has not met before. */
  tellLooks: ((names: readonly string[]) => NamedLooks | null) | null = null;
  private readonly id: number;
  private readonly line: Line;
  private missing = 0;
  private done: (() => void) | null = null;

  constructor(id: number, line: Line) {
    this.id = id;
    this.line = line;
  }

  /** Someone waits for the picture to be seen. */
  get waits(): boolean {
    return this.done !== null;
  }

  motion(plan: MotionPlan | null): void {
    this.line.post({ type: 'motion', id: this.id, plan });
  }

  timeline(plan: TimelinePlan): void {
    this.line.post({ type: 'timeline', id: this.id, plan });
  }

  looks(looks: NamedLooks): void {
    this.line.post({ type: 'looks', looks });
  }

  /** Calls back once the canvas holds the picture of these frames; null: nobody waits any more. */
  whenSeen(done: (() => void) | null): void {
    this.done = done;
    this.missing = ANSWERS;
  }

  /** An answer of the thread. */
  drew(): void {
    const { done } = this;
    if (done === null || --this.missing > 0) return;
    this.done = null;
    done();
  }

  end(): void {
    this.done = null;
    this.line.end();
  }
}
