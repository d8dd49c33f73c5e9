/** What is wrong with a file, as facts: which line, which field of it, what is expected there and what was found. */

export interface Problem {
  /** From 1; 0: the file as a whole. */
  readonly line: number;
  /** As in state.currentTerm; null: the line as a whole. */
  readonly field: string | null;
  readonly expected: Expected;
  /** What is there, short; empty: nothing. */
  readonly found: string;
}

export type Expected =
  | { readonly type: 'integer'; readonly low: number; readonly high: number }
  | { readonly type: 'number' | 'text' | 'boolean' | 'list' | 'object' | 'json' }
  | { readonly type: 'oneOf'; readonly values: readonly string[] }
  /** A name of the header's `nodes`. */
  | { readonly type: 'node'; readonly values: readonly string[] }
  /** The first line is to be the header. */
  | { readonly type: 'header' }
  | { readonly type: 'version' }
  /** Names, each once, so many of them. */
  | { readonly type: 'names'; readonly low: number; readonly high: number }
  /** As many items as another field has. */
  | { readonly type: 'asMany'; readonly as: string; readonly count: number }
  /** Not before the entry that the snapshot stands for, nor beyond the end of the log. */
  | { readonly type: 'within'; readonly low: number; readonly high: number }
  /** At most so many days after the first line. */
  | { readonly type: 'days'; readonly days: number }
  /** An id that no other message has. */
  | { readonly type: 'newId' }
  /** The server that the line is about. */
  | { readonly type: 'own'; readonly node: string }
  | { readonly type: 'shorter'; readonly most: number }
  | { readonly type: 'something' };

const A_FEW = 12;

/** A value as it can be shown in a sentence. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** The problem in one English sentence, for terminals and tests. */
export function problemText({ line, field, expected, found }: Problem): string {
  const where = [line > 0 ? `line ${line}` : 'the file', ...(field === null ? [] : [`field ${field}`])].join(', ');
  return `${where}: expected ${expectedText(expected)}, found ${found === '' ? 'nothing' : found}`;
}

function expectedText(expected: Expected): string {
  switch (expected.type) {
    case 'integer':
      return `a whole number from ${expected.low} to ${expected.high}`;
    case 'oneOf':
      return `one of ${expected.values.slice(0, A_FEW).join(', ')}`;
    case 'node':
      return `one of the nodes ${expected.values.slice(0, A_FEW).join(', ')}`;
    case 'header':
      return 'the header {"v":"raft-trace/1","kind":"header",…}';
    case 'version':
      return '"raft-trace/1"';
    case 'names':
      return `${expected.low} to ${expected.high} names, each once`;
    case 'asMany':
      return `as many items as ${expected.as} has, ${expected.count}`;
    case 'within':
      return `an index from ${expected.low} to ${expected.high}`;
    case 'days':
      return `a time at most ${expected.days} days after the first line`;
    case 'newId':
      return 'an id that no other message has';
    case 'own':
      return `the node of the line, ${expected.node}`;
    case 'shorter':
      return `at most ${expected.most} characters`;
    case 'json':
      return 'one JSON object';
    case 'something':
      return 'a recording of at least one event';
    case 'number':
      return 'a number';
    case 'list':
      return 'a list';
    case 'text':
      return 'a text';
    case 'boolean':
      return 'true or false';
    case 'object':
      return 'an object';
  }
}
