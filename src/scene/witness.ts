/** Where the parts of a proof lie on the timeline. Times are microseconds, lengths pixels. */
import type { ServerId } from '../raft';
import { type Axis, xAt } from './axis';
import type { TimelineLayout } from './timeline-layout';

/** A transition that helps to prove something; where no server is concerned, it belongs to a client. */
export interface ProofPart {
  readonly at: number;
  readonly server: ServerId | null;
}

export interface ProofMark<Part extends ProofPart> {
  readonly part: Part;
  /** Its number in the proof, from 1, in order of time. */
  readonly n: number;
  readonly x: number;
  readonly y: number;
  /** Further parts at the same place: they are told along with it and drawn once. */
  readonly others: readonly Part[];
  /** The last part, with which the property breaks. */
  readonly isLast: boolean;
}

/** From here to there, to show that the parts belong together. */
export interface ProofScene<Part extends ProofPart> {
  readonly marks: readonly ProofMark<Part>[];
  readonly radius: number;
  /** A path through the marks, in order of time. */
  readonly path: string;
}

/** Marks closer than this are one. */
const NEAR = 4;

/** Marks on the lanes of the servers, or above them for what a client did; those outside the window are left out. */
export function witnessMarks<Part extends ProofPart>(
  parts: readonly Part[],
  axis: Axis,
  layout: Pick<TimelineLayout, 'lanes' | 'badge'>,
): ProofScene<Part> {
  const marks: ProofMark<Part>[] = [];
  parts.forEach((part, i) => {
    if (part.at < axis.from || part.at > axis.to) return;
    const x = xAt(axis, part.at);
    const y = part.server === null ? 8 : (layout.lanes[part.server - 1] ?? 8);
    const isLast = i === parts.length - 1;
    const near = marks.findIndex((mark) => mark.y === y && Math.abs(mark.x - x) < NEAR);
    if (near < 0) marks.push({ part, n: i + 1, x, y, others: [], isLast });
    else marks[near] = { ...marks[near], others: [...marks[near].others, part], isLast: marks[near].isLast || isLast };
  });
  const path = marks.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  return { marks, radius: layout.badge / 2 + 2, path: marks.length > 1 ? path : '' };
}

const round = (length: number) => Math.round(length * 10) / 10;
