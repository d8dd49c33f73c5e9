/** Reads recordings of other Rafts in short pieces, so that the page stays in use; what is open changes at the end only. */
import { createMonitor } from '../invariants';
import { createDecoder, createEtcdReader, type Decoder, traceOfRecording } from '../recorded';
import type { AppStore } from '../store';
import { extend, type Origin, type Trace } from '../trace';

/** Longer files are not read, in bytes. */
const BYTES_MOST = 64 * 1024 * 1024;
/** How much of a file is taken at once, in bytes: what is done with it takes a few milliseconds. */
const PIECE = 1 << 17;
/** How long one piece of work may keep the page from anything else, in real milliseconds. */
const BUDGET = 10;
/** Work that takes longer than this is shown, with a way to end it; and how often what is shown changes. */
const PATIENCE = 400;
const NEWS = 150;
/** Which part of the work reading is; the other is the making of the trace. */
const READING = 0.7;
/** Steps between two looks at the clock. */
const STEPS = 200;

let isReading = false;

/** Puts a recording on stage; a notice says what is wrong with it. Returns whether it was opened. */
export async function openRecording(
  store: AppStore,
  file: Blob,
  format: Origin['format'],
  name: string | null,
): Promise<boolean> {
  if (isReading) return false;
  if (file.size > BYTES_MOST) return refuse(store, name, 'tooLong');
  isReading = true;
  try {
    const trace = await read(store, file, format, name);
    if (trace !== null) store.openRecording(trace);
    return trace !== null;
  } catch {
    return refuse(store, name, 'unreadable');
  } finally {
    isReading = false;
    store.setReading(null);
  }
}

function refuse(store: AppStore, name: string | null, problem: 'tooLong' | 'unreadable'): false {
  store.notify({ type: 'notRecorded', name, problem });
  return false;
}

/** The whole trace; null when the reader ended it, or when a notice says what is wrong. */
async function read(store: AppStore, file: Blob, format: Origin['format'], name: string | null): Promise<Trace | null> {
  const pace = new Pace(store, name);
  const decoder = format === 'etcd' ? createEtcdReader() : createDecoder();
  if (!(await feed(decoder, file, pace))) return null;
  const decoded = decoder.end();
  if (!decoded.ok) {
    store.notify({ type: 'notRecorded', name, problem: decoded.problem });
    return null;
  }
  const trace = traceOfRecording(decoded.recording, format, name, createMonitor);
  const { steps } = decoded.recording;
  for (let next = STEPS; next < steps.length; next += STEPS) {
    extend(trace, steps[next].at);
    if (!(await pace.rest(READING + (1 - READING) * (next / steps.length)))) return null;
  }
  extend(trace, trace.source.end);
  return trace;
}

/** Whether all was read: not when the reader ended it. What is wrong shows in the end. */
async function feed(decoder: Decoder, file: Blob, pace: Pace): Promise<boolean> {
  const text = new TextDecoder();
  for (let at = 0; at < file.size; at += PIECE) {
    const bytes = await file.slice(at, at + PIECE).arrayBuffer();
    if (decoder.feed(text.decode(bytes, { stream: true })) !== null) return true;
    if (!(await pace.rest(READING * (at / file.size)))) return false;
  }
  decoder.feed(text.decode());
  return true;
}

/** Lets the page do what waits, tells how far the work is, and whether the reader still wants it. */
class Pace {
  private readonly store: AppStore;
  private readonly name: string | null;
  private readonly started: number;
  private pieceStarted: number;
  private told = Number.NEGATIVE_INFINITY;

  constructor(store: AppStore, name: string | null) {
    this.store = store;
    this.name = name;
    this.started = store.now();
    this.pieceStarted = this.started;
  }

  async rest(share: number): Promise<boolean> {
    const { store, name } = this;
    if (store.now() - this.pieceStarted < BUDGET) return true;
    await breath();
    if (this.told > 0 && store.getState().view.reading === null) return false;
    const now = store.now();
    this.pieceStarted = now;
    if (now - this.started < PATIENCE || now - this.told < NEWS) return true;
    this.told = now;
    store.setReading({ name, share });
    return true;
  }
}

/** Timers let frames and presses through, as messages in a row would not. */
function breath(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0));
}
