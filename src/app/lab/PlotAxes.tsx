import { type PlotAxis, type PlotBox, tickRows } from '../../scene';
import type { TrialSpot } from './plot-cursor';

export interface AxesProps {
  readonly box: PlotBox;
  /** Null: there are columns, which name themselves. */
  readonly x: PlotAxis | null;
  readonly y: PlotAxis;
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
  readonly xTitle: string;
  readonly yTitle: string;
}

/** Rules, ticks, numbers and names of the axes. */
export function Axes({ box, x, y, xText, yText, xTitle, yTitle }: AxesProps) {
  const rows = x === null ? [] : tickRows(x.ticks, xText);
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
      {x?.ticks.map(({ value, at }, i) => {
        const row = rows[i];
        return (
          <g key={value}>
            <line className="plot__axis" x1={at} x2={at} y1={box.bottom} y2={box.bottom + (row === null ? 3 : 6)} />
            {row === null ? null : (
              <text className="plot__tick" x={at} y={box.bottom + 22 + row * 15} textAnchor="middle">
                {xText(value)}
              </text>
            )}
          </g>
        );
      })}
      <text className="plot__title" x={box.left - 54} y={box.top - 20}>
        {yTitle}
      </text>
      <text className="plot__title" x={box.right} y={box.bottom + 54} textAnchor="end">
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

/** The point that is meant, and what it says. */
export function CursorMark({ spot, box, lines, width }: CursorMarkProps) {
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
