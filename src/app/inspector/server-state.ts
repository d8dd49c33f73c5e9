/** What the inspector shows of a server, without what moves all the time. */
import { type Entry, entryAt, type ServerId } from '../../raft';
import type { Frame, ServerView } from '../../trace';
import { isSame } from '../same';

/** What is in memory and not on the disk; null where the disk has it. */
export interface DiskLag {
  readonly term: number | null;
  readonly vote: ServerId | null;
  /** Entries that the disk lacks, the first and the last. */
  readonly from: number;
  readonly to: number;
  /** The disk still holds entries that were deleted. */
  readonly shorter: boolean;
}

export type ServerState = Omit<ServerView, 'timer' | 'writing' | 'durable'> & {
  readonly writing: boolean;
  readonly lag: DiskLag | null;
  /** The term of the last entry that its snapshot stands for; 0: no snapshot. */
  readonly baseTerm: number;
  /** The disk has the snapshot. */
  readonly baseDurable: boolean;
  /** How much it is wanted as leader; null: all are equal. */
  readonly priority: number | null;
  /** Leases need voters that hold to their leader. */
  readonly leases: boolean;
};

export function serverStateOf(frame: Frame, id: ServerId): ServerState | null {
  const view = frame.servers[id - 1];
  if (view === undefined) return null;
  const { timer: _, durable, ...rest } = view;
  const { priorities, stickyLeader } = frame.options;
  return {
    ...rest,
    writing: view.writing !== null,
    lag: lagOf(view, durable),
    baseTerm: view.base === 0 ? 0 : (entryAt(view.log, view.base)?.term ?? 0),
    baseDurable: (durable.snapshot?.last.index ?? 0) >= view.base,
    priority: priorities.length === 0 ? null : (priorities[id - 1] ?? 0),
    leases: stickyLeader,
  };
}

/** The lag is new with each frame, so what it says is compared. */
export function isSameState(a: ServerState | null, b: ServerState | null): boolean {
  if (a === null || b === null) return a === b;
  return (Object.keys(a) as (keyof ServerState)[]).every((key) => isSameField(a[key], b[key]));
}

function isSameField(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => item === b[i]);
  return isPlain(a) && isPlain(b) && isSame(a, b);
}

/** Made anew with each frame: what is in it counts. Maps, logs and configurations are the same objects while equal. */
const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && ('shorter' in value || 'hasLease' in value);

function lagOf(view: ServerView, durable: ServerView['durable']): DiskLag | null {
  const term = view.term === durable.currentTerm ? null : view.term;
  const vote = view.votedFor === durable.votedFor ? null : view.votedFor;
  const common = view.log === durable.log ? view.log.index : commonIndex(view.log, durable.log);
  const shorter = durable.log.index > common;
  if (term === null && vote === null && !shorter && common === view.log.index) return null;
  return { term, vote, from: common + 1, to: view.log.index, shorter };
}

/** The last index at which both logs hold the same entry. */
function commonIndex(a: Entry, b: Entry): number {
  let one: Entry | null = a;
  let other: Entry | null = b;
  while (one !== null && other !== null && one !== other) {
    if (one.index > other.index) one = one.previous;
    else if (other.index > one.index) other = other.previous;
    else if (one.term === other.term) break;
    else {
      one = one.previous;
      other = other.previous;
    }
  }
  return one?.index ?? 0;
}
