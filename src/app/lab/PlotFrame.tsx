import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useLab } from './context';
import { Axes, type AxesProps, CursorMark } from './PlotAxes';
import { type Cursor, cursorAt, moved, type TrialSpot } from './plot-cursor';

export interface PlotFrameProps extends AxesProps {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** By lines, in the order in which the arrow keys pass them. */
  readonly spots: readonly (readonly TrialSpot[])[];
  readonly describe: (spot: TrialSpot) => readonly string[];
  readonly onOpen: (spot: TrialSpot) => void;
  /** What is worth knowing while no point is meant. */
  readonly note?: { readonly spot: TrialSpot; readonly lines: readonly string[] } | null;
  readonly children: ReactNode;
}

/** Axes around a plot, and a cursor on its points for pointer and keyboard. */
export function PlotFrame(props: PlotFrameProps) {
  const { name, width, height, spots, describe, onOpen, note = null, children } = props;
  const texts = useLab();
  const id = useId();
  const svg = useRef<SVGSVGElement>(null);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const spot = cursor === null ? undefined : spots[cursor.line]?.[cursor.index];
  const shown = spot === undefined ? note : { spot, lines: describe(spot) };
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
        {shown === null ? null : <CursorMark spot={shown.spot} box={props.box} lines={shown.lines} width={width} />}
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
