import type { FromWorker, Port } from './message';
import { serve } from './serve';

/** A worker that is none: it works on this thread, and lets other things happen between slices. */
export function localPort(): Port {
  let hear: (message: FromWorker) => void = () => {};
  let isOpen = true;
  const handle = serve((message) => {
    if (isOpen) hear(message);
  });
  return {
    post: (message) => {
      setTimeout(() => {
        if (isOpen) handle(message);
      }, 0);
    },
    listen: (listener) => {
      hear = listener;
    },
    end: () => {
      isOpen = false;
    },
  };
}
