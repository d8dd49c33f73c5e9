/** Speaks to the frame by the messages that every host uses. */
export function createAsker(frame: { readonly current: HTMLIFrameElement | null }) {
  const waiting = new Map<number, { done: (value: never) => void; failed: (error: Error) => void }>();
  let ready = false;
  let queue: object[] = [];
  let count = 0;
  const send = (message: object) => {
    if (ready) frame.current?.contentWindow?.postMessage(message, window.location.origin);
    else queue.push(message);
  };
  return {
    ask: <Value>(type: string): Promise<Value> => {
      const id = ++count;
      send({ raftarium: 1, id, type });
      return new Promise((done, failed) => waiting.set(id, { done, failed }));
    },
    /** Another page is loaded into the frame; what was asked before is not answered any more. */
    forget: () => {
      ready = false;
      for (const { failed } of waiting.values()) failed(new Error('The preview has changed.'));
      waiting.clear();
      queue = [];
    },
    listen: (onHeight: (height: number) => void, onReady: () => void) => {
      const hear = ({ source, data }: MessageEvent) => {
        if (source !== frame.current?.contentWindow || data?.raftarium !== 1) return;
        if (data.type === 'resize') onHeight(Number(data.height));
        if (data.type === 'ready') {
          ready = true;
          for (const message of queue.splice(0)) send(message);
          onReady();
        }
        const asked = waiting.get(data.id);
        if (data.type !== 'reply' || asked === undefined) return;
        waiting.delete(data.id);
        if (data.ok) asked.done(data.value as never);
        else asked.failed(new Error(String(data.error)));
      };
      window.addEventListener('message', hear);
      return () => window.removeEventListener('message', hear);
    },
  };
}
