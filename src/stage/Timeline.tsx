import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { View } from '../draw';
import { useTexts } from '../i18n';
import {
  type Axis,
  followTime,
  laneCount,
  type PlacedMark,
  panWindow,
  type TimelineLayout,
  type TimeWindow,
  timeAt,
  timelineLayout,
  zoomWindow,
} from '../scene';
import type { Frame, Trace } from '../trace';
import { useRemoteState } from './elsewhere';
import { scaleOf } from './pointers';
import { TimelineDriver } from './TimelineDriver';
import { usePalette, useTextScale, useTimeWindow, useWidth } from './TimelineHooks';
import { TimelineMarks } from './TimelineMarks';
import { ServerNames, TimelineTicks, type Tip, TipText, ZoomButtons } from './TimelineParts';
import { useTimelinePointer } from './TimelinePointer';
import { TimelineSlider } from './TimelineSlider';
import { TimelineTape } from './TimelineTape';
import type { FrameSource } from './types';
import './Timeline.css';

export interface TimelineProps {
  /** May grow; another object means another run. */
  trace: Trace;
  /** Every frame: moves the play head. */
  source: FrameSource;
  /** The same frames, but only when something happened and not too often: repaints. Left out: `source`. */
  settled?: FrameSource;
  /** Virtual per real time. Chooses how much is shown until the reader zooms. */
  rate: number;
  /** Asked to go to an instant, microseconds; it may lie beyond the trace's horizon. */
  onSeek: (time: number) => void;
  /** What is shown, if someone else is to hold it; `onWindow` is then asked to change it. */
  window?: TimeWindow;
  onWindow?: (window: TimeWindow) => void;
  /** CSS pixels: 256 suits 5 servers, 150 is the least; 64 when compact. */
  height: number;
  /** Scrubber, ticks and the strip of the whole run only, for phones. */
  compact?: boolean;
  /** Drawn over the lanes, on the same axis. */
  overlay?: (axis: Axis, layout: TimelineLayout) => ReactNode;
}

