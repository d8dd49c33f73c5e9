/** The page's side of the drawing thread. It is loaded when the thread is to be started. */
import type { Run } from '../sim';
import { fontsOfPage } from './fonts';
import type { NamedLooks } from './looks';
import type { FromThread, Instant, PictureKind, ToThread } from './messages';
import { RemotePicture } from './remote-picture';

/** So many frames without an answer mean that the thread is gone. */
const SILENCE_MAX = 600;
/** Every so many frames it is asked for one. */
const QUESTION = 60;

/** Hears that the thread can draw, or that it has ended and draws no more. */
export type ThreadListener = (state: 'ready' | 'failed') => void;

/** Starts a thread; null where there can be none. */
export type OpenThread = (told: ThreadListener) => Thread | null;

/** The parts of a worker that are used. */
export interface ThreadHandle {
  postMessage(message: ToThread, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<FromThread>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  terminate(): void;
}

export class Thread {
  private readonly handle: ThreadHandle;
  private readonly told: ThreadListener;
  private readonly pictures = new Map<number, RemotePicture>();
  private run: Run | null = null;
  private frames = 0;
  private answered = 0;
  private count = 0;

  constructor(handle: ThreadHandle, told: ThreadListener) {
    this.handle = handle;
    this.told = told;
    handle.onmessage = ({ data }) => this.receive(data);
    handle.onerror = (event) => {
      event.preventDefault();
      this.end();
    };
    handle.onmessageerror = () => this.end();
    handle.postMessage({ type: 'fonts', fonts: fontsOfPage(document) });
  }

  /** The instant of a frame, and the run when it is another. */
  follow(run: Run, { time, known }: Instant): void {
    this.frames++;
    if (run !== this.run) this.handle.postMessage({ type: 'run', run });
    this.run = run;
    this.handle.postMessage({ type: 'at', time, known, reply: this.isAnswerDue() });
    if (this.frames - this.answered > SILENCE_MAX) this.end();
  }

  /** A picture in an element of the page. */
  attach(picture: PictureKind, host: HTMLElement): RemotePicture {
    const id = ++this.count;
    const canvas = document.createElement('canvas');
    const offscreen = canvas.transferControlToOffscreen();
    host.replaceChildren(canvas);
    this.handle.postMessage({ type: 'attach', id, picture, canvas: offscreen }, [offscreen]);
    const attached = new RemotePicture(id, {
      post: (message) => this.handle.postMessage(message),
      end: () => {
        this.pictures.delete(id);
        canvas.remove();
        this.handle.postMessage({ type: 'detach', id });
      },
    });
    this.pictures.set(id, attached);
    return attached;
  }

  private end(): void {
    this.handle.terminate();
    this.told('failed');
  }

  private isAnswerDue(): boolean {
    if (this.frames % QUESTION === 0) return true;
    for (const picture of this.pictures.values()) if (picture.waits) return true;
    return false;
  }

  private receive(message: FromThread): void {
    this.answered = this.frames;
    if (message.type === 'ready') this.told('ready');
    else if (message.type === 'drew') for (const picture of this.pictures.values()) picture.drew();
    else this.tell(message.names);
  }

  /** The looks of the page that the thread asks for. */
  private tell(names: readonly string[]): void {
    for (const picture of this.pictures.values()) {
      const looks: NamedLooks | null = picture.tellLooks?.(names) ?? null;
      if (looks === null) continue;
      this.handle.postMessage({ type: 'looks', looks });
      return;
    }
  }
}

export function openThread(told: ThreadListener): Thread | null {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return null;
  if (typeof HTMLCanvasElement.prototype.transferControlToOffscreen !== 'function') return null;
  try {
    return new Thread(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), told);
  } catch {
    return null;
  }
}
