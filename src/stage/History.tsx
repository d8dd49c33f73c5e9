import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useNotes } from '../i18n';
import { type Axis, type ClientInterval, HISTORY_ROW, type HistoryBar, historyScene, xAt } from '../scene';
import './History.css';

export interface NamedInterval extends ClientInterval {
  /** The operation in words, with times and outcome. */
  readonly name: string;
}

export interface HistoryProps {
  readonly intervals: readonly NamedInterval[];
  readonly clients: readonly number[];
  /** The timeline's, or one of its own with the same window. */
  readonly axis: Axis;
  /** The play head; nothing later is known. */
  readonly now: number;
  readonly onSeek: (time: number) => void;
}

/**
 * What clients saw: an interval for each operation, with a tick where it took effect. One of them is in the order of
 * the tab key; arrow keys lead to the others.
 */
export function History({ intervals, clients, axis, now, onSeek }: HistoryProps) {
  const texts = useNotes().safety.history;
  const { lanes, bars, height } = useMemo(
    () => historyScene(intervals, clients, axis, now),
    [intervals, clients, axis, now],
  );
  const root = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const order = bars.toSorted((a, b) => a.interval.from - b.interval.from);
  const current = Math.max(
    0,
    chosen === null ? order.length - 1 : order.findIndex(({ interval }) => interval.key === chosen),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextOf(event.key, current, order.length);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    setChosen(order[next].interval.key);
    root.current?.querySelector<HTMLElement>(`[data-key="${order[next].interval.key}"]`)?.focus();
  };
  return (
    <div
      ref={root}
      className="history"
      role="toolbar"
      aria-label={texts.title}
      style={{ height }}
      onKeyDown={onKeyDown}
    >
      {lanes.map(({ client, top, height: tall, y }) => (
        <div key={client} className="history__lane" style={{ top, height: tall }}>
          <span style={{ top: y - top }} title={texts.laneName(client)}>
            {texts.lane(client)}
          </span>
        </div>
      ))}
      <div className="history__now" style={{ left: Math.min(axis.right, xAt(axis, now)), height }} />
      {order.map((bar, i) => (
        <Bar key={bar.interval.key} bar={bar} isReachable={i === current} onSeek={onSeek} onFocus={setChosen} />
      ))}
    </div>
  );
}

interface BarProps {
  readonly bar: HistoryBar<NamedInterval>;
  readonly isReachable: boolean;
  readonly onSeek: (time: number) => void;
  readonly onFocus: (key: string) => void;
}

function Bar({ bar, isReachable, onSeek, onFocus }: BarProps) {
  const { interval, look, x, width, y, isOpen, isClipped, tick, text } = bar;
  const style = `history__bar history__bar--${look} ${isOpen ? 'is-open' : ''} ${isClipped ? 'is-clipped' : ''}`;
  return (
    <button
      type="button"
      className={style}
      data-key={interval.key}
      style={{ left: x, width, top: y - HISTORY_ROW / 2 + 2, height: HISTORY_ROW - 4 }}
      tabIndex={isReachable ? 0 : -1}
      aria-label={interval.name}
      title={interval.name}
      onClick={() => onSeek(interval.point ?? interval.to ?? interval.from)}
      onFocus={() => onFocus(interval.key)}
    >
      {text === null ? null : (
        <span className="history__text" style={{ left: text.x - x }}>
          {text.label}
        </span>
      )}
      {tick === null ? null : <i className="history__tick" style={{ left: tick - x }} />}
    </button>
  );
}

function nextOf(key: string, current: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, current - 1);
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(count - 1, current + 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
