/** The parts of the timeline that hardly ever change. */
import { memo } from 'react';
import { useTexts } from '../i18n';
import { type Axis, type TimelineLayout, tickRow } from '../scene';
import { MarkSign } from './TimelineMarks';

export const ServerNames = memo(function ServerNames({ layout }: { layout: TimelineLayout }) {
  const { server } = useTexts().common;
  return (
    <div className="timeline-names" style={{ width: layout.left - 18 }}>
      {layout.lanes.map((y, i) => (
        <span key={server(i + 1)} style={{ top: y }}>
          {server(i + 1)}
        </span>
      ))}
    </div>
  );
});

export const TimelineTicks = memo(function TimelineTicks({ axis, layout }: { axis: Axis; layout: TimelineLayout }) {
  const { units } = useTexts().tables.timeline;
  const { unit, ticks } = tickRow(axis);
  const y = layout.ticks;
  return (
    <svg className="timeline-ticks" width={layout.width} height={layout.height} aria-hidden="true">
      {ticks.map(({ time, x, text }, i) => (
        <g key={time} transform={`translate(${x} ${y})`}>
          <line y1={-13} y2={-9} />
          <text y={4}>{i === 0 && units[unit] !== '' ? `${text} ${units[unit]}` : text}</text>
        </g>
      ))}
    </svg>
  );
});

interface ZoomButtonsProps {
  layout: TimelineLayout;
  /** Shows `factor` times as much. */
  onZoom: (factor: number) => void;
}

export function ZoomButtons({ layout, onZoom }: ZoomButtonsProps) {
  const texts = useTexts().tables.timeline;
  const signs = [
    { label: texts.zoomOut, factor: 2, d: 'M-4 0H4' },
    { label: texts.zoomIn, factor: 0.5, d: 'M-4 0H4M0-4V4' },
  ];
  return (
    <div className="timeline-zoom" style={{ top: layout.scrubber }}>
      {signs.map(({ label, factor, d }) => (
        <button key={label} type="button" aria-label={label} title={label} onClick={() => onZoom(factor)}>
          <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
            <path d={d} />
          </svg>
        </button>
      ))}
    </div>
  );
}

export interface Tip {
  /** Pixels from the timeline's top left corner. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** What is pointed at, in words; above its point, or below where there is no room. */
export function TipText({ tip, layout }: { tip: Tip; layout: Pick<TimelineLayout, 'width' | 'height'> }) {
  const side = tip.x > layout.width / 2 ? { right: layout.width - tip.x - 8 } : { left: tip.x - 8 };
  const place = tip.y > 60 ? { bottom: layout.height - tip.y + 16 } : { top: tip.y + 16 };
  return (
    <div className="timeline-tip" style={{ ...side, ...place }}>
      {tip.text}
    </div>
  );
}

/** What the markers mean, in one line. */
export function TimelineLegend() {
  const { legend } = useTexts().tables.timeline;
  const items = [
    { kind: 'request', text: legend.request },
    { kind: 'crash', text: legend.crash },
    { kind: 'heal', text: legend.heal },
    { kind: 'election', text: legend.election },
    { kind: 'leader', text: legend.leader },
    { kind: 'commit', text: legend.commit },
    { kind: 'cut', text: legend.fault },
  ] as const;
  return (
    <ul className="timeline-legend">
      {items.map(({ kind, text }) => (
        <li key={kind} className={`timeline-legend__${kind}`}>
          <svg className="marks-svg" width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
            <MarkSign kind={kind} />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
