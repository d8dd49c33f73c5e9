/**
 * The drawing thread as the page knows it before there is one. It is loaded and started when the page has been seen and
 * something moves; where there is none, or it fails, the page draws by itself.
 */
import type { Run } from '../sim';
import type { Instant, PictureKind } from './messages';
import type { RemotePicture } from './remote-picture';
import type { OpenThread, Thread } from './thread';

export type RemoteState = 'idle' | 'starting' | 'ready' | 'failed';

/** The frames in which the play head has moved before the thread is started. */
const FIRST = 3;

const loadThread = async (): Promise<OpenThread> => (await import('./thread')).openThread;

export class RemoteDrawing {
  private readonly load: () => Promise<OpenThread>;
  private readonly listeners = new Set<() => void>();
  private thread: Thread | null = null;
  private known: RemoteState = 'idle';
  private resting = false;
  private frames = 0;

  /** @param load brings what starts a thread */
  constructor(load: () => Promise<OpenThread> = loadThread) {
    this.load = load;
  }

  readonly state = (): RemoteState => (this.resting ? 'failed' : this.known);

  readonly onChange = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** While it rests the page draws by itself: the thread can simulate runs, and knows nothing of recordings. */
  rest(resting: boolean): void {
    if (resting === this.resting) return;
    this.resting = resting;
    this.tellAll();
  }

  /** To be called with each frame in which the play head or the run is another. */
  follow(run: Run, instant: Instant): void {
    if (this.resting) return;
    if (this.known === 'idle' && ++this.frames >= FIRST && hasPainted()) this.start();
    this.thread?.follow(run, instant);
  }

  /** A picture in an element of the page; null where the thread is not ready. */
  attach(picture: PictureKind, host: HTMLElement): RemotePicture | null {
    return this.state() === 'ready' && this.thread !== null ? this.thread.attach(picture, host) : null;
  }

  private start(): void {
    this.change('starting');
    this.load().then(
      (open) => {
        this.thread = open((state) => this.change(state));
        if (this.thread === null) this.change('failed');
      },
      () => this.change('failed'),
    );
  }

  private change(state: RemoteState): void {
    if (this.known === state) return;
    if (state === 'failed') this.thread = null;
    this.known = state;
    this.tellAll();
  }

  private tellAll(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

/** Frames can go by before the first one is seen. True where the browser does not tell. */
function hasPainted(): boolean {
  const told = globalThis.PerformanceObserver?.supportedEntryTypes ?? [];
  return !told.includes('paint') || performance.getEntriesByName('first-contentful-paint').length > 0;
}
