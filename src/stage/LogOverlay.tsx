import { commitLine, edgeX, indexX, type LogColumn, type LogLayout, rowY } from '../scene';
import type { ServerView } from '../trace';

interface LogOverlayProps {
  layout: LogLayout;
  columns: readonly LogColumn[];
  servers: readonly ServerView[];
  /** `breaks[i]`: the network is cut between row i and the next. */
  breaks: readonly boolean[];
  leader: ServerView | null;
}

/** What is drawn over the cells: the line of commit indexes, the leader's triangles, the rails of a partition. */
export function LogOverlay({ layout, columns, servers, breaks, leader }: LogOverlayProps) {
  const edges = servers.map(({ status, commitIndex }) =>
    status === 'crashed' ? null : edgeX(layout, columns, commitIndex),
  );
  return (
    <svg className="log-overlay" width="100%" height="100%" aria-hidden="true">
      <path className="log-commit" d={commitLine(layout, edges, breaks)} />
      {breaks.map((cut, row) => (cut ? <Rail key={servers[row].id} layout={layout} row={row} /> : null))}
      {leader !== null &&
        servers.map(({ id }) =>
          id === leader.id ? null : <Triangles key={id} layout={layout} columns={columns} id={id} leader={leader} />,
        )}
    </svg>
  );
}

interface TrianglesProps {
  layout: LogLayout;
  columns: readonly LogColumn[];
  id: number;
  leader: ServerView;
}

function Triangles({ layout, columns, id, leader }: TrianglesProps) {
  const match = leader.matchIndex?.[id];
  const next = leader.nextIndex?.[id];
  if (match === undefined || next === undefined) return null;
  const size = layout.rowPitch < 26 ? 2.7 : layout.rowPitch < 40 ? 3.2 : 4.4;
  const y = rowY(layout, id - 1) + layout.cellHeight + size + (layout.rowPitch < 40 ? 1 : 2);
  const matchX = indexX(layout, columns, match);
  const nextX = indexX(layout, columns, next);
  const apart = matchX !== null && matchX === nextX ? size + 2 : 0;
  const shape = `L${size} ${size * 1.7}H${-size}Z`;
  return (
    <>
      {matchX !== null && (
        <path className="log-match" transform={`translate(${matchX - apart} ${y - size})`} d={`M0 0${shape}`} />
      )}
      {nextX !== null && (
        <path className="log-next" transform={`translate(${nextX + apart} ${y - size})`} d={`M0 0${shape}`} />
      )}
    </>
  );
}

function Rail({ layout, row }: { layout: LogLayout; row: number }) {
  const y = rowY(layout, row + 1) - (layout.rowPitch < 40 ? 3.5 : 6.5);
  return (
    <>
      <line className="log-rail" x1="0" x2="100%" y1={y} y2={y} />
      <line className="log-rail-ties" x1="0" x2="100%" y1={y + 2} y2={y + 2} />
    </>
  );
}
