import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef, useState } from 'react';
import { nearestSpot, type PlotAxis, type PlotBox, type Spot } from '../../scene';
import { useLab } from './context';

/** A point of a plot that stands for a trial. */
export interface TrialSpot extends Spot {
  readonly line: number;
  readonly trial: number;
}

export interface PlotFrameProps {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly box: PlotBox;
  readonly x: PlotAxis | null;
  readonly y: PlotAxis;
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
  readonly xTitle: string;
  readonly yTitle: string;
  /** By lines, in the order in which the arrow keys pass them. */
  readonly spots: readonly (readonly TrialSpot[])[];
  readonly describe: (spot: TrialSpot) => readonly string[];
  readonly onOpen: (spot: TrialSpot) => void;
  readonly children: ReactNode;
}

interface Cursor {
  readonly line: number;
  readonly index: number;
}

const REACH = 40;

/** Axes around a plot, and a cursor on its points for pointer and keyboard. */
export function PlotFrame(props: PlotFrameProps) {
  const { name, width, height, spots, describe, onOpen, children } = props;
  const texts = useLab();
  const id = useId();
  const svg = useRef<SVGSVGElement>(null);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const spot = cursor === null ? undefined : spots[cursor.line]?.[cursor.index];
  const onPointer = (event: PointerEvent) => setCursor(cursorAt(spots, svg.current, event, width));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && spot !== undefined) onOpen(spot);
    const next = moved(spots, cursor, event.key);
    if (next === null) return;
    event.preventDefault();
    setCursor(next);
  };
  return (
    <div className="plot">
      <svg
        ref={svg}
        className="plot__svg"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="application"
        aria-label={texts.plot(name)}
        aria-describedby={`${id}-help ${id}-now`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
        tabIndex={0}
        onPointerMove={onPointer}
        onPointerLeave={() => setCursor(null)}
        onPointerDown={onPointer}
        onClick={() => {
          if (spot !== undefined) onOpen(spot);
        }}
        onKeyDown={onKeyDown}
        style={{ cursor: spot === undefined ? undefined : 'pointer' }}
      >
        <Axes {...props} />
        {children}
        {spot === undefined ? null : <CursorMark spot={spot} box={props.box} lines={describe(spot)} width={width} />}
      </svg>
      <p id={`${id}-help`} className="unseen">
        {texts.plotHelp}
      </p>
      <p id={`${id}-now`} className="unseen" aria-live="polite">
        {spot === undefined ? '' : describe(spot).join('. ')}
      </p>
    </div>
  );
}

function Axes({ box, x, y, xText, yText, xTitle, yTitle }: PlotFrameProps) {
  return (
    <g className="plot__axes">
      {y.ticks.map(({ value, at, labelled }) =>
        labelled ? (
          <g key={value}>
            <line className="plot__rule" x1={box.left} x2={box.right} y1={at} y2={at} />
            <text className="plot__tick" x={box.left - 10} y={at + 4} textAnchor="end">
              {yText(value)}
            </text>
          </g>
        ) : null,
      )}
      <line className="plot__axis" x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} />
      {x?.ticks.map(({ value, at, labelled }) => (
        <g key={value}>
          <line className="plot__axis" x1={at} x2={at} y1={box.bottom} y2={box.bottom + (labelled ? 6 : 3)} />
          {labelled ? (
            <text className="plot__tick" x={at} y={box.bottom + 24} textAnchor="middle">
              {xText(value)}
            </text>
          ) : null}
        </g>
      ))}
      <text className="plot__title" x={box.left - 54} y={box.top - 20}>
        {yTitle}
      </text>
      <text className="plot__title" x={box.right} y={box.bottom + 48} textAnchor="end">
        {xTitle}
      </text>
    </g>
  );
}

interface CursorMarkProps {
  readonly spot: TrialSpot;
  readonly box: PlotBox;
  readonly lines: readonly string[];
  readonly width: number;
}

function CursorMark({ spot, box, lines, width }: CursorMarkProps) {
  const right = spot.x < width * 0.62;
  const down = spot.y < box.bottom - lines.length * 19 - 20;
  const top = down ? spot.y + 26 : spot.y - lines.length * 19 - 2;
  return (
    <g className="plot__cursor">
      <line className="plot__drop" x1={spot.x} x2={spot.x} y1={spot.y} y2={box.bottom} />
      <circle className="plot__ring" cx={spot.x} cy={spot.y} r={6} />
      {lines.map((line, i) => (
        <text
          key={line}
          className="plot__tip"
          x={spot.x + (right ? 16 : -16)}
          y={top + i * 19}
          textAnchor={right ? 'start' : 'end'}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

function cursorAt(
  spots: readonly (readonly TrialSpot[])[],
  svg: SVGSVGElement | null,
  event: PointerEvent,
  width: number,
): Cursor | null {
  if (svg === null) return null;
  const bounds = svg.getBoundingClientRect();
  const scale = width / bounds.width;
  const [x, y] = [(event.clientX - bounds.left) * scale, (event.clientY - bounds.top) * scale];
  const flat = spots.flat();
  const found = nearestSpot(flat, x, y, REACH);
  if (found < 0) return null;
  let index = found;
  for (let line = 0; line < spots.length; line++) {
    if (index < spots[line].length) return { line, index };
    index -= spots[line].length;
  }
  return null;
}

/** Where a key moves the cursor; null: nowhere. */
function moved(spots: readonly (readonly TrialSpot[])[], cursor: Cursor | null, key: string): Cursor | null {
  const lines = spots.flatMap((line, i) => (line.length > 0 ? [i] : []));
  if (lines.length === 0) return null;
  const begin = { line: lines[0], index: spots[lines[0]].length >> 1 };
  const isKey = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'].includes(key);
  if (!isKey) return null;
  if (cursor === null || spots[cursor.line] === undefined) return begin;
  const { length } = spots[cursor.line];
  const page = Math.max(1, Math.floor(length / 10));
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    PageUp: -page,
    PageDown: page,
    Home: -length,
    End: length,
  };
  if (key in steps) return { line: cursor.line, index: Math.min(length - 1, Math.max(0, cursor.index + steps[key])) };
  const place = lines.indexOf(cursor.line) + (key === 'ArrowUp' ? -1 : 1);
  const line = lines[Math.min(lines.length - 1, Math.max(0, place))];
  // The same part of the way along the other line.
  const part = length > 1 ? cursor.index / (length - 1) : 0;
  return { line, index: Math.round(part * (spots[line].length - 1)) };
}
