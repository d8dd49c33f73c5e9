/** For tests. */
import type { SyncMessage } from './message';

/** A channel in which messages wait until they are let through, all or only some of them. */
export function channel() {
  const listeners = new Map<string, (data: unknown) => void>();
  let waiting: { from: string; message: SyncMessage }[] = [];
  return {
    wire: (id: string) => ({
      post: (message: SyncMessage) => waiting.push({ from: id, message: structuredClone(message) }),
      listen: (listener: (data: unknown) => void) => listeners.set(id, listener),
      close: () => listeners.delete(id),
    }),
    flow(passes: (n: number) => boolean = () => true) {
      for (let n = 0; waiting.length > 0 && n < 1000; n++) {
        const [{ from, message }] = waiting.splice(0, 1);
        if (!passes(n)) continue;
        for (const [id, listener] of [...listeners]) if (id !== from) listener(message);
      }
    },
    drop: () => {
      waiting = [];
    },
  };
}
