/** A preview: one picture that nobody moves, neither its reader nor the page around. */
import { failure } from '../base';
import type { Waiting } from './bridge';
import { type CommandType, hear } from './commands';
import { guard } from './door';
import type { Embed } from './model';

const REFUSED: readonly CommandType[] = ['play', 'seek', 'step', 'setSpeed', 'load', 'reset', 'act', 'branch'];

/** Commands that would move it are refused with a sentence. Returns what ends the refusing. */
export function standStill(embed: Embed, waiting: Waiting): () => void {
  const { store } = embed;
  embed.set({
    options: { ...embed.state().options, role: 'preview', controls: 'none', allow: [], hotkeys: 'off' },
  });
  store.setSettings({ shortcuts: false });
  const nothing = () => undefined;
  Object.assign(store, {
    play: nothing,
    toggle: nothing,
    seek: nothing,
    stepEvent: nothing,
    stepMark: nothing,
    select: nothing,
    openRun: nothing,
    act: () => failure('A preview stands still.'),
  });
  Object.assign(embed, { play: nothing, toggle: nothing, show: nothing, step: () => false, goToCue: () => false });
  return guard(waiting, ({ data, source, origin }) => {
    const heard = hear(data);
    if (heard === null || !heard.command.ok || !REFUSED.includes(heard.command.value.type)) return false;
    if (heard.id !== undefined) {
      const answer = { raftarium: 1, id: heard.id, type: 'reply', ok: false, error: 'A preview stands still.' };
      (source as Window | null)?.postMessage(answer, origin === 'null' ? '*' : origin);
    }
    return true;
  });
}
