import { useMemo, useRef } from 'react';
import { useTexts } from '../i18n';
import {
  agreement,
  columnX,
  divergence,
  floorOf,
  isWalled,
  keepInSight,
  type LogColumn,
  type LogLayout,
  lastIndex,
  logColumns,
  logLayout,
  maxStart,
  type ServerId,
  viewpoint,
} from '../scene';
import type { Frame, ServerView } from '../trace';
import { LogHead } from './LogHead';
import { LogOverlay } from './LogOverlay';
import { type Ghosts, LogRow } from './LogRow';
import { useLogScroll } from './LogScroll';
import { reigningLeader, type Standing, standingOf } from './standing';
import { useTextScale } from './TimelineHooks';
import './LogTable.css';

export interface LogTableProps {
  /** Redrawn with each new one: a frame per transition is enough, not one per animation frame. */
  frame: Frame;
  /** The chosen server; if it leads, the triangles show what it knows of the others. */
  selected: ServerId | null;
  onSelect?: (id: ServerId) => void;
  /** CSS pixels. */
  width: number;
  /** CSS pixels, its title included; 9 servers need 210. */
  height: number;
  /** For each server the indexes, first and last, that are to be marked because something else is there elsewhere. */
  unlike?: readonly (readonly [number, number] | null)[];
  /** Whose logs they are, where there are several tables. */
  of?: string;
  /** Terms only and no title, for phones. */
  compact?: boolean;
}

const HEAD = 26;

/** The servers' logs, entry by entry: one row per server. Long logs are shown at their end; keys and drags scroll. */
export function LogTable({ frame, selected, onSelect, unlike, of, compact = false, ...size }: LogTableProps) {
  const texts = useTexts().tables.log;
  const table = useRef<HTMLDivElement>(null);
  const count = frame.servers.length;
  // Rows of 24 pixels are the least that can be read.
  const zoom = useTextScale(Math.min(size.height / (HEAD + 26 + 24 * count), size.width / 270));
  const width = size.width / zoom;
  const height = size.height / zoom;
  const room = height - (compact ? 0 : HEAD);
  const layout = useMemo(() => logLayout(width, room, count, compact), [width, room, count, compact]);
  const last = lastIndex(frame);
  const floor = floorOf(frame.servers);
  const scroll = useLogScroll(table, layout, last, floor);
  const columns = useColumns(frame, layout, last, floor, scroll.start);
  const leader = viewpoint(frame.servers, selected);
  const reigning = reigningLeader(frame.servers);
  const breaks = frame.servers.map((_, i) => i + 1 < count && isWalled(frame.network, i + 1, i + 2));
  const style = `style-${layout.style} ${layout.rowPitch < 40 ? 'is-tight' : ''}`;
  return (
    <section
      className={`logs ${style}`}
      style={{ width, height, zoom }}
      aria-label={of === undefined ? texts.title : `${texts.title}, ${of}`}
    >
      {!compact && <LogHead leader={leader?.id ?? null} scroll={scroll} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms. */}
      <div
        ref={table}
        className={`logs-table ${scroll.scrollable ? 'is-scrollable' : ''}`}
        role="group"
        aria-label={texts.title}
        tabIndex={scroll.scrollable ? 0 : -1}
        style={{ height: room }}
        onKeyDown={scroll.onKeyDown}
      >
        <table aria-label={texts.title}>
          <ColumnNumbers layout={layout} columns={columns} />
          <tbody>
            {frame.servers.map((server) => (
              <LogRow
                key={server.id}
                layout={layout}
                columns={columns}
                id={server.id}
                role={server.role}
                status={server.status}
                apart={apartOf(standingOf(server, reigning))}
                log={server.log}
                base={server.base}
                firstVoters={frame.firstVoters}
                commitIndex={server.commitIndex}
                durable={durableIndex(server)}
                match={leader !== null && leader.id !== server.id ? (leader.matchIndex?.[server.id] ?? null) : null}
                next={leader !== null && leader.id !== server.id ? (leader.nextIndex?.[server.id] ?? null) : null}
                unlikeFrom={unlike?.[server.id - 1]?.[0] ?? 0}
                unlikeTo={unlike?.[server.id - 1]?.[1] ?? -1}
                selected={server.id === selected}
                ghosts={ghostsOf(frame, server.id)}
                onSelect={onSelect}
              />
            ))}
          </tbody>
        </table>
        <LogOverlay layout={layout} columns={columns} servers={frame.servers} breaks={breaks} leader={leader} />
      </div>
    </section>
  );
}

/** The columns to show: the same array as long as nothing about them changes. */
function useColumns(
  frame: Frame,
  layout: LogLayout,
  last: number,
  floor: number,
  start: number | null,
): readonly LogColumn[] {
  const follows = last + 2 - floor > layout.room && start === null;
  const focus = follows ? divergence(frame.servers) : null;
  // While everybody's end is in sight, what is kept in sight changes nothing and must not make new columns.
  const keep = follows ? Math.min(keepInSight(frame.servers, layout.room), maxStart(last, layout.room)) : 0;
  const from = focus?.from ?? 0;
  const to = focus?.to ?? 0;
  return useMemo(
    () => logColumns({ last, room: layout.room, start, keep, floor, focus: from === 0 ? null : { from, to } }),
    [last, layout.room, start, keep, floor, from, to],
  );
}

function ColumnNumbers({ layout, columns }: { layout: LogLayout; columns: readonly LogColumn[] }) {
  const texts = useTexts().tables.log;
  return (
    <thead className="log-columns">
      <tr>
        <th scope="col" className="logs-hidden">
          {texts.serverColumn}
        </th>
        {columns.map((column, i) => (
          <th
            key={column.type === 'gap' ? `gap ${column.from}` : column.index}
            scope="col"
            style={{ left: columnX(layout, i) - 4, width: layout.cellWidth + 8 }}
            aria-label={column.type === 'gap' ? texts.hidden(column.from, column.to) : texts.column(column.index)}
          >
            {column.type === 'gap' ? '⋯' : column.index}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const apartOf = (standing: Standing): 'learner' | 'spare' | null =>
  standing === 'learner' || standing === 'spare' ? standing : null;

/** The last index of its log that is on its disk. */
function durableIndex({ log, durable }: ServerView): number {
  return durable.log === log ? log.index : agreement(log, durable.log);
}

function ghostsOf(frame: Frame, server: ServerId): Ghosts | null {
  const echo = frame.echoes.findLast((one) => one.type === 'truncate' && one.server === server);
  return echo?.type === 'truncate' ? { entries: echo.entries, age: echo.age } : null;
}
