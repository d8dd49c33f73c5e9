import { NOTES } from '../i18n';
import { later } from './later';
import './notices.css';

/** One sentence about what was just asked for, and how far a file has come. */
export const Notices = later<object>(
  async (language) => {
    const [{ NoticeBar }] = await Promise.all([import('./NoticeBar'), NOTES.load(language)]);
    return NoticeBar;
  },
  ({ children }) => <div className="notices">{children}</div>,
);
