import type { Bridge } from './bridge';

/** To the next or previous slide of the deck around. */
export function turnDeck(bridge: Bridge, direction: -1 | 1, code: string): void {
  const turn = { method: direction > 0 ? 'next' : 'prev' };
  bridge.post(turn);
  // reveal.js reads nothing but text.
  bridge.post(JSON.stringify(turn));
  bridge.tell('key', { code });
}
