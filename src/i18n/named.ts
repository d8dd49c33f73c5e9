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
