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
  /** Its number in the proof, from 1, in order of time; with those of the parts at the same place: "2, 3". */
  readonly tag: string;
  readonly x: number;
  readonly y: number;
  /** Further parts at about the same place, drawn along with it. */
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

/** Marks closer than this are one: their numbers would cover one another. More numbers take more room. */
const NEAR = 18;
const NUMBER = 14;

/** Marks on the lanes of the servers, or below them for what a client did; those outside the window are left out. */
export function witnessMarks<Part extends ProofPart>(
  parts: readonly Part[],
  axis: Axis,
  layout: Pick<TimelineLayout, 'lanes' | 'badge' | 'marks'>,
): ProofScene<Part> {
  const marks: ProofMark<Part>[] = [];
  parts.forEach((part, i) => {
    if (part.at < axis.from || part.at > axis.to) return;
    const x = xAt(axis, part.at);
    const y = (part.server === null ? layout.marks : layout.lanes[part.server - 1]) ?? 0;
    const isLast = i === parts.length - 1;
    const near = marks.findIndex((mark) => mark.y === y && Math.abs(mark.x - x) < NEAR + NUMBER * mark.others.length);
    if (near < 0) {
      marks.push({ part, tag: String(i + 1), x, y, others: [], isLast });
      return;
    }
    const { tag, others, ...mark } = marks[near];
    marks[near] = { ...mark, tag: `${tag}, ${i + 1}`, others: [...others, part], isLast: mark.isLast || isLast };
  });
  const path = marks.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  return { marks, radius: layout.badge / 2 + 2, path: marks.length > 1 ? path : '' };
}

const round = (length: number) => Math.round(length * 10) / 10;
