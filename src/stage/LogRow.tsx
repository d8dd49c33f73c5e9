import { memo } from 'react';
import { useTexts } from '../i18n';
import {
  columnEntries,
  columnX,
  entryAtIndex,
  ghostOpacity,
  type LogColumn,
  type LogLayout,
  rowY,
  type ServerId,
} from '../scene';
import type { ServerView } from '../trace';
import { LogCell, LogGap, LogSlot, LogSnapshot } from './LogCell';
import { Badge, lookOf } from './marks';

type Entry = ServerView['log'];

/** Entries that the log has just lost. */
export interface Ghosts {
  readonly entries: readonly Entry[];
  /** Virtual time since, microseconds. */
  readonly age: number;
}

interface LogRowProps {
  layout: LogLayout;
  columns: readonly LogColumn[];
  id: ServerId;
  role: ServerView['role'];
  status: ServerView['status'];
  /** It is in no configuration, or not yet. */
  apart: 'learner' | 'spare' | null;
  log: Entry;
  /** The last index that its snapshot stands for; 0: none. */
  base: number;
  firstVoters: readonly ServerId[];
  commitIndex: number;
  /** The last index that is on disk. */
  durable: number;
  /** What the leader knows of this server; null for the leader itself and without one. */
  match: number | null;
  next: number | null;
  /** Its entries with these indexes are marked. */
  unlikeFrom: number;
  unlikeTo: number;
  selected: boolean;
  ghosts: Ghosts | null;
  onSelect?: (id: ServerId) => void;
}

/** One server's log. Drawn anew only when it changed or the columns did. */
export const LogRow = memo(function LogRow(props: LogRowProps) {
  const { layout, columns, id, status, apart, log, base, firstVoters, commitIndex, durable, selected, ghosts } = props;
  const entries = columnEntries(log, columns);
  const covered = coveredColumns(columns, base);
  const snapshot = covered === 0 ? null : entryAtIndex(log, base);
  const skipped = snapshot === null ? 0 : covered;
  const classes = `log-row ${status === 'crashed' ? 'is-crashed' : ''} ${apart === null ? '' : 'is-apart'} ${selected ? 'is-selected' : ''}`;
  return (
    <tr className={classes} style={{ top: rowY(layout, id - 1), height: layout.cellHeight }}>
      <ServerName {...props} />
      {snapshot === null ? null : (
        <LogSnapshot
          last={snapshot}
          columns={skipped}
          style={{ left: columnX(layout, 0), width: columnX(layout, skipped - 1) + layout.cellWidth - layout.left }}
        />
      )}
      {columns.map((column, i) => {
        if (i < skipped) return null;
        const style = { left: columnX(layout, i), width: layout.cellWidth };
        if (column.type === 'gap')
          return <LogGap key={`gap ${column.from}`} column={column} last={log.index} style={style} />;
        const entry = entries[i];
        const { index } = column;
        if (entry !== null) {
          const look = {
            committed: index <= commitIndex,
            durable: index <= durable,
            ghost: false,
            unlike: index >= props.unlikeFrom && index <= props.unlikeTo,
          };
          return <LogCell key={index} entry={entry} look={look} {...{ layout, firstVoters, style }} />;
        }
        const ghost = ghosts?.entries.find((one) => one.index === index);
        if (ghosts === null || ghost === undefined) return <LogSlot key={index} style={style} />;
        const look = { committed: false, durable: true, ghost: true, unlike: false };
        const faded = { ...style, opacity: ghostOpacity(ghosts.age) };
        return <LogCell key={index} entry={ghost} look={look} {...{ layout, firstVoters }} style={faded} />;
      })}
    </tr>
  );
});

/** How many columns, from the first on, show nothing but what a snapshot has replaced. */
function coveredColumns(columns: readonly LogColumn[], base: number): number {
  const first = columns.findIndex((column) => (column.type === 'entry' ? column.index : column.to) > base);
  return first < 0 ? columns.length : first;
}

/** Badge and name; choosing it is for the pointer, the stage offers the same to the keyboard. */
function ServerName({ layout, id, role, status, apart, log, commitIndex, match, next, onSelect }: LogRowProps) {
  const texts = useTexts();
  const { row, progress } = texts.tables.log;
  const name = row(id, lookOf(role, status, apart), log.index, commitIndex);
  const label = match === null || next === null ? name : `${name}, ${progress(match, next)}`;
  const r = layout.rowPitch < 26 ? 8 : layout.rowPitch < 40 ? 9 : 10;
  return (
    <th scope="row" style={{ left: 0, height: '100%', width: layout.left - 4 }}>
      <span className="unseen">{label}</span>
      <button type="button" tabIndex={-1} className="log-server" onClick={() => onSelect?.(id)} aria-hidden="true">
        <svg
          aria-hidden="true"
          className="marks-svg"
          width={2 * r + 2}
          height={2 * r + 2}
          viewBox={`${-r - 1} ${-r - 1} ${2 * r + 2} ${2 * r + 2}`}
        >
          <Badge role={role} status={status} apart={apart} r={r} fontSize={12} />
        </svg>
        <span className="log-server-name">{texts.common.server(id)}</span>
      </button>
    </th>
  );
}
