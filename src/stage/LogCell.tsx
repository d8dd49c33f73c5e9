import type { CSSProperties } from 'react';
import { termClass } from '../draw';
import { useTexts } from '../i18n';
import { commandLabel, type LogColumn, type LogLayout } from '../scene';
import type { ServerView } from '../trace';

export interface EntryLook {
  /** As far as this server knows. */
  readonly committed: boolean;
  readonly durable: boolean;
  /** The log has just lost it. */
  readonly ghost: boolean;
}

interface LogCellProps {
  entry: ServerView['log'];
  look: EntryLook;
  layout: LogLayout;
  style: CSSProperties;
}

/** An entry: its term, and its command where there is room. */
export function LogCell({ entry, look, layout, style }: LogCellProps) {
  const texts = useTexts().tables.log;
  const { index, term } = entry;
  const command = commandLabel(entry.command, texts.noop);
  const { committed, durable, ghost } = look;
  const classes = `${termClass(term)} ${committed ? '' : 'is-open'} ${durable ? '' : 'is-volatile'} ${ghost ? 'is-ghost' : ''}`;
  const label = ghost ? texts.empty : texts.cell({ index, term, command, committed, durable });
  return (
    <td aria-label={label} title={label} className={`log-cell ${classes}`} style={style}>
      <b>{term}</b>
      {layout.style !== 'number' && <i>{command}</i>}
    </td>
  );
}

/** Where the log has no entry. */
export function LogSlot({ style }: { style: CSSProperties }) {
  const texts = useTexts().tables.log;
  return (
    <td aria-label={texts.empty} style={style}>
      <span className="log-slot" />
    </td>
  );
}

interface LogGapProps {
  column: Extract<LogColumn, { type: 'gap' }>;
  /** The log's last index. */
  last: number;
  style: CSSProperties;
}

/** Entries that have no column. A log that ends among them says where. */
export function LogGap({ column: { from, to }, last, style }: LogGapProps) {
  const texts = useTexts().tables.log;
  const ends = last < to && last >= from;
  return (
    <td className="log-gap" aria-label={texts.hidden(from, to)} style={style}>
      {last < from ? '' : ends ? `…${last}` : '⋯'}
    </td>
  );
}
