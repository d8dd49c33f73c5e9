/** How a caption is filled from the state. */

/** What a placeholder stands for: servers, a number in digits, a number in words where it is small, or a text. */
export type CaptionFact =
  | { readonly servers: readonly number[] }
  | { readonly number: number }
  | { readonly count: number }
  | { readonly text: string };

export interface CaptionWords {
  servers(ids: readonly number[]): string;
  number(count: number): string;
  capital(text: string): string;
}

/**
 * The caption with its placeholders filled. One that has no fact stays as it is written, so that tests find it.
 *
 * @param words `texts.common`
 */
export function fillCaption(
  template: string,
  facts: Readonly<Record<string, CaptionFact>>,
  words: CaptionWords,
): string {
  const filled = template.replace(/\{(\w+)\}/g, (written, name: string, place: number) => {
    const fact = facts[name];
    if (fact === undefined) return written;
    const text = wordsOfFact(fact, words);
    return 'count' in fact && BEGINS.test(template.slice(0, place)) ? words.capital(text) : text;
  });
  return filled.replace(/ (?=\d)|(?<=\d) (?=ms|毫秒)/g, NO_BREAK);
}

/** Numbers stay with what they count. */
const NO_BREAK = '\u00a0';

/** A sentence begins after this. */
const BEGINS = /(^|[.!?] )$/;

function wordsOfFact(fact: CaptionFact, words: CaptionWords): string {
  if ('servers' in fact) return words.servers(fact.servers);
  if ('count' in fact) return words.number(fact.count);
  return 'number' in fact ? String(fact.number) : fact.text;
}
