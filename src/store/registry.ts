/** Everything that can be done, once: menus, buttons, keys, key help and command palette are made of this list. */

import { bookmarkEntries } from './entries-bookmarks';
import { messageEntries, networkEntries, serverEntries } from './entries-cluster';
import { groupEntries, memberEntries, protocolEntries } from './entries-members';
import { clientEntries, runEntries, transportEntries, viewEntries } from './entries-page';
import type { ActionContext, ActionWords, Entry, Group } from './entry';

const ENTRIES = [
  ...transportEntries,
  ...bookmarkEntries,
  ...serverEntries,
  ...memberEntries,
  ...networkEntries,
  ...messageEntries,
  ...clientEntries,
  ...viewEntries,
  ...groupEntries,
  ...runEntries,
  ...protocolEntries,
] as const;

export type EntryId = (typeof ENTRIES)[number]['id'];

export const REGISTRY: readonly Entry<EntryId>[] = ENTRIES;

export function entry(id: EntryId): Entry<EntryId> {
  return REGISTRY.find((other) => other.id === id) as Entry<EntryId>;
}

/** The entries of a group, in the order in which they are shown. */
export function entriesOf(group: Group): readonly Entry<EntryId>[] {
  return REGISTRY.filter((other) => other.group === group);
}

/**
 * What an entry is called; with a context, what it would do now: "Restart" rather than "Crash or restart".
 *
 * @param words `texts.actions`
 */
export function labelOf(
  { id, state }: Entry<EntryId>,
  words: Readonly<Record<EntryId, ActionWords>>,
  context: ActionContext | null = null,
): string {
  const { label, states } = words[id];
  return context !== null && state !== undefined && states !== undefined ? states[state(context)] : label;
}
