import { useMemo, useRef, useState } from 'react';
import { useTimeTools } from '../../i18n';
import { type Axis, firstWindow, spanOfRate, type TimelineLayout, type TimeWindow, xAt } from '../../scene';
import type { Microseconds } from '../../sim';
import { type FrameSource, Timeline } from '../../stage';
import { useAppStore, useStore } from '../../store';
import type { Trace } from '../../trace';
import { useSize } from '../../ui';
import { useLayout } from '../layout';
import { LoopBand } from '../time/LoopBand';
import { type Beside, useBeside, useDivergence, usePlainSource } from './beside';
import { useBranchName } from './names';
import './branches.css';

/** The timelines of two branches, which show the same stretch of time and have one play head. */
export function BesideTimelines() {
  const beside = useBeside();
  return beside === null ? null : <Both beside={beside} />;
}

function Both({ beside }: { readonly beside: Beside }) {
  const store = useAppStore();
  const nameOf = useBranchName();
  const trace = useStore((state) => state.session.trace);
  const current = useStore((state) => state.session.current);
  const rate = useStore((state) => state.playback.rate);
  const [window, setWindow] = useState(() => firstWindow(store.time(), spanOfRate(rate)));
  const { found } = useDivergence(trace, beside);
  const here = usePlainSource();
  const shared = { window, onWindow: setWindow, rate, difference: found?.at ?? null };
  return (
    <div className="beside-times">
      <Half {...shared} trace={trace} source={here} name={nameOf(current)} />
      <Half {...shared} trace={beside.trace} source={beside.source} name={nameOf(beside.branch)} />
    </div>
  );
}

interface HalfProps {
  readonly trace: Trace;
  readonly source: FrameSource;
  readonly name: string;
  readonly rate: number;
  readonly window: TimeWindow;
  readonly onWindow: (window: TimeWindow) => void;
  /** When the two begin to differ, or null. */
  readonly difference: Microseconds | null;
}

function Half({ trace, source, name, difference, ...window }: HalfProps) {
  const store = useAppStore();
  const { form } = useLayout();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const compact = form === 'narrow';
  const settled = useMemo(
    (): FrameSource => ({
      current: source.current,
      subscribe: (listener) => store.subscribeBeat(() => listener(source.current())),
    }),
    [store, source],
  );
  const height = compact ? 64 : (size?.height ?? 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div ref={box} className="beside-times__half" role="group" aria-label={name}>
      {height === 0 ? null : (
        <Timeline
          trace={trace}
          source={source}
          settled={settled}
          {...window}
          onSeek={(time) => store.seek(time)}
          height={height}
          compact={compact}
          overlay={(axis, layout) => (
            <>
              <LoopBand axis={axis} layout={layout} />
              {difference === null ? null : <DifferenceMark at={difference} axis={axis} layout={layout} />}
            </>
          )}
        />
      )}
    </div>
  );
}

interface MarkProps {
  readonly at: Microseconds;
  readonly axis: Axis;
  readonly layout: TimelineLayout;
}

/** Where the two begin to differ. */
function DifferenceMark({ at, axis, layout }: MarkProps) {
  const { mark } = useTimeTools().beside;
  if (at < axis.from || at > axis.to) return null;
  const x = Math.round(xAt(axis, at)) + 0.5;
  const isLate = x > (axis.left + axis.right) / 2;
  return (
    <svg className="beside-mark" width={layout.width} height={layout.height} aria-hidden="true">
      <path className="beside-mark__line" d={`M${x} 0V${layout.scrubber}`} />
      <text className="beside-mark__name" x={isLate ? x - 6 : x + 6} y={10} textAnchor={isLate ? 'end' : 'start'}>
        ≠ {mark}
      </text>
    </svg>
  );
}
