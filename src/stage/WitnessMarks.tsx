import { useMemo } from 'react';
import { useNotes } from '../i18n';
import { type Axis, type ProofPart, type TimelineLayout, witnessMarks } from '../scene';
import './WitnessMarks.css';

export interface NamedPart extends ProofPart {
  /** What it shows, in words. */
  readonly text: string;
}

export interface WitnessMarksProps {
  /** The parts of a proof, in order of time. */
  readonly parts: readonly NamedPart[];
  readonly axis: Axis;
  readonly layout: TimelineLayout;
}

/** Rings over the timeline, around the transitions that prove that a property is broken. */
export function WitnessMarks({ parts, axis, layout }: WitnessMarksProps) {
  const texts = useNotes().safety;
  const { marks, radius, path } = useMemo(() => witnessMarks(parts, axis, layout), [parts, axis, layout]);
  if (layout.lanes.length === 0 || marks.length === 0) return null;
  return (
    <svg
      className="witness-marks"
      width={layout.width}
      height={layout.height}
      role="img"
      aria-label={`${texts.markTitle}: ${marks
        .flatMap(({ part, others }) => [part, ...others])
        .map(({ text }) => text)
        .join('; ')}`}
    >
      <path className="witness-marks__path" d={path} />
      {marks.map(({ part, others, tag, x, y, isLast }) => (
        <g
          key={tag}
          className={isLast ? 'witness-mark witness-mark--last' : 'witness-mark'}
          transform={`translate(${x} ${y})`}
        >
          <title>{[part, ...others].map(({ text }) => text).join('; ')}</title>
          <circle r={radius} />
          <g transform={`translate(${radius} ${radius - 1})`}>
            <rect className="witness-mark__tag" x="-7.5" y="-7.5" width={8 + 7 * tag.length} height="15" rx="7.5" />
            <text x={(7 * tag.length - 7) / 2} y="4">
              {tag}
            </text>
          </g>
        </g>
      ))}
    </svg>
  );
}
