/** A preview: one picture that nobody moves, neither its reader nor the page around. */
import { failure } from '../base';
import type { Waiting } from './bridge';
import type { CommandType } from './commands';
import { refuse } from './door';
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
  return refuse(waiting, ({ type }) => (REFUSED.includes(type) ? 'A preview stands still.' : null));
}