/** Lanes, messages, moments and the scrubber on one axis of time. Fills the width of its container. */
export function Timeline(props: TimelineProps) {
  const { trace, source, settled = source, compact = false, onSeek } = props;
  const zoom = useTextScale(props.height / (compact ? 60 : 175));
  const height = props.height / zoom;
  const texts = useTexts().tables.timeline;
  const root = useRef<HTMLDivElement>(null);
  const [driver] = useState(() => new TimelineDriver());
  const width = useWidth(root);
  const palette = usePalette(root);
  const [window, setWindow] = useTimeWindow(props);
  const servers = laneCount(trace.run);
  const layout = useMemo(() => timelineLayout(width, height, servers, compact), [width, height, servers, compact]);
  const { from, to } = window;
  const axis = useMemo<Axis>(() => ({ from, to, left: layout.left, right: layout.right }), [from, to, layout]);
  const view = useMemo<View | null>(
    () => (palette === null || width === 0 ? null : { trace, axis, layout, palette, ratio: ratioOf(root.current) }),
    [trace, axis, layout, palette, width],
  );
  const [tip, setTip] = useState<Tip | null>(null);
  const dragging = useRef(false);

  const host = useRef<HTMLDivElement>(null);
  const elsewhere = useElsewhere(driver, source, host, view);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever draws now begins with all of the picture.
  useLayoutEffect(() => {
    if (view === null) return;
    const settle = (frame: Frame) => {
      driver.settle(frame);
      driver.move(frame, true);
    };
    driver.show(view);
    settle(source.current());
    return settled.subscribe(settle);
  }, [view, source, settled, driver, elsewhere]);

  useEffect(() => {
    let before = source.current().time;
    return subscribeTime(source, (time) => {
      const inside = time >= window.from && time <= window.to;
      const next = dragging.current && inside ? window : followTime(window, before, time);
      before = time;
      if (next !== window) setWindow(next);
      else if (!elsewhere) driver.move({ time }, false);
    });
  }, [source, window, setWindow, driver, elsewhere]);

  const zoomBy = (factor: number, about = source.current().time) => {
    const inside = about >= from && about <= to;
    setWindow(zoomWindow(window, factor, inside ? about : (from + to) / 2), true);
  };
  useTimelinePointer(root, {
    seek: (x) => onSeek(timeAt(axis, Math.min(layout.right, Math.max(layout.left, x)))),
    drag: (on) => {
      dragging.current = on;
    },
    zoom: (factor, x) => zoomBy(factor, timeAt(axis, x)),
    pan: (pixels) => setWindow(panWindow(window, timeAt(axis, axis.left + pixels) - from, trace.horizon)),
    hover: (point) => {
      const line = point === null ? null : driver.lineAt(point);
      const known = line !== null && line.start <= Math.max(source.current().time, trace.horizon);
      setTip(point !== null && line !== null && known ? { ...point, text: texts.line(line) } : null);
    },
  });
  const tipOf = (mark: PlacedMark | null) =>
    setTip(
      mark === null
        ? null
        : { x: mark.x, y: layout.marks ?? 0, text: texts.mark({ ...mark.mark, others: mark.others }) },
    );
  const plot = { left: layout.left, width: layout.right - layout.left };
  const { refs } = driver;

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div
      ref={root}
      className={`timeline ${compact ? 'is-compact' : ''} ${elsewhere ? 'is-elsewhere' : ''}`}
      style={{ height, zoom }}
      role="group"
      aria-label={texts.title}
    >
      {!elsewhere && <canvas ref={refs.picture} className="timeline-canvas" style={{ width, height }} />}
      <div ref={host} className="timeline-elsewhere" style={{ width, height }} />
      <div className="timeline-plot" style={{ ...plot, height: layout.scrubber + 3 }}>
        <div className="timeline-elapsed" style={{ top: layout.scrubber - 2.5 }} />
        <div ref={refs.seen} className="timeline-seen">
          <b style={{ top: layout.scrubber - 2.5 }} />
        </div>
        <div ref={refs.blank} className="timeline-blank">
          <b style={{ top: layout.scrubber - 2.5 }} />
          {layout.lanes.map((y) => (
            <i key={y} style={{ top: y }} />
          ))}
        </div>
      </div>
      <ServerNames layout={layout} />
      {width > 0 && props.overlay?.(axis, layout)}
      <TimelineTicks axis={axis} layout={layout} />
      {layout.marks !== null && <TimelineMarks driver={driver} y={layout.marks} onSeek={onSeek} onTip={tipOf} />}
      <TimelineTape driver={driver} layout={layout} window={window} onWindow={setWindow} onSeek={onSeek} />
      <div ref={refs.head} className="timeline-head" style={{ height: layout.scrubber }}>
        <TimelineSlider
          source={source}
          settled={settled}
          trace={trace}
          span={to - from}
          onSeek={onSeek}
          onZoom={zoomBy}
        />
      </div>
      {!compact && <ZoomButtons layout={layout} onZoom={zoomBy} />}
      {tip !== null && <TipText tip={tip} layout={layout} />}
    </div>
  );
}

/** Calls the listener with each new time, without a frame being made for it where that is possible. */
function subscribeTime(source: FrameSource, listener: (time: number) => void): () => void {
  return source.elsewhere?.subscribeTime(listener) ?? source.subscribe(({ time }) => listener(time));
}

/** Whether the drawing thread shows the picture: from when it has drawn it until it fails. */
function useElsewhere(
  driver: TimelineDriver,
  source: FrameSource,
  host: RefObject<HTMLElement | null>,
  view: View | null,
): boolean {
  const [isSeen, setSeen] = useState(false);
  const isReady = useRemoteState(source) === 'ready' && view !== null;
  useEffect(() => {
    const { current } = host;
    const picture = isReady && current !== null ? source.elsewhere?.drawing.attach('timeline', current) : null;
    if (picture == null) return;
    driver.connect(picture, () => setSeen(true));
    return () => {
      driver.connect(null, () => {});
      picture.end();
      setSeen(false);
    };
  }, [driver, source, host, isReady]);
  return isSeen;
}

/** Device pixels per CSS pixel of an element, which the page may have scaled. */
function ratioOf(element: HTMLElement | null): number {
  return (globalThis.devicePixelRatio || 1) * (element === null ? 1 : scaleOf(element));
}
