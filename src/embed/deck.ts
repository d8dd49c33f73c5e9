/** Where a frame is in the speaker's window of a deck of slides, which holds the deck twice: now, and what comes next. */

/** What any page may know of its windows, wherever they are from. */
export interface Around {
  readonly parent: Around;
  readonly opener: unknown;
  readonly length: number;
  readonly [frame: number]: Around;
}

/**
 * reveal.js opens a window with two frames, the deck as it is shown and the deck one step on.
 *
 * @returns `elsewhere` for what is in no such window; nothing throws, whatever the origins are
 */
export function placeInDeck(own: object): 'current' | 'upcoming' | 'elsewhere' {
  const { parent: deck } = own as Around;
  const { parent: speaker } = deck;
  if (deck === own || speaker === deck || speaker.parent !== speaker || !speaker.opener || speaker.length !== 2) {
    return 'elsewhere';
  }
  return speaker[1] === deck ? 'upcoming' : 'current';
}
