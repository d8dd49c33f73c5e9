import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { useTexts } from '../../i18n';
import { type Axis, xAt } from '../../scene';
import { groupRun } from '../../sim';
import { useAppStore, useStore } from '../../store';
import { type Chapter, runOf, type Stop } from '../../stories';
import { useSize } from '../../ui';
import { axisOf, type Drawing, drawingOf, labelsOf, nearestStop, segmentsOf, traceOf } from './lines';

interface StoryLineProps {
  readonly chapter: Chapter;
  readonly stops: readonly Stop[];
  readonly index: number;
  /** Names of the chapter's parts. */
  readonly parts: Readonly<Record<string, string>>;
  /** The bar with the steps only, for phones. */
  readonly compact: boolean;
  readonly onGo: (index: number) => void;
}

const SIDE = 64;
const SIDE_COMPACT = 20;
const LANE = 13;
const TOP = 12;

/** The run that the act tells: lanes and messages up to the play head, and below them the parts with their steps. */
export function StoryLine({ chapter, stops, index, parts, compact, onGo }: StoryLineProps) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const { act } = stops[index];
  const told = useMemo(() => stops.filter((stop) => stop.act === act), [stops, act]);
  const side = compact ? SIDE_COMPACT : SIDE;
  const width = size?.width ?? 0;
  const axis = useMemo(() => axisOf(told, side, Math.max(side + 1, width - side)), [told, side, width]);
  const group = useStore((state) => state.session.group);
  const run = useMemo(() => groupRun(runOf(chapter, act).run, group), [chapter, act, group]);
  const trace = useMemo(() => traceOf(run, axis.to), [run, axis.to]);
  const pitch = run.config.servers > 5 ? 10 : LANE;
  const lanes = useMemo(() => (compact ? [] : trace.spans.map((_, i) => TOP + i * pitch)), [trace, compact, pitch]);
  const drawing = useMemo(() => (compact ? null : drawingOf(trace, axis, lanes)), [trace, axis, lanes, compact]);
  const isDrawn = stops[index].cue.figure?.type === 'diagram';
  const bar = compact ? 22 : TOP + trace.spans.length * pitch + 20;
  return (
    <div ref={box} className={`story-line${compact ? ' is-compact' : ''}`}>
      {width === 0 ? null : (
        <>
          <svg className="story-line__svg" width={width} height={bar + (compact ? 22 : 34)} aria-hidden="true">
            {drawing === null || isDrawn ? null : <Lanes drawing={drawing} lanes={lanes} axis={axis} />}
            <Bar stops={told} axis={axis} y={bar} />
            {compact ? null : <Labels stops={told} axis={axis} y={bar + 27} index={index} parts={parts} />}
            <Head axis={axis} top={compact || isDrawn ? bar : 0} y={bar} r={9} />
          </svg>
          <Progress stops={told} all={stops} axis={axis} y={bar} index={index} parts={parts} onGo={onGo} />
        </>
      )}
    </div>
  );
}

interface LanesProps {
  readonly drawing: Drawing;
  readonly lanes: readonly number[];
  readonly axis: Axis;
}

/** All of the run, seen as far as the play head has come. */
export function Lanes({ drawing, lanes, axis }: LanesProps) {
  const { server } = useTexts().common;
  const past = useRef<SVGRectElement>(null);
  usePlayHead(axis, (x) => past.current?.setAttribute('width', String(x - axis.left)));
  return (
    <>
      {lanes.map((y, i) => (
        <g key={y}>
          <text className="story-line__name" x={axis.left - 12} y={y + 4}>
            {server(i + 1)}
          </text>
          <path className="story-line__blank" d={`M${axis.left} ${y}H${axis.right}`} />
        </g>
      ))}
      <clipPath id="story-past">
        <rect ref={past} x={axis.left} y={-10} height={200} width={0} />
      </clipPath>
      <g clipPath="url(#story-past)">
        <path className="story-line__rail" d={drawing.rails} />
        {Object.entries(drawing.lines).map(([look, d]) => (
          <path key={look} className={`story-line__message is-${look}`} d={d} />
        ))}
        {Object.entries(drawing.lanes).map(([look, d]) => (
          <path key={look} className={`story-line__lane is-${look}`} d={d} />
        ))}
        {drawing.crashes.map(({ x, y }) => (
          <path
            key={`${x} ${y}`}
            className="story-line__crash"
            d={`M${x - 3.5} ${y - 3.5}l7 7M${x + 3.5} ${y - 3.5}l-7 7`}
          />
        ))}
      </g>
    </>
  );
}

