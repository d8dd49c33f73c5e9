import { memo } from 'react';
import {
  angleAt,
  between,
  closedRadius,
  curvePath,
  distance,
  type Layout,
  type LinkMark,
  n,
  type Point,
  part,
  pointAt,
  type Rail as RailShape,
  type Walls as WallsShape,
} from '../scene';

/** Partition walls, one-way cuts and the gates of held links. */
export const Walls = memo(function Walls({ walls, layout }: { walls: WallsShape; layout: Layout }) {
  return (
    <g className="walls">
      {walls.closed.map((way) => (
        <ClosedWall key={wayPath(way)} way={way} radius={closedRadius(layout)} />
      ))}
      {walls.form === 'spokes' && <Hub rails={walls.rails} />}
      {walls.form === 'line' && walls.rails.map((rail) => <Rail key="line" d={railPath(rail)} />)}
      {walls.cuts.map((cut) => (
        <Cut key={`${cut.from} ${cut.to}`} mark={cut} />
      ))}
      {walls.holds.map((hold) => (
        <Gate key={`${hold.from} ${hold.to}`} mark={hold} />
      ))}
    </g>
  );
});

function railPath({ from, to }: RailShape): string {
  return `M${n(from.x)} ${n(from.y)}L${n(to.x)} ${n(to.y)}`;
}

/** Spokes are one path a layer, so that they join in the middle without seams. */
function Hub({ rails }: { rails: readonly RailShape[] }) {
  return <Rail d={rails.map(railPath).join('')} />;
}

/** Two red rails with cross ticks along a path. */
export function Rail({ d }: { d: string }) {
  return (
    <>
      <path className="rail-halo" d={d} />
      <path className="rail-edge" d={d} />
      <path className="rail-tint" d={d} />
      <path className="rail-ticks" d={d} />
    </>
  );
}

function wayPath(way: readonly Point[]): string {
  const [first, ...rest] = way;
  return `M${n(first.x)} ${n(first.y)}${(rest.length > 0 ? rest : [first]).map(({ x, y }) => `L${n(x)} ${n(y)}`).join('')}`;
}

/** A closed wall around servers that are not neighbours: the outline of a thick way through them. */
function ClosedWall({ way, radius }: { way: readonly Point[]; radius: number }) {
  const d = wayPath(way);
  const layers: [string, number][] = [
    ['var(--fault)', 2 * radius + 9],
    ['var(--fault-tint)', 2 * radius + 5.5],
    ['var(--fault)', 2 * radius - 0.5],
    ['var(--surface)', 2 * radius - 4],
  ];
  return layers.map(([stroke, width]) => (
    <path
      key={width}
      className="closed-wall"
      d={d}
      style={{ stroke, strokeWidth: width, fill: 'none', strokeLinejoin: 'round' }}
    />
  ));
}

/** A short rail across one direction of a link, and the way that it blocks. */
export function Cut({ mark: { curve, at } }: { mark: LinkMark }) {
  return (
    <g>
      <path className="cut-way" d={curvePath(part(curve, 0, at - 0.02))} />
      <g className="short-rail" transform={acrossAt(curve, at)}>
        <Rail d="M0 -13L0 13" />
      </g>
    </g>
  );
}

/** The gate at the end of a held link: messages queue before it. */
export function Gate({ mark: { curve, at } }: { mark: LinkMark }) {
  return (
    <g>
      <path className="cut-way" d={curvePath(part(curve, 0, at - 0.02))} />
      <g transform={acrossAt(curve, at)}>
        <path className="gate" d="M-5 -13H4V13H-5V8.5H-0.5V-8.5H-5Z" />
      </g>
    </g>
  );
}

function acrossAt(curve: LinkMark['curve'], at: number): string {
  const { x, y } = pointAt(curve, at);
  return `translate(${n(x)} ${n(y)}) rotate(${Math.round((angleAt(curve, at) * 180) / Math.PI)})`;
}

/** The two ends of a straight wall, to be dragged. */
export function Grips({ rail, preview }: { rail: RailShape; preview: boolean }) {
  if (preview || distance(rail.from, rail.to) < 40) return null;
  return (
    <g>
      <Grip point={rail.from} end="from" />
      <Grip point={rail.to} end="to" />
    </g>
  );
}

export function Grip({ point, end }: { point: Point; end: 'from' | 'to' }) {
  const dots = [-3, 3].flatMap((x) => [-3, 3].map((y) => `M${x - 1.3} ${y}a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0 -2.6 0Z`));
  return (
    <g className="grip" data-grip={end} transform={`translate(${n(point.x)} ${n(point.y)})`}>
      <circle className="hit" r={22} />
      <circle className="grip-disc" r={12} />
      <path className="grip-dots" d={dots.join('')} />
    </g>
  );
}

/** The line that is being drawn: dashed, for it is provisional. */
export function CutPreview({ from, to }: { from: Point; to: Point }) {
  const middle = between(from, to);
  return (
    <g>
      <path
        className="cut-preview"
        d={`M${n(from.x)} ${n(from.y)}L${n(middle.x)} ${n(middle.y)}L${n(to.x)} ${n(to.y)}`}
      />
    </g>
  );
}
