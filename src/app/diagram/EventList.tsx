import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { formatInstant, formatNumber, useDiagram, useWhy } from '../../i18n';
import type { Barred } from '../../scene';
import { useStore } from '../../store';
import { useSize } from '../../ui';
import type { DiagramDriver } from './driver';
import type { DiagramState } from './driver-state';
import { eventText } from './words';

interface EventListProps {
  readonly driver: DiagramDriver;
  readonly state: DiagramState;
}

/** The height of a row, in pixels: the same as in the style sheet. */
const ROW = 28;
/** Rows kept beyond both edges of what is seen. */
const SPARE = 4;
const PAGE = 10;

/**
 * What is in view as a list, for eyes, keyboards and screen readers: each event of the picture is an option. Only
 * those near the scrolled place are elements, however many there are.
 */
export function EventList({ driver, state }: EventListProps) {
  const texts = useDiagram();
  const why = useWhy();
  const trace = useStore(({ session }) => session.trace);
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const [top, setTop] = useState(0);
  const rows = useMemo(() => rowsOf(driver, state), [driver, state]);
  const current = rows.indexOf(driver.row);
  useEffect(() => {
    const { current: list } = box;
    if (list === null || current < 0) return;
    const y = current * ROW;
    if (y < list.scrollTop) list.scrollTop = y;
    else if (y + ROW > list.scrollTop + list.clientHeight) list.scrollTop = y + ROW - list.clientHeight;
  }, [current]);
  const first = Math.max(0, Math.floor(top / ROW) - SPARE);
  const count = Math.ceil((size?.height ?? 200) / ROW) + 2 * SPARE;
  const choose = (i: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, i))];
    if (row !== undefined) driver.choose(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const goals: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: Math.max(0, current - 1),
      PageDown: current + PAGE,
      PageUp: Math.max(0, current - PAGE),
      Home: 0,
      End: rows.length - 1,
    };
    const goal = goals[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (goal !== undefined) choose(goal);
    else if (event.key === 'Enter' && current >= 0) driver.goTo(driver.chronicle.events.at[rows[current]]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const barred = state.scene?.barred ?? [];
  const pairs = (type: Barred['type']) =>
    uniqueLinks(barred.filter((one) => one.type === type)).map(({ from, to }) => [from, to] as const);
  const note = texts.barred(pairs('cut'), pairs('hold'));
  const shown = Array.from({ length: Math.max(0, Math.min(count, rows.length - first)) }, (_, i) => first + i);
  // The active option is always there, so that it can be named.
  if (current >= 0 && !shown.includes(current)) shown.push(current);
  return (
    <section className="diagram__events" aria-label={texts.events}>
      <h2>
        {texts.events}
        <small>{formatNumber(rows.length)}</small>
      </h2>
      {note === '' ? null : <p className="diagram__barred">{note}</p>}
      <div
        ref={box}
        className="diagram__list"
        role="listbox"
        tabIndex={0}
        aria-label={texts.events}
        aria-activedescendant={current >= 0 ? `diagram-event-${rows[current]}` : undefined}
        onKeyDown={onKeyDown}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      >
        {rows.length === 0 ? <p className="diagram__hint">{texts.noEvents}</p> : null}
        <div style={{ height: rows.length * ROW }}>
          {shown.map((i) => {
            const row = rows[i];
            const at = driver.chronicle.events.at[row];
            const text = eventText(trace, driver.chronicle.seqOf(row), why);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it takes the keys of all options.
              <div
                key={row}
                id={`diagram-event-${row}`}
                className="diagram__event"
                role="option"
                tabIndex={-1}
                aria-selected={i === current}
                aria-setsize={rows.length}
                aria-posinset={i + 1}
                title={text}
                style={{ top: i * ROW }}
                onClick={() => {
                  driver.choose(row);
                  driver.goTo(at);
                }}
              >
                <span>{formatInstant(at)}</span> {text}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

/** Each link once, however often it was barred. */
function uniqueLinks(barred: readonly Barred[]): Barred[] {
  const isFirst = (one: Barred, i: number) =>
    barred.findIndex(({ from, to }) => from === one.from && to === one.to) === i;
  return barred.filter(isFirst).toSorted((a, b) => a.from - b.from || a.to - b.to);
}

/** The rows in view: of what makes no difference only as much as is drawn. */
function rowsOf({ chronicle }: DiagramDriver, { rows: [from, to], showsBeats }: DiagramState): readonly number[] {
  const { telling } = chronicle.events;
  const rows: number[] = [];
  for (let row = from; row < to; row++) if (showsBeats || telling[row] === 1) rows.push(row);
  return rows;
}