/** The parts, filled as far as the play head has come, with a tick for each step. */
function Bar({ stops, axis, y }: { readonly stops: readonly Stop[]; readonly axis: Axis; readonly y: number }) {
  const seen = useRef<SVGRectElement>(null);
  usePlayHead(axis, (x) => seen.current?.setAttribute('width', String(Math.max(0, x))));
  const segments = useMemo(() => segmentsOf(stops, axis), [stops, axis]);
  const d = segments.map(({ from, to }) => `M${from} ${y}H${to}`).join('');
  const ticks = stops
    .filter(({ cue }, i) => i > 0 && cue.part === undefined)
    .map(({ time }) => `M${Math.round(xAt(axis, time) * 10) / 10} ${y - 2.5}v5`)
    .join('');
  return (
    <>
      <path className="story-line__bar" d={d} />
      <path className="story-line__tick" d={ticks} />
      <clipPath id="story-seen">
        <rect ref={seen} x={0} y={y - 10} height={20} width={0} />
      </clipPath>
      <g clipPath="url(#story-seen)">
        <path className="story-line__bar is-seen" d={d} />
        <path className="story-line__tick is-seen" d={ticks} />
      </g>
    </>
  );
}

interface LabelsProps {
  readonly stops: readonly Stop[];
  readonly axis: Axis;
  readonly y: number;
  readonly index: number;
  readonly parts: Readonly<Record<string, string>>;
}

function Labels({ stops, axis, y, index, parts }: LabelsProps) {
  const segments = useMemo(() => segmentsOf(stops, axis), [stops, axis]);
  const current = segments.findIndex(({ first, end }) => index >= first && index < end);
  const texts = segments.map(({ part }) => parts[part] ?? '');
  return labelsOf(segments, texts, current, axis.right).map(({ x, shown }, i) => (
    <text
      key={segments[i].first}
      className={`story-line__label${i === current ? ' is-current' : ''}`}
      x={x}
      y={y}
      visibility={shown ? undefined : 'hidden'}
    >
      {texts[i]}
    </text>
  ));
}

interface HeadProps {
  readonly axis: Axis;
  readonly top: number;
  readonly y: number;
  /** Of its knob. */
  readonly r: number;
}

/** The play head: a line from the top of the lanes, and a knob on the bar. */
export function Head({ axis, top, y, r }: HeadProps) {
  const head = useRef<SVGGElement>(null);
  usePlayHead(axis, (x) => head.current?.setAttribute('transform', `translate(${x} 0)`));
  return (
    <g ref={head} className="story-line__head">
      <path d={`M0 ${top}V${y}`} />
      <circle cy={y} r={r} />
    </g>
  );
}

interface ProgressProps extends LabelsProps {
  readonly all: readonly Stop[];
  readonly onGo: (index: number) => void;
}

/** What is pressed and heard of the bar: a slider over the steps. Its arrow keys are those of the whole page. */
function Progress({ stops, all, axis, y, index, parts, onGo }: ProgressProps) {
  const texts = useTexts().doors.story;
  const part = all.findLast((stop) => stop.index <= index && stop.cue.part !== undefined)?.cue.part ?? '';
  const go = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const left = axis.left - 16;
    const x = left + ((event.clientX - box.left) / box.width) * (axis.right - axis.left + 32);
    onGo(nearestStop(stops, axis, x).index);
  };
  return (
    <div
      className="story-line__progress"
      role="slider"
      tabIndex={0}
      aria-label={texts.progress}
      aria-valuemin={1}
      aria-valuemax={all.length}
      aria-valuenow={index + 1}
      aria-valuetext={texts.progressValue(index + 1, all.length, parts[part] ?? '')}
      style={{ left: axis.left - 16, width: axis.right - axis.left + 32, top: y - 22 }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) go(event);
      }}
    />
  );
}

/** Calls with the play head's place in pixels now and with each frame; past React, because it moves all the time. */
export function usePlayHead(axis: Axis, move: (x: number) => void): void {
  const store = useAppStore();
  const latest = useRef(move);
  latest.current = move;
  useEffect(() => {
    const show = (time: number) =>
      latest.current(Math.round(Math.min(axis.right, Math.max(axis.left, xAt(axis, time))) * 10) / 10);
    show(store.time());
    return store.subscribeFrame((frame) => show(frame.time));
  }, [axis, store]);
}
