import { expect, test } from 'vitest';
import { placeInDeck } from './deck';
import { PLACE_READER } from './place';

/** A window with frames, each with a frame in it. */
function speakerWith(decks: number, opener: unknown) {
  const speaker: Record<string, unknown> = { opener, length: decks };
  speaker.parent = speaker;
  return Array.from({ length: decks }, (_, i) => {
    const deck = { parent: speaker, opener: null, length: 1 };
    speaker[i] = deck;
    return { parent: deck, opener: null, length: 0 };
  });
}

test('of the two decks in a window that a deck has opened the second is what comes next', () => {
  expect(speakerWith(2, {}).map(placeInDeck)).toEqual(['current', 'upcoming']);
});

test('everywhere else there is no speaker', () => {
  const alone: Record<string, unknown> = { opener: {}, length: 2 };
  alone.parent = alone;
  expect(placeInDeck(alone)).toBe('elsewhere');
  expect(placeInDeck({ parent: alone, opener: null, length: 0 })).toBe('elsewhere');
  expect(speakerWith(2, null).map(placeInDeck)).toEqual(['elsewhere', 'elsewhere']);
  expect(speakerWith(3, {}).map(placeInDeck)).toEqual(['elsewhere', 'elsewhere', 'elsewhere']);
});

test('a place in a story is taken as it is meant or not at all', () => {
  expect(PLACE_READER({ story: 'reads', index: 3, goal: null })).toEqual({ story: 'reads', index: 3, goal: null });
  expect(PLACE_READER({ story: 'reads', index: 3, goal: 4, more: 1 })).toEqual({ story: 'reads', index: 3, goal: 4 });
  for (const junk of [
    null,
    7,
    {},
    { story: 'reads', index: -1, goal: null },
    { story: 'reads', index: 1, goal: 'x' },
  ]) {
    expect(PLACE_READER(junk)).toBe(undefined);
  }
  expect(PLACE_READER({ story: 'x'.repeat(101), index: 0, goal: null })).toBe(undefined);
});
