/** What the inspector shows of a server, without what moves all the time. */
import type { Entry, ServerId } from '../../raft';
import type { Frame, ServerView } from '../../trace';

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
};

export function serverStateOf(frame: Frame, id: ServerId): ServerState | null {
  const view = frame.servers[id - 1];
  if (view === undefined) return null;
  const { timer: _, durable, ...rest } = view;
  return { ...rest, writing: view.writing !== null, lag: lagOf(view, durable) };
}

/** The lag is new with each frame, so what it says is compared. */
export function isSameState(a: ServerState | null, b: ServerState | null): boolean {
  if (a === null || b === null) return a === b;
  return (Object.keys(a) as (keyof ServerState)[]).every((key) => isSameField(a[key], b[key]));
}

function isSameField(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => item === b[i]);
  if (!isLag(a) || !isLag(b)) return false;
  return a.term === b.term && a.vote === b.vote && a.from === b.from && a.to === b.to && a.shorter === b.shorter;
}

const isLag = (value: unknown): value is DiskLag => typeof value === 'object' && value !== null && 'shorter' in value;

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
