/** Files for the reader: the run, and the trace of what has been seen of it. */
import { runToJson } from '../share';
import type { AppStore } from '../store';
import { exportInSlices } from '../trace';

/** How much virtual time is written before the real time is looked at, in microseconds. */
const SLICE = 20_000;
/** How long one piece of work may keep the page from anything else, in real milliseconds. */
const BUDGET = 16;
/** Work that takes longer than this is shown, with a way to end it. */
const PATIENCE = 1000;
/** How often the progress that is shown changes, in real milliseconds. */
const NEWS = 200;
/** Characters that are kept as a string before the browser takes them over. */
const PART = 1 << 18;

let isSaving = false;

export function saveRun(store: AppStore): void {
  const { run } = store.getState().session;
  giveFile(store, new Blob([runToJson(run)], { type: 'application/json' }), 'run.json');
}

/** One trace is written at a time. The reader may go on with the cluster, and may end it by `setSaving(null)`. */
export async function saveTrace(store: AppStore): Promise<void> {
  if (isSaving) return;
  isSaving = true;
  try {
    const blob = await writeTrace(store);
    if (blob !== null) giveFile(store, blob, 'trace.jsonl');
  } catch {
    store.notify({ type: 'notSaved' });
  } finally {
    isSaving = false;
    store.setSaving(null);
  }
}

/** The trace of the run up to the horizon, made in short pieces; null when the reader ended it. */
async function writeTrace(store: AppStore): Promise<Blob | null> {
  const { trace } = store.getState().session;
  const until = trace.horizon;
  const lines = new Lines();
  const write = exportInSlices(trace.run, (line) => lines.add(line));
  const started = store.now();
  let told = Number.NEGATIVE_INFINITY;
  let time = 0;
  for (;;) {
    const pieceStarted = store.now();
    do {
      time = Math.min(until, time + SLICE);
      write(time);
    } while (time < until && store.now() - pieceStarted < BUDGET);
    if (time >= until) return lines.end();
    await rest();
    if (told > 0 && store.getState().view.saving === null) return null;
    const now = store.now();
    if (now - started < PATIENCE || now - told < NEWS) continue;
    told = now;
    store.setSaving(time / until);
  }
}

/** Collects lines in parts that the browser may keep outside of the heap. */
class Lines {
  private readonly parts: Blob[] = [];
  private lines: string[] = [];
  private size = 0;

  add(line: string): void {
    this.lines.push(line);
    this.size += line.length;
    if (this.size > PART) this.flush();
  }

  end(): Blob {
    this.flush();
    return new Blob(this.parts, { type: 'application/jsonl' });
  }

  private flush(): void {
    if (this.lines.length === 0) return;
    this.parts.push(new Blob([`${this.lines.join('\n')}\n`]));
    this.lines = [];
    this.size = 0;
  }
}

/** Lets the page do what waits. Messages come at once, also to a page in the background, where timers wait. */
function rest(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

/** Hands a file over as a download. */
export function giveFile(store: AppStore, blob: Blob, ending: string): void {
  const { run, scenario } = store.getState().session;
  const name = `raftarium-${scenario ?? `seed-${run.seed}`}.${ending}`;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  store.notify({ type: 'saved', name });
}
