import { type PointerEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { type Layout, layoutStage, type ServerId, type Size, stageLinks, wallsOf } from '../scene';
import { useCutting } from './cutting';
import { useElsewhere } from './elsewhere';
import { useStageEvents } from './events';
import type { StageGroups } from './GroupBadges';
import { longestLabels, usualLabels } from './labels';
import { StagePainter } from './painter';
import { Server } from './Server';
import { Sides } from './Sides';
import { useSize } from './size';
import { useStructure } from './structure';
import { useTextScale } from './TimelineHooks';
import type { FrameSource, StageTarget, StageTexts } from './types';
import { CutPreview, Grips, Walls } from './Walls';
import './stage.css';

export interface StageProps {
  source: FrameSource;
  texts: StageTexts;
  /** In pixels; without it the stage fills its parent and follows it. */
  size?: Size;
  /** Radius of a server in pixels, shrunk where the stage is crowded; without it, it follows the size. */
  radius?: number;
  /** Labels are below the servers, which are then larger, as for halls. */
  below?: boolean;
  selection?: StageTarget | null;
  onSelect?: (target: StageTarget | null) => void;
  /** Asks for the menu of a server or message; `anchor` is where it is on the screen. */
  onMenu?: (target: StageTarget, anchor: DOMRect) => void;
  /** `cut`: a drag across the stage draws a line that parts the network. */
  mode?: 'select' | 'cut';
  /** The servers on either side of a drawn line; one group when it leaves all on one side. */
  onCut?: (groups: ServerId[][]) => void;
  /** Virtual time per real time, for what must not flicker when fast. */
  rate?: number;
  /** Nothing moves: messages can be reached by keyboard. */
  paused?: boolean;
  reducedMotion?: boolean;
  /** Says beside a straight wall which side holds a majority. */
  showSides?: boolean;
  /** Room for labels is made for what is usual, and they stand beside the servers in narrow boxes too. */
  brief?: boolean;
  /** Several Raft groups run on the servers: what each is in each of them. */
  groups?: StageGroups | null;
  /** What stands beside each server instead of its vote and commitIndex; index 0 is S1; null: nothing else. */
  notes?: readonly (string | null)[];
  /** Drawn above the servers, in their coordinates. */
  overlay?: (layout: Layout) => ReactNode;
}

/** Milliseconds of real time for which a server keeps its look: it flashes at most three times a second. */
const LOOK_MIN = 180;

function hasWalls({ form, cuts, holds }: ReturnType<typeof wallsOf>): boolean {
  return form !== 'none' || cuts.length > 0 || holds.length > 0;
}

/** The ring of servers and the messages between them: a picture of the source's frame, and of nothing else. */
export function Stage(props: StageProps) {
  const { source, texts, selection = null, mode = 'select', onCut, rate = 1 / 20 } = props;
  const { paused = false, reducedMotion = false, showSides = true, brief = false } = props;
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<StagePainter>(null);
  painter.current ??= new StagePainter();
  const size = useSize(box, props.size);
  const { servers, network, electorates } = useStructure(source, paused ? 0 : LOOK_MIN * 1000 * rate);
  const count = servers.length;
  const least = 12 * useTextScale(1.5);
  const layout = useMemo(() => {
    const labels = brief ? usualLabels(texts, count) : longestLabels(texts, count);
    return layoutStage(count, size, { r: props.radius, below: props.below, least, beside: brief, ...labels });
  }, [count, size, props.radius, props.below, least, texts, brief]);
  const walls = useMemo(() => wallsOf(network, layout), [network, layout]);
  const links = useMemo(() => stageLinks(layout, walls), [layout, walls]);
  const hasRoom = size.width > 0 && size.height > 0;
  const thread = useElsewhere({ source, host, painter: painter.current, active: hasRoom });

  useLayoutEffect(() => {
    if (svg.current === null) return;
    painter.current?.adopt(svg.current, canvas.current, { links, texts, selection, paused, rate, reducedMotion });
    painter.current?.paint(source.current());
  });
  useEffect(() => {
    const subscribe = thread.draws ? (source.elsewhere?.subscribeBeat ?? source.subscribe) : source.subscribe;
    return subscribe(() => painter.current?.paint(source.current()));
  }, [source, thread.draws]);

  const events = useStageEvents({ selection, onSelect: props.onSelect, onMenu: props.onMenu, painter, source });
  const cutting = useCutting({ svg, layout, walls, active: mode === 'cut', onCut });
  const density = typeof devicePixelRatio === 'number' ? devicePixelRatio : 1;
  return (
    <div className="stage" ref={box}>
      {hasRoom && (
        // biome-ignore lint/a11y/useSemanticElements: SVG has no element for a group of buttons.
        <svg
          ref={svg}
          className={`stage-svg${mode === 'cut' ? ' is-cutting' : ''}${hasWalls(walls) ? ' has-walls' : ''}`}
          width={size.width}
          height={size.height}
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="group"
          aria-label={texts.name}
          {...events}
          onPointerDown={(event: PointerEvent) => cutting.onPointerDown(event) || events.onPointerDown(event)}
          onPointerMove={(event: PointerEvent) => cutting.onPointerMove(event) || events.onPointerMove(event)}
          onPointerUp={() => cutting.onPointerUp() || events.onPointerUp()}
          onPointerCancel={() => {
            cutting.onPointerCancel();
            events.onPointerCancel();
          }}
        >
          <Walls walls={walls} layout={layout} />
          {showSides && (
            <Sides
              walls={walls}
              layout={layout}
              network={network}
              servers={servers}
              electorates={electorates}
              texts={texts}
            />
          )}
          <g data-live="trails" />
          {servers.map((server) => (
            <Server
              key={server.id}
              server={server}
              layout={layout}
              texts={texts}
              selected={selection?.type === 'server' && selection.id === server.id}
              groups={props.groups}
              note={props.notes?.[server.id - 1]}
            />
          ))}
          {props.overlay?.(layout)}
          <g data-live="crowd" />
          <g data-live="glyphs" />
          {walls.form === 'line' && onCut !== undefined && (
            <Grips rail={walls.rails[0]} preview={cutting.line !== null} />
          )}
          {cutting.line !== null && <CutPreview from={cutting.line.from} to={cutting.line.to} />}
        </svg>
      )}
      <div
        ref={host}
        className="stage-elsewhere"
        style={{ width: size.width, height: size.height, visibility: thread.draws ? 'visible' : 'hidden' }}
      />
      {hasRoom && !thread.hasDrawn && (
        <canvas
          ref={canvas}
          className="stage-canvas"
          width={Math.round(size.width * density)}
          height={Math.round(size.height * density)}
          style={{ width: size.width, height: size.height }}
        />
      )}
    </div>
  );
}
