/** Which kind of recording a text is, by how it begins. */

/** So many characters are enough to tell. */
export const HEAD = 200_000;

const TRACE = /^\uFEFF?\s*\{[^\n]{0,400}?"(?:v"\s*:\s*"raft-trace|kind"\s*:\s*")/;

/** Words of the text log of etcd's raft library. */
const ETCD =
  /became (?:follower|(?:pre-)?candidate|leader) at term \d|\[logterm: \d+, index: \d+|newRaft [0-9a-f]+ \[peers|is starting a new election at term \d/;

/** @param head the first characters of the text, HEAD at least where it has so many */
export function formatOf(head: string): 'trace' | 'etcd' | null {
  if (TRACE.test(head)) return 'trace';
  return ETCD.test(head) ? 'etcd' : null;
}
