/**
 * Drawings of other protocols, as data: lanes of time with what is sent between them. They are still; only Raft is
 * simulated. Times are on a scale of their own, from 0 to `until`; words are keys of the chapter's figure texts.
 */
export interface Diagram {
  readonly id: string;
  readonly lanes: readonly Lane[];
  readonly messages: readonly Line[];
  readonly marks: readonly Mark[];
  readonly cut?: Cut;
  readonly until: number;
}

export interface Lane {
  /** At most two Latin letters or digits. */
  readonly name: string;
  /** What it is in its protocol. */
  readonly role: string;
  readonly spans: readonly Span[];
}

/**
 * What a process is for a while: plain, in charge, trying to become it, down, or held up: it may neither go on nor
 * give up.
 */
export type LaneState = 'plain' | 'leads' | 'asks' | 'down' | 'stuck';

export interface Span {
  readonly from: number;
  readonly to: number;
  readonly state: LaneState;
  /** What is said about it, above the lane. */
  readonly text?: string;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  readonly sent: number;
  readonly arrives: number;
  /** Whether it is about who is in charge, or carries the value. */
  readonly kind: 'lead' | 'value';
  readonly text?: string;
  /** On which side of it the words stand; without it, on the left. */
  readonly side?: 'right';
  /** It never arrives: the wall or a crash is in its way. */
  readonly lost?: true;
}

export interface Mark {
  readonly lane: string;
  readonly at: number;
  readonly type: 'decided' | 'crash';
  readonly text?: string;
}

/** A wall between a lane and the next one. */
export interface Cut {
  readonly below: string;
  readonly from: number;
  readonly to: number;
}

/** What a process is at a time. */
export function stateAt({ lanes }: Diagram, lane: string, time: number): LaneState | null {
  const spans = lanes.find(({ name }) => name === lane)?.spans ?? [];
  return spans.find(({ from, to }) => from <= time && time < to)?.state ?? null;
}

/** When a process knows what is decided, or null when it never does. */
export function decidedAt({ marks }: Diagram, lane: string): number | null {
  return marks.find((mark) => mark.type === 'decided' && mark.lane === lane)?.at ?? null;
}

/** The answers with this text that reach a process while it waits for them. */
export function answersTo({ messages }: Diagram, to: string, ...texts: readonly string[]): readonly Line[] {
  return messages.filter((line) => line.to === to && line.lost !== true && texts.includes(line.text ?? ''));
}

/** Its words: keys of the figure texts. */
export function wordsIn({ lanes, messages, marks }: Diagram): readonly string[] {
  const all = [
    ...lanes.flatMap(({ role, spans }) => [role, ...spans.map(({ text }) => text)]),
    ...messages.map(({ text }) => text),
    ...marks.map(({ text }) => text),
  ];
  return [...new Set(all.filter((text) => text !== undefined))];
}
