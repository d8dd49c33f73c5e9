/** What the sentence about one message of the space-time diagram is made of. Times are microseconds. */
export interface DiagramLine {
  readonly kind: 'vote' | 'prevote' | 'handover' | 'append' | 'beat' | 'snapshot' | 'client';
  readonly response: boolean;
  /** Answers: whether it says yes; null for what asks. */
  readonly positive: boolean | null;
  readonly entries: number;
  /** Servers by their ids, clients by their numbers below zero. */
  readonly from: number;
  readonly to: number;
  /** 0: it has none. */
  readonly term: number;
  readonly start: number;
  /** When it arrived or was lost. */
  readonly end: number;
  readonly fate: 'flying' | 'arrived' | 'waiting' | 'cut' | 'loss' | 'dropped' | 'crashed';
}
