import { useBookmarkWords } from '../../i18n';
import type { Bookmark } from '../../sim';
import { useFrame } from '../../store';
import type { Frame } from '../../trace';
import { placeAt } from './edits';
import './bookmarks.css';

export interface ToldProps {
  readonly bookmarks: readonly Bookmark[];
}

const timeOf = (frame: Frame) => frame.time;

/** The caption of the bookmark at the play head. Its place is kept where there is none. */
export function ToldPane({ bookmarks }: ToldProps) {
  const words = useBookmarkWords();
  const here = bookmarks[placeAt(bookmarks, useFrame(timeOf))];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="told" aria-label={words.told} aria-live="polite" tabIndex={0}>
      <p>{here?.caption}</p>
    </section>
  );
}
