/** Keeps some of what is said to an embed from being heard, before anything else hears it. */
import type { Waiting } from './bridge';
import { type Command, hear } from './commands';

/** @param isKept whether this is not to be heard; what has come already is asked for, too */
function guard(waiting: Waiting, isKept: (event: MessageEvent) => boolean): () => void {
  const onMessage = (event: MessageEvent) => {
    if (isKept(event)) event.stopImmediatePropagation();
  };
  window.addEventListener('message', onMessage, true);
  waiting.events.splice(0, waiting.events.length, ...waiting.events.filter((event) => !isKept(event)));
  return () => window.removeEventListener('message', onMessage, true);
}

/** @param refusalOf the sentence with which a command is answered instead of being obeyed, or null */
export function refuse(waiting: Waiting, refusalOf: (command: Command) => string | null): () => void {
  return guard(waiting, ({ data, source, origin }) => {
    const heard = hear(data);
    const error = heard?.command.ok ? refusalOf(heard.command.value) : null;
    if (heard === null || error === null) return false;
    if (heard.id !== undefined) {
      const answer = { raftarium: 1, id: heard.id, type: 'reply', ok: false, error };
      (source as Window | null)?.postMessage(answer, origin === 'null' ? '*' : origin);
    }
    return true;
  });
}

const SLIDES: readonly unknown[] = ['slide:start', 'slide:stop'];

/**
 * A deck says that its slide is shown, and says so again when the speaker's window opens: that begins nothing anew. Who
 * comes to others who are on their way already is not begun by it either; and a copy of the deck in the speaker's window
 * is no second deck (`isEcho`): the first one has said so.
 */
export function guardDoor(waiting: Waiting, isEcho: boolean): { open(hears: boolean): void; end(): void } {
  let isOpen = false;
  const kept: MessageEvent[] = [];
  let last: unknown = null;
  const end = guard(waiting, (event) => {
    if (!SLIDES.includes(event.data)) return false;
    const isNews = event.data !== last;
    last = event.data;
    if (!isOpen) kept.push(event);
    return !isOpen || isEcho || !isNews;
  });
  return {
    open: (hears) => {
      isOpen = true;
      if (!hears || isEcho) return;
      last = null;
      for (const { data, source, origin } of kept.slice(-1)) {
        window.dispatchEvent(new MessageEvent('message', { data, source, origin }));
      }
    },
    end,
  };
}
