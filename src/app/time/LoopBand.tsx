import { type Axis, type TimelineLayout, xAt } from '../../scene';
import { useStore } from '../../store';
import './time.css';

export interface LoopBandProps {
  readonly axis: Axis;
  readonly layout: TimelineLayout;
}

/** The stretch that is repeated, on the timeline. */
export function LoopBand({ axis, layout }: LoopBandProps) {
  const loop = useStore((state) => state.playback.loop);
  if (loop === null) return null;
  const within = (time: number) => Math.min(axis.right, Math.max(axis.left, xAt(axis, time)));
  const left = within(loop.from);
  const right = loop.to === null ? left : within(loop.to);
  const isSeen = (time: number | null) => time !== null && time >= axis.from && time <= axis.to;
  const { scrubber } = layout;
  return (
    <svg className="loop-band" width={layout.width} height={layout.height} aria-hidden="true">
      {right > left ? <rect x={left} y={2} width={right - left} height={scrubber} /> : null}
      {isSeen(loop.from) ? <path d={`M${left + 5} 2H${left}V${scrubber}H${left + 5}`} /> : null}
      {isSeen(loop.to) ? <path d={`M${right - 5} 2H${right}V${scrubber}H${right - 5}`} /> : null}
    </svg>
  );
}
