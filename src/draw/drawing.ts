/** The drawing thread: it simulates the page's run by itself, and draws the instant that the page names. */
import type { Run } from '../sim';
import { createTrace, extend, fork, type Trace } from '../trace';
import { ToldLooks } from './looks';
import type { FontSource, FromThread, Instant, ToThread } from './messages';
import { MotionPicture, type Picture, TimelinePicture } from './pictures';

/** What the thread is made of; tests hand in their own. */
export interface Thread {
  post(message: FromThread): void;
  /** Calls back when the messages that have come so far are handled. */
  later(callback: () => void): void;
  /** Settles when the fonts are there, or cannot be had. */
  loadFonts(fonts: readonly FontSource[]): Promise<unknown>;
}

export class Drawing {
  private readonly thread: Thread;
  private readonly looks = new ToldLooks();
  private readonly pictures = new Map<number, Picture>();
  private trace: Trace | null = null;
  private at: Instant | null = null;
  private isAsked = false;
  private isDue = false;

  constructor(thread: Thread) {
    this.thread = thread;
  }

  receive(message: ToThread): void {
    switch (message.type) {
      case 'fonts':
        void this.thread.loadFonts(message.fonts).then(() => this.thread.post({ type: 'ready' }));
        return;
      case 'attach':
        this.pictures.set(message.id, this.pictureOf(message));
        return;
      case 'detach':
        this.pictures.delete(message.id);
        return;
      case 'motion':
        (this.pictures.get(message.id) as MotionPicture | undefined)?.show(message.plan);
        break;
      case 'timeline':
        (this.pictures.get(message.id) as TimelinePicture | undefined)?.show(message.plan);
        break;
      case 'looks':
        this.looks.tell(message.looks);
        break;
      case 'run':
        this.changeRun(message.run);
        return;
      case 'at':
        this.at = message;
        this.isAsked ||= message.reply;
    }
    this.drawLater();
  }

  private pictureOf({ picture, canvas }: Extract<ToThread, { type: 'attach' }>): Picture {
    return picture === 'stage' ? new MotionPicture(canvas, this.looks) : new TimelinePicture(canvas);
  }

  private changeRun(run: Run): void {
    this.trace = this.trace === null ? createTrace(run) : fork(this.trace, run);
  }

  /** Instants that come faster than they can be drawn are left out, so that the picture never lags behind. */
  private drawLater(): void {
    if (this.isDue) return;
    this.isDue = true;
    this.thread.later(() => {
      this.isDue = false;
      this.draw();
    });
  }

  private draw(): void {
    const { trace, at, thread } = this;
    if (trace === null || at === null) return;
    extend(trace, at.known);
    for (const picture of this.pictures.values()) picture.draw(trace, at);
    const names = this.looks.missing();
    if (names.length > 0) {
      thread.post({ type: 'wanted', names });
    } else if (this.isAsked) {
      this.isAsked = false;
      thread.post({ type: 'drew' });
    }
  }
}
