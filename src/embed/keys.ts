/** The keys of the registry, while the focus is inside; a frame hears of no others. */
import { contextOf } from '../app/panes';
import { entryForKey } from '../store';
import type { Bridge } from './bridge';
import type { Embed } from './model';
import { isOffered } from './permissions';
import { turnDeck } from './turn-deck';

/** What turns pages: the buttons of a presenter's remote control. */
const PAGES: Readonly<Record<string, -1 | 1>> = { PageDown: 1, PageUp: -1 };

export function watchKeys(embed: Embed, bridge: Bridge): void {
  const { store } = embed;
  // Not before somebody may want it.
  const showWayIn = () => {
    import('./way-in').then((way) => way.showWayIn(embed)).catch(() => undefined);
  };
  document.documentElement.addEventListener('pointerenter', showWayIn);
  document.addEventListener('focusin', showWayIn);
  document.addEventListener('keydown', (event) => {
    if (embed.inHall) return;
    const { allow, hotkeys } = embed.state().options;
    const page = PAGES[event.key];
    if (page !== undefined && embed.state().player !== null) {
      event.preventDefault();
      turnPage(embed, bridge, page, event.code);
      return;
    }
    const { quiz } = embed.state();
    // A challenge is its own form; what moves the run would show what is to be predicted.
    const found = hotkeys === 'off' || quiz !== null ? null : entryForKey(event, store.getState().settings.shortcuts);
    if (found?.entry.id === 'lecture') {
      event.preventDefault();
      openHall(embed, false);
      return;
    }
    if (found === null || !isOffered(found.entry.id, allow)) {
      if (!isTyping(event.target)) bridge.tell('key', { code: event.code });
      return;
    }
    event.preventDefault();
    if (found.entry.id === 'play') embed.toggle();
    else if (found.entry.id === 'markForward') embed.step(1);
    else if (found.entry.id === 'markBack') embed.step(-1);
    else {
      const context = contextOf(store);
      if (found.entry.enabled(context)) found.entry.run(context, found.key);
    }
  });
}

/** For a hall: loaded when it is wanted, and when the page is loaded anew in the middle of it. */
export function openHall(embed: Embed, again: boolean): void {
  import('./hall').then((hall) => hall.openHall(embed, { again })).catch(embed.fail);
}

/** To the next cue; from the last one, on with the deck of slides around. */
function turnPage(embed: Embed, bridge: Bridge, direction: -1 | 1, code: string): void {
  // While another slide is shown, the key is for the deck.
  if (!(embed.sight.isSeen() && embed.step(direction))) turnDeck(bridge, direction, code);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
