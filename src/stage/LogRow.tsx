import { memo } from 'react';
import { useTexts } from '../i18n';
import { columnEntries, columnX, commandLabel, type LogColumn, type LogLayout, rowY, type ServerId } from '../scene';
import { ECHO_TIME, type ServerView } from '../trace';
import { Badge, lookOf, termClass } from './marks';

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
  log: Entry;
  commitIndex: number;
  /** The last index that is on disk. */
  durable: number;
  /** What the leader knows of this server; null for the leader itself and without one. */
  match: number | null;
  next: number | null;
  selected: boolean;
  ghosts: Ghosts | null;
  onSelect?: (id: ServerId) => void;
}

/** One server's log. Drawn anew only when it changed or the columns did. */
export const LogRow = memo(function LogRow(props: LogRowProps) {
  const { layout, columns, id, role, status, log, commitIndex, match, next, selected, ghosts } = props;
  const texts = useTexts().tables.log;
  const entries = columnEntries(log, columns);
  const name = texts.row(id, lookOf(role, status), log.index, commitIndex);
  const known = match === null || next === null ? '' : `, ${texts.progress(match, next)}`;
  const classes = `log-row ${status === 'crashed' ? 'is-crashed' : ''} ${selected ? 'is-selected' : ''}`;
  return (
    <div
      role="row"
      className={classes}
      style={{ top: rowY(layout, id - 1), height: layout.cellHeight }}
    >
      <span role="rowheader" aria-label={name + known} style={{ left: 0, height: '100%' }}>
        <ServerName {...props} />
      </span>
      {columns.map((column, i) => {
        const style = { left: columnX(layout, i), width: layout.cellWidth, height: '100%' };
        if (column.type === 'gap') return <Gap key={`gap ${column.from}`} column={column} last={log.index} style={style} />;
        const entry = entries[i];
        const ghost = entry === null ? (ghosts?.entries.find(({ index }) => index === column.index) ?? null) : null;
        if (entry === null && ghost !== null && ghosts !== null) {
          const opacity = Math.max(0, 1 - ghosts.age / ECHO_SPAN);
          return <Cell key={column.index} entry={ghost} look="is-ghost" style={{ ...style, opacity }} layout={layout} />;
        }
        if (entry === null) return <Slot key={column.index} style={style} />;
        return <Cell key={column.index} entry={entry} look={lookOfEntry(entry, props)} style={style} layout={layout} />;
      })}
    </div>
  );
});
