/** What an embed's lecture has of its frame and of the page around: what is kept for a reload, windows, the deck. */
import type { Surroundings } from '../app/lecture/embedded';
import { newToken } from '../sync';
import { fullPage } from './full-page';
import type { Embed } from './model';
import { type Deck, turnDeck } from './turn-deck';

const nameOfKept = () => window.location.href;

/** Where it was, if the browser lets it be kept. */
export function keptOf(): { readonly state: unknown; readonly address: string } | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameOfKept()) ?? 'null');
    return typeof kept?.address === 'string' ? kept : null;
  } catch {
    return null;
  }
}

export function forget(): void {
  try {
    sessionStorage.removeItem(nameOfKept());
  } catch {
    // A sandbox keeps nothing.
  }
}

/** What the lecture finds in a frame. */
export function surroundings(embed: Embed, kept: unknown): Surroundings & { address(): string } {
  let last = '';
  return {
    address: () => last,
    leads: () => embed.company?.leads() ?? true,
    hidden: () => document.hidden,
    clock: () => Date.now(),
    token: newToken,
    kept,
    replaceState: (state, address) => {
      last = address;
      try {
        sessionStorage.setItem(nameOfKept(), JSON.stringify({ state, address }));
      } catch {
        // A sandbox keeps nothing.
      }
    },
    onLeave: (listener) => {
      window.addEventListener('pagehide', listener);
      return () => window.removeEventListener('pagehide', listener);
    },
    openWindow: (address, name) => {
      window.open(fullPage(address), name, 'popup,width=1200,height=760');
    },
    onEnd: (direction) => {
      turnDeck(deckAround(embed), direction, direction > 0 ? 'PageDown' : 'PageUp');
      // From here on the remote is the deck's.
      if (window.parent !== window) window.parent.focus();
    },
  };
}

/** The page around, as it is told to turn its slides. */
function deckAround({ tell, state }: Embed): Deck {
  const { origin } = state().options;
  return {
    tell,
    post: (message) => {
      if (window.parent !== window) window.parent.postMessage(message, origin ?? '*');
    },
  };
}
