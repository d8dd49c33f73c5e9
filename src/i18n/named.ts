/** What is said of each rule that can be switched off: what it says, and what goes wrong without it. */
import type { RuleName } from './en/option-names';

interface Words {
  readonly says: string;
  readonly breaks: string;
}

export type RuleSwitches = Readonly<Record<RuleName, Words & { readonly name: string }>>;

/** The words with the names by which the rules are known elsewhere. */
export const named = (
  names: Readonly<Record<RuleName, string>>,
  all: Readonly<Record<RuleName, Words>>,
): RuleSwitches =>
  Object.fromEntries(
    Object.entries(all).map(([id, words]) => [id, { name: names[id as RuleName], ...words }]),
  ) as RuleSwitches;

type BreakingId = `break-${RuleName}`;

/** Words for the scenarios that break each of the rules, by the ids of those. */
export const breaking = (words: Readonly<Record<RuleName, string>>, say = (text: string): string => text) =>
  Object.fromEntries(Object.entries(words).map(([rule, text]) => [`break-${rule}`, say(text)])) as Record<
    BreakingId,
    string
  >;
