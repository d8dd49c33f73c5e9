import { useTexts } from '../../i18n';
import {
  columnEntries,
  columnX,
  commandLabel,
  keepInSight,
  type LogColumn,
  type LogLayout,
  lastIndex,
  logColumns,
  logLayout,
  maxStart,
  membersLabel,
  rowY,
  votersBefore,
} from '../../scene';
import { Badge, termClass } from '../../stage';
import type { Frame, ServerView } from '../../trace';

interface LogPictureProps {
  readonly frame: Frame;
  readonly width: number;
  readonly height: number;
}

/** The logs as a drawing that stands alone, as the table shows them: solid is committed, dashed is not. */
export function LogPicture({ frame, width, height }: LogPictureProps) {
  const { servers } = frame;
  const layout = logLayout(width, height, servers.length, false);
  const last = lastIndex(frame);
  const keep = Math.min(keepInSight(servers, layout.room), maxStart(last, layout.room));
  const columns = logColumns({ last, room: layout.room, start: null, keep, focus: null });
  return (
    <svg className="log-picture" width={width} height={height} aria-hidden="true">
      {columns.map((column, i) => (
        <text
          key={column.type === 'gap' ? `gap ${column.from}` : column.index}
          className="log-picture__index"
          x={columnX(layout, i) + layout.cellWidth / 2}
          y={14}
        >
          {column.type === 'gap' ? '⋯' : column.index}
        </text>
      ))}
      {servers.map((server) => (
        <Row key={server.id} server={server} layout={layout} columns={columns} frame={frame} />
      ))}
    </svg>
  );
}

interface RowProps {
  readonly server: ServerView;
  readonly layout: LogLayout;
  readonly columns: readonly LogColumn[];
  readonly frame: Frame;
}

function Row({ server, layout, columns, frame }: RowProps) {
  const texts = useTexts();
  const { cellHeight, cellWidth } = layout;
  const isTwoLines = layout.style === 'stacked';
  return (
    <g
      className={server.status === 'crashed' ? 'log-picture__row is-crashed' : 'log-picture__row'}
      transform={`translate(0 ${rowY(layout, server.id - 1)})`}
    >
      <g transform={`translate(12 ${cellHeight / 2})`} className="marks-svg">
        <Badge role={server.role} status={server.status} r={9} fontSize={12} />
      </g>
      <text className="log-picture__name" x={28} y={cellHeight / 2 + 5}>
        {texts.common.server(server.id)}
      </text>
      {columnEntries(server.log, columns).map((entry, i) => {
        if (entry === null) return null;
        const { command, index, term } = entry;
        const label =
          command.type === 'configuration'
            ? membersLabel(command.configuration, votersBefore(entry, frame.firstVoters))
            : commandLabel(command, texts.tables.log.noop);
        const isOpen = index > server.commitIndex;
        const isReplaced = index <= server.base;
        const x = columnX(layout, i);
        const middle = cellWidth / 2;
        return (
          <g
            key={index}
            className={isReplaced ? 'log-picture__cell is-replaced' : `log-picture__cell ${termClass(term)}`}
            transform={`translate(${x} 0)`}
          >
            <rect
              width={cellWidth}
              height={cellHeight}
              rx={3}
              className={isOpen ? 'is-open' : undefined}
              strokeDasharray={isOpen ? '4 2.5' : undefined}
            />
            {isReplaced ? null : isTwoLines ? (
              <>
                <text className="log-picture__term" x={middle} y={cellHeight / 2 - 3}>
                  {term}
                </text>
                <text x={middle} y={cellHeight / 2 + 12}>
                  {label}
                </text>
              </>
            ) : (
              <text x={middle} y={cellHeight / 2 + 5}>
                {`${term} ${label}`}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
