/** Threads of Node as workers: the program starts itself once more and finds that it is not the main thread. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { createPool, localPort, type Pool, type Port, serve } from '../worker';

/** `jobs` threads; with one the work is done on this thread. Close it, or the program does not end. */
export function nodePool(jobs: number): Pool {
  return createPool(jobs, jobs === 1 ? localPort : threadPort);
}

/** How many threads a program uses that is not told. */
export const coreCount = (): number => availableParallelism();

/** To be called where a program that uses `nodePool` begins, so that it can be one of the threads. */
export function serveThread(): void {
  if (isMainThread || parentPort === null) return;
  const port = parentPort;
  const handle = serve((message) => port.postMessage(message));
  port.on('message', handle);
}

function threadPort(): Port {
  // Programs are bundled into one file each, so this one's address is the program's.
  const worker = new Worker(fileURLToPath(import.meta.url));
  let isOpen = true;
  return {
    post: (message) => worker.postMessage(message),
    listen(hear, die) {
      const end = (reason: string) => {
        if (isOpen) die(reason);
        isOpen = false;
      };
      worker.on('message', hear);
      worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)));
      worker.on('messageerror', () => end('an answer could not be read'));
      worker.on('exit', (code) => end(`a thread ended with code ${code}`));
    },
    end() {
      isOpen = false;
      void worker.terminate();
    },
  };
}
