import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { useEmbed } from '../i18n';
import { type Axis, timeAt, xAt } from '../scene';
import { Badge } from '../stage';
import { useAppStore, useFrame, useStore } from '../store';
import type { Mark } from '../trace';
import { useSize } from '../ui';
import { endOf, marksUntil, roomFor } from './ahead';
import { useEmbedModel, useEmbedState, useStop } from './context';
import type { Content } from './open';

const SIDE = 12;
const MIDDLE = 23;

/** The run as a bar that is filled up to the play head, with its key moments; a slider. */
export function Track() {
  const store = useAppStore();
  const texts = useEmbed();
  const box = useRef<HTMLDivElement>(null);
  const width = useSize(box)?.width ?? 0;
  const { marks, end, axis } = useAxis(width);
  const time = useStore((state) => state.playback.time);
  const seek = (event: PointerEvent) => {
    const frame = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - frame.left) / frame.width) * width;
    store.seek(Math.min(end, Math.max(0, timeAt(axis, x))));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    const edge = { Home: 0, End: end }[event.key];
    if ((step === undefined && edge === undefined) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (edge !== undefined) store.seek(edge);
    else if (event.shiftKey) store.stepMark(step === 1 ? 1 : -1);
    else store.stepEvent(step === 1 ? 1 : -1);
  };
  return (
    <div
      ref={box}
      className="embed__track"
      role="slider"
      tabIndex={0}
      aria-label={texts.track}
      aria-valuemin={0}
      aria-valuemax={Math.round(end / 1000)}
      aria-valuenow={Math.round(time / 1000)}
      aria-valuetext={texts.trackValue(time, end)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        seek(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seek(event);
      }}
    >
      {width === 0 ? null : <Bar axis={axis} marks={marks} />}
    </div>
  );
}

/** What the bar stands for, and the moments on it. */
function useAxis(width: number) {
  const model = useEmbedModel();
  const trace = useStore((state) => state.session.trace);
  const run = useStore((state) => state.session.run);
  const content = useEmbedState((state) => state.content);
  const { index } = useStop();
  const until = model.isUntouched() ? untilOf(content, index) : null;
  // A run without an end grows by eighths, so that the bar does not creep.
  const horizon = useFrame(useMemo(() => () => grown(trace.horizon), [trace]));
  const end = endOf(run, until, horizon);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the trace grows in place, up to its horizon.
  const marks = useMemo(() => marksUntil(trace, end), [trace, end, horizon]);
  const axis = useMemo(
    (): Axis => ({ from: 0, to: end, left: SIDE, right: Math.max(SIDE + 1, width - SIDE) }),
    [end, width],
  );
  return { marks, end, axis };
}

/** Where what is shown ends: a story tells one run after the other. */
function untilOf({ told, until }: Content, index: number): number | null {
  return told === null ? until : (told.stops.findLast((stop) => stop.act === told.stops[index]?.act)?.time ?? null);
}

function grown(horizon: number): number {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(Math.max(1, horizon))) - 2);
  return Math.ceil(horizon / step) * step;
}

function Bar({ axis, marks }: { readonly axis: Axis; readonly marks: readonly Mark[] }) {
  const store = useAppStore();
  const seen = useRef<SVGPathElement>(null);
  const head = useRef<SVGCircleElement>(null);
  const placed = useMemo(() => roomFor(marks, axis, 19), [marks, axis]);
  useEffect(() => {
    const place = (time: number) => {
      const x = Math.round(Math.min(axis.right, Math.max(axis.left, xAt(axis, time))) * 10) / 10;
      head.current?.setAttribute('cx', String(x));
      seen.current?.setAttribute('d', `M${axis.left} ${MIDDLE}H${x}`);
    };
    place(store.time());
    return store.subscribeTime(place);
  }, [axis, store]);
  return (
    <svg width={axis.right + SIDE} height={2 * MIDDLE} aria-hidden="true">
      <path className="embed__bar" d={`M${axis.left} ${MIDDLE}H${axis.right}`} />
      <path ref={seen} className="embed__bar is-seen" d={`M${axis.left} ${MIDDLE}H${axis.left}`} />
      {placed.map(({ mark, x }) => (
        <MarkGlyph key={`${mark.seq} ${mark.type}`} mark={mark} x={x} />
      ))}
      <circle ref={head} className="embed__head" cx={axis.left} cy={MIDDLE} r={8.5} />
    </svg>
  );
}

function MarkGlyph({ mark: { type }, x }: { readonly mark: Mark; readonly x: number }) {
  if (type === 'leader' || type === 'election') {
    return <Badge role={type === 'leader' ? 'leader' : 'candidate'} r={9} x={x} y={MIDDLE} fontSize={12} />;
  }
  if (type === 'crash') {
    return <path className="embed__crash" d={`M${x - 5} ${MIDDLE - 5}l10 10M${x + 5} ${MIDDLE - 5}l-10 10`} />;
  }
  return <path className={`embed__tick is-${type}`} d={`M${x} ${MIDDLE - 7}v14`} />;
}
