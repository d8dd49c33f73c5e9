/** What can be wrong with a link or a file, as a sentence and as a code for translation. */

const SENTENCES = {
  tooLong: 'This is too long to be a run.',
  notALink: 'This link holds characters that no link to a run holds.',
  damaged: 'This link is damaged: a part of it is missing or was changed.',
  newer: 'This run was made by a newer version of Raftarium.',
  notJson: 'This is not JSON.',
  neither: 'This is neither a run in JSON nor a link to one.',
  noRun: 'This link names no run.',
  noTime: 'The instant in this link is not a time.',
  trace: 'This is the trace of a run, from which the run cannot be opened: the run itself is another file.',
} as const;

export type LinkErrorCode = keyof typeof SENTENCES | 'invalid';

export interface LinkError {
  readonly code: LinkErrorCode;
  /** The whole sentence in English; for `invalid` it names the field. */
  readonly detail: string;
}

export function sentence(code: keyof typeof SENTENCES): string {
  return SENTENCES[code];
}

/** Tells the errors of this folder apart, for a sentence in the reader's language. */
export function linkError(error: string): LinkError {
  const found = (Object.keys(SENTENCES) as (keyof typeof SENTENCES)[]).find((code) => SENTENCES[code] === error);
  return { code: found ?? 'invalid', detail: error };
}
