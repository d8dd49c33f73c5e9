import { localPort } from './local';
import type { FromWorker, Port, ToWorker } from './message';
import { createPool, type Pool } from './pool';

/** Leaves one core to the page, which draws meanwhile. More workers than this only heat the room. */
const MOST = 8;

/** A pool of web workers; where the browser has none, the work is done on the page's own thread. */
export function browserPool(): Pool {
  const cores = navigator.hardwareConcurrency || 1;
  const hasWorkers = typeof Worker !== 'undefined';
  return createPool(hasWorkers ? Math.min(MOST, Math.max(1, cores - 1)) : 1, hasWorkers ? webPort : localPort);
}

function webPort(): Port {
  // The bundler finds the worker's file by this very expression.
  const worker = new Worker(new URL('./entry.ts', import.meta.url), { type: 'module' });
  return {
    post: (message: ToWorker) => worker.postMessage(message),
    listen(hear, die) {
      const end = (reason: string) => {
        worker.terminate();
        die(reason);
      };
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => hear(data);
      worker.onerror = (event) => end(event.message || 'the worker could not be started');
      worker.onmessageerror = () => end('an answer could not be read');
    },
    end: () => worker.terminate(),
  };
}
