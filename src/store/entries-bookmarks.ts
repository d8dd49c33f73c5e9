/** Entries for instants that the reader names. */
import { LIMITS } from '../share';
import type { Bookmark } from '../sim';
import { panelEntry } from './entries-cluster';
import type { ActionContext, Entry } from './entry';

const NONE: readonly Bookmark[] = [];

const bookmarksOf = ({ store }: ActionContext) => store.getState().session.run.bookmarks ?? NONE;

/** Names the instant, unless it has a name, and opens the panel to write in. A new one follows the one told before. */
function mark({ store }: ActionContext, all: readonly Bookmark[]): void {
  store.pause();
  const at = store.time();
  if (all.length < LIMITS.bookmarks && all.every((bookmark) => bookmark.at !== at)) {
    const before = all.findLastIndex((bookmark) => bookmark.at < at);
    store.setBookmarks(all.toSpliced(before + 1, 0, { at, name: '', caption: '', notes: '' }));
  }
  store.showPanel('bookmarks');
}

/** The next one after the play head; after the last one the first. */
function next({ store }: ActionContext, all: readonly Bookmark[]): void {
  const times = all.map(({ at }) => at).sort((a, b) => a - b);
  store.pause();
  store.seek(times.find((at) => at > store.time()) ?? times[0] ?? store.time());
}

export const bookmarkEntries = [
  {
    id: 'bookmark',
    group: 'transport',
    keys: ['m'],
    acts: [],
    enabled: () => true,
    run: (context: ActionContext) => mark(context, bookmarksOf(context)),
  },
  {
    id: 'nextBookmark',
    group: 'transport',
    keys: ['n'],
    acts: [],
    enabled: (context: ActionContext) => bookmarksOf(context).length > 0,
    run: (context: ActionContext) => next(context, bookmarksOf(context)),
  },
  panelEntry('run', 'bookmarks', 'bookmarks'),
] as const satisfies readonly Entry[];
