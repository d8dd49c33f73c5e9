import { type KeyboardEvent, memo, type RefObject, useRef, useState, useSyncExternalStore } from 'react';
import { useTexts } from '../i18n';
import { checkPath, crossPath, type PlacedMark, type TimeMark } from '../scene';
import { Badge } from './marks';
import type { TimelineDriver } from './TimelineDriver';

interface TimelineMarksProps {
  driver: Pick<TimelineDriver, 'markers'>;
  /** The middle of the row. */
  y: number;
  onSeek: (time: number) => void;
  /** A mark is pointed at or has the focus; null: none is. */
  onTip: (mark: PlacedMark | null) => void;
}

/** The moments of a run as buttons. One of them is in the order of the tab key; arrow keys lead to the others. */
export function TimelineMarks({ driver, y, onSeek, onTip }: TimelineMarksProps) {
  const texts = useTexts().tables.timeline;
  const marks = useSyncExternalStore(driver.markers.subscribe, driver.markers.current);
  const row = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const reachable = Math.max(0, Math.min(current, marks.length - 1));
  const actions = useRef({ onSeek, onTip, setCurrent });
  actions.current = { onSeek, onTip, setCurrent };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextOf(event.key, reachable, marks.length);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    setCurrent(next);
    row.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      ref={row}
      className="timeline-marks"
      role="toolbar"
      aria-label={texts.moments}
      style={{ top: y }}
      onKeyDown={onKeyDown}
    >
      {marks.map((placed, i) => (
        <MarkButton
          key={`${placed.mark.kind} ${placed.mark.at}`}
          placed={placed}
          index={i}
          reachable={i === reachable}
          actions={actions}
        />
      ))}
    </div>
  );
}

interface MarkButtonProps {
  placed: PlacedMark;
  index: number;
  reachable: boolean;
  actions: RefObject<Pick<TimelineMarksProps, 'onSeek' | 'onTip'> & { setCurrent: (index: number) => void }>;
}

const MarkButton = memo(function MarkButton({ placed, index, reachable, actions }: MarkButtonProps) {
  const texts = useTexts().tables.timeline;
  const { mark, x, others } = placed;
  return (
    <button
      type="button"
      className="timeline-mark"
      style={{ left: x }}
      tabIndex={reachable ? 0 : -1}
      aria-label={texts.mark({ ...mark, others })}
      onClick={() => actions.current.onSeek(mark.at)}
      onPointerEnter={() => actions.current.onTip(placed)}
      onPointerLeave={() => actions.current.onTip(null)}
      onFocus={() => {
        actions.current.setCurrent(index);
        actions.current.onTip(placed);
      }}
      onBlur={() => actions.current.onTip(null)}
    >
      <MarkPicture kind={mark.kind} />
    </button>
  );
});

/** The same wherever the mark moves to. */
const MarkPicture = memo(function MarkPicture({ kind }: { kind: TimeMark['kind'] }) {
  return (
    <svg className="marks-svg" width="22" height="22" viewBox="-11 -11 22 22" aria-hidden="true">
      <MarkSign kind={kind} />
    </svg>
  );
});

function nextOf(key: string, current: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowLeft') return Math.max(0, current - 1);
  if (key === 'ArrowRight') return Math.min(count - 1, current + 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

const BADGES = {
  election: { role: 'candidate', status: 'up', r: 8.5 },
  leader: { role: 'leader', status: 'up', r: 8.5 },
  crash: { role: 'follower', status: 'crashed', r: 8 },
  pause: { role: 'follower', status: 'paused', r: 8 },
} as const;

const SIGNS = {
  commit: { look: 'mark-commit', d: checkPath(6) },
  cut: {
    look: 'mark-fault',
    d: 'M-7.5-3.5H7.5M-7.5 3.5H7.5M-5-3.5V3.5M-1.7-3.5V3.5M1.7-3.5V3.5M5-3.5V3.5',
  },
  heal: { look: 'mark-heal', d: 'M-9-3.5H-3M3-3.5H9M-9 3.5H-3M3 3.5H9M-7-3.5V3.5M-4.6-3.5V3.5M4.6-3.5V3.5M7-3.5V3.5' },
  restart: { look: 'mark-heal', d: 'M5.2-2.2A5.6 5.6 0 1 0 5.6 1M5.6-6V-2H1.6' },
  resume: { look: 'mark-heal', d: 'M-3.5-5.2L5 0L-3.5 5.2Z' },
  message: { look: 'mark-fault', d: crossPath(4.5) },
  members: { look: 'mark-heal', d: 'M-6.5 0A3.2 3.2 0 1 0 -0.1 0A3.2 3.2 0 1 0 -6.5 0ZM5 -3.4V3.4M1.6 0H8.4' },
  snapshot: { look: 'mark-snapshot', d: 'M-6-5H6M-6 0H6M-6 5H6' },
  rules: { look: 'mark-rules', d: 'M-6 6L0-6L6 6ZM0-2V2M0 3.6V4' },
  request: { look: 'mark-request', d: 'M6 0H-6M-2-4L-6 0L-2 4' },
} as const;

/** The sign of a moment, around the origin, about 18 pixels tall. */
export function MarkSign({ kind }: { kind: TimeMark['kind'] }) {
  if (kind in BADGES) return <Badge {...BADGES[kind as keyof typeof BADGES]} />;
  const { look, d } = SIGNS[kind as keyof typeof SIGNS];
  return <path className={look} d={d} />;
}
