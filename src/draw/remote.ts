/**
 * The page's side of the drawing thread. It is started when the page has been seen and something moves; where there
 * is none, or it fails, the page draws by itself.
 */
import type { Run } from '../sim';
import { fontsOfPage } from './fonts';
import type { NamedLooks } from './looks';
import type { FromThread, Instant, PictureKind, ToThread } from './messages';
import { RemotePicture } from './remote-picture';

export type RemoteState = 'idle' | 'starting' | 'ready' | 'failed';

/** The frames in which the play head has moved before the thread is started. */
const FIRST = 3;
/** So many frames without an answer mean that the thread is gone. */
const SILENCE_MAX = 600;
/** Every so many frames it is asked for one. */
const QUESTION = 60;

/** The parts of a worker that are used. */
export interface ThreadHandle {
  postMessage(message: ToThread, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<FromThread>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  terminate(): void;
}

export class RemoteDrawing {
  private readonly make: () => ThreadHandle | null;
  private readonly listeners = new Set<() => void>();
  private readonly pictures = new Map<number, RemotePicture>();
  private thread: ThreadHandle | null = null;
  private known: RemoteState = 'idle';
  private resting = false;
  private run: Run | null = null;
  private frames = 0;
  private answered = 0;
  private count = 0;

  /** @param make starts a thread; null where there can be none */
  constructor(make: () => ThreadHandle | null = startThread) {
    this.make = make;
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
    for (const listener of [...this.listeners]) listener();
  }

  /** To be called with each frame in which the play head or the run is another. */
  follow(run: Run, { time, known }: Instant): void {
    if (this.resting) return;
    this.frames++;
    if (this.known === 'idle' && this.frames >= FIRST && hasPainted()) this.start();
    if (this.thread === null) return;
    if (run !== this.run) this.thread.postMessage({ type: 'run', run });
    this.run = run;
    this.thread.postMessage({ type: 'at', time, known, reply: this.isAnswerDue() });
    if (this.frames - this.answered > SILENCE_MAX) this.dispose();
  }

  /** A picture in an element of the page; null where the thread is not ready. */
  attach(picture: PictureKind, host: HTMLElement): RemotePicture | null {
    if (this.state() !== 'ready') return null;
    const id = ++this.count;
    const canvas = document.createElement('canvas');
    const offscreen = canvas.transferControlToOffscreen();
    host.replaceChildren(canvas);
    this.thread?.postMessage({ type: 'attach', id, picture, canvas: offscreen }, [offscreen]);
    const attached = new RemotePicture(id, {
      post: (message) => this.thread?.postMessage(message),
      end: () => {
        this.pictures.delete(id);
        canvas.remove();
        this.thread?.postMessage({ type: 'detach', id });
      },
    });
    this.pictures.set(id, attached);
    return attached;
  }

  /** Ends the thread; the page then draws by itself. */
  dispose(): void {
    this.thread?.terminate();
    this.thread = null;
    this.change('failed');
  }

  private isAnswerDue(): boolean {
    if (this.frames % QUESTION === 0) return true;
    for (const picture of this.pictures.values()) if (picture.waits) return true;
    return false;
  }

  private start(): void {
    const thread = this.make();
    if (thread === null) {
      this.change('failed');
      return;
    }
    this.thread = thread;
    this.answered = this.frames;
    thread.onmessage = ({ data }) => this.receive(data);
    thread.onerror = (event) => {
      event.preventDefault();
      this.dispose();
    };
    thread.onmessageerror = () => this.dispose();
    thread.postMessage({ type: 'fonts', fonts: fontsOfPage(document) });
    this.change('starting');
  }

  private receive(message: FromThread): void {
    this.answered = this.frames;
    if (message.type === 'ready') this.change('ready');
    else if (message.type === 'drew') for (const picture of this.pictures.values()) picture.drew();
    else this.tell(message.names);
  }

  /** The looks of the page that the thread asks for. */
  private tell(names: readonly string[]): void {
    for (const picture of this.pictures.values()) {
      const looks: NamedLooks | null = picture.tellLooks?.(names) ?? null;
      if (looks === null) continue;
      this.thread?.postMessage({ type: 'looks', looks });
      return;
    }
  }

  private change(state: RemoteState): void {
    if (this.known === state) return;
    this.known = state;
    for (const listener of [...this.listeners]) listener();
  }
}

/** Frames can go by before the first one is seen. True where the browser does not tell. */
function hasPainted(): boolean {
  const told = globalThis.PerformanceObserver?.supportedEntryTypes ?? [];
  return !told.includes('paint') || performance.getEntriesByName('first-contentful-paint').length > 0;
}

function startThread(): ThreadHandle | null {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return null;
  if (typeof HTMLCanvasElement.prototype.transferControlToOffscreen !== 'function') return null;
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
