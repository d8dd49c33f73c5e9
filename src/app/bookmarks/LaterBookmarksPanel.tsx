import { BOOKMARKS } from '../../i18n';
import { later } from '../later';

/** Loaded when it is opened. */
export const BookmarksPanel = later<object>(
  async (language) => {
    const [{ BookmarksPanel: Panel }] = await Promise.all([import('./BookmarksPanel'), BOOKMARKS.load(language)]);
    return Panel;
  },
  ({ children }) => children,
);
