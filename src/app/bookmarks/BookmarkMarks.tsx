import { useBookmarkWords } from '../../i18n';
import { type Axis, type TimelineLayout, xAt } from '../../scene';
import type { Bookmark } from '../../sim';
import { useAppStore, useFrame } from '../../store';
import type { Frame } from '../../trace';
import './bookmarks.css';

export interface BookmarkMarksProps {
  readonly bookmarks: readonly Bookmark[];
  readonly axis: Axis;
  readonly layout: TimelineLayout;
}

/** A flag with a number, its foot at the left. */
const FLAG = 'M5 21V1H19V13H5';

const timeOf = (frame: Frame) => frame.time;

/** The bookmarks as flags on the timeline, each a way to its instant. Those outside of the window are left out. */
export function BookmarkMarks({ bookmarks, axis, layout }: BookmarkMarksProps) {
  const store = useAppStore();
  const words = useBookmarkWords();
  const time = useFrame(timeOf);
  const top = (layout.lanes.at(-1) ?? 0) + (layout.lanes.length === 0 ? layout.scrubber - 28 : 5);
  return (
    <ul className="bookmark-marks" aria-label={words.marks}>
      {bookmarks.map(({ at, name }, i) => {
        const x = xAt(axis, at);
        if (at < axis.from || at > axis.to) return null;
        const label = words.go(words.name(name, i + 1), at);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bookmark is told apart by its place.
          <li key={i}>
            <button
              type="button"
              className="bookmark-mark"
              style={{ left: x, top }}
              aria-label={label}
              aria-current={at === time ? 'true' : undefined}
              title={label}
              onPointerDown={(event) => event.stopPropagation()}
              onClick={() => {
                store.pause();
                store.seek(at);
              }}
            >
              <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
                <path d={FLAG} />
                <text x="12" y="11">
                  {i + 1}
                </text>
              </svg>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
