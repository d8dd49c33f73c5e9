/** Instants that the reader named. They are part of the run, and change nothing that happens in it. */
import type { Bookmark } from '../sim';
import { withBookmarks } from '../sim';
import { type Core, patch, syncAddress } from './core';
import { pastWithNow } from './session';

/**
 * The run on stage gets these bookmarks instead of its own; its trace stays.
 *
 * @param continued goes on with the last change, as with every letter that is typed: `undo` takes both back at once
 */
export function setBookmarks(core: Core, bookmarks: readonly Bookmark[], continued: boolean): void {
  if (!continued || core.past.length === 0) core.past = pastWithNow(core);
  const { run } = core.state.getState().session;
  patch(core, 'session', { run: withBookmarks(run, bookmarks), undoable: true });
  syncAddress(core);
}
