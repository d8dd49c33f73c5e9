import type { CSSProperties } from 'react';
import { termClass } from '../draw';
import { useTexts } from '../i18n';
import { commandLabel, type LogColumn, type LogLayout, membersLabel, type ServerId, votersBefore } from '../scene';
import type { ServerView } from '../trace';

export interface EntryLook {
  /** As far as this server knows. */
  readonly committed: boolean;
  readonly durable: boolean;
  /** The log has just lost it. */
  readonly ghost: boolean;
  /** It differs from what it is compared with. */
  readonly unlike: boolean;
}

interface LogCellProps {
  entry: ServerView['log'];
  look: EntryLook;
  layout: LogLayout;
  firstVoters: readonly ServerId[];
  style: CSSProperties;
}

/** An entry: its term, and its command where there is room. */
export function LogCell({ entry, look, layout, firstVoters, style }: LogCellProps) {
  const texts = useTexts().tables.log;
  const { index, term } = entry;
  const members = entry.command.type === 'configuration' ? entry.command.configuration : null;
  const short =
    members === null
      ? commandLabel(entry.command, texts.noop)
      : membersLabel(members, votersBefore(entry, firstVoters));
  const command = members === null ? short : texts.members(members.voters, members.next);
  const { committed, durable, ghost, unlike } = look;
  const kind = members === null ? '' : members.next === null ? 'is-members' : 'is-members is-joint';
  const state = `${committed ? '' : 'is-open'} ${durable ? '' : 'is-volatile'} ${ghost ? 'is-ghost' : ''} ${unlike ? 'is-unlike' : ''}`;
  const classes = `${termClass(term)} ${kind} ${state}`;
  const label = ghost ? texts.empty : texts.cell({ index, term, command, committed, durable });
  return (
    <td aria-label={label} title={label} className={`log-cell ${classes}`} style={style}>
      <b>{term}</b>
      {layout.style !== 'number' && <i>{short}</i>}
    </td>
  );
}

interface LogSnapshotProps {
  /** The last entry that it replaces. */
  last: ServerView['log'];
  /** How many columns it covers. */
  columns: number;
  style: CSSProperties;
}

/** The snapshot with which a log begins: one block over the columns of all that it replaced. */
export function LogSnapshot({ last: { index, term }, columns, style }: LogSnapshotProps) {
  const texts = useTexts().tables.log;
  const label = texts.snapshot(index, term);
  return (
    <td colSpan={columns} aria-label={label} title={label} className="log-snapshot" style={style}>
      <b className="log-snapshot__part">{term}</b>
      <i className="log-snapshot__part">{texts.snapshotCell(index, columns > 2)}</i>
    </td>
  );
}

/** Where the log has no entry. */
export function LogSlot({ style }: { style: CSSProperties }) {
  const texts = useTexts().tables.log;
  return (
    <td className="log-empty" aria-label={texts.empty} style={style}>
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
