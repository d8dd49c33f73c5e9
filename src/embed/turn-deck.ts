import type { Bridge } from './bridge';

export type Deck = Pick<Bridge, 'tell' | 'post'>;

/** To the next or previous slide of the deck around. */
export function turnDeck(bridge: Deck, direction: -1 | 1, code: string): void {
  const turn = { method: direction > 0 ? 'next' : 'prev' };
  bridge.post(turn);
  // reveal.js reads nothing but text.
  bridge.post(JSON.stringify(turn));
  bridge.tell('key', { code });
}
