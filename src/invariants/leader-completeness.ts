import { type Entry, entryAt, type Log, type ServerId, type Term } from '../raft';
import { type Check, violation } from './property';
import { isSameLog } from './same';

interface Commitment {
  /** The last of the entries committed together. */
  readonly entry: Entry;
  /** The term in which, and the leader by which, they were committed. */
  readonly term: Term;
  readonly server: ServerId;
}

/** Leader Completeness (Figure 3, §5.4): what was committed in a term is in the log of every later term's leader. */
export function leaderCompleteness(): Check {
  let commitments: Commitment[] = [];
  return (transition, cluster) => {
    const { server, before, after } = transition;
    if (server === null || before === null || after === null || after.role !== 'leader') return null;
    if (before.role !== 'leader') {
      const lost = commitments.find(({ entry, term }) => term < after.currentTerm && !holds(after.log, entry));
      if (lost !== undefined) {
        const text = `S${server} leads term ${after.currentTerm} without entry ${lost.entry.index}, committed in term ${lost.term}`;
        return violation('leaderCompleteness', transition, [lost.server, server], text);
      }
    }
    if (after.commitIndex <= before.commitIndex) return null;
    const entry = entryAt(after.log, after.commitIndex);
    if (entry === null) return null;
    const commitment = { entry, term: after.currentTerm, server };
    commitments = [...commitments.filter((earlier) => !holds(entry, earlier.entry)), commitment];
    const later = cluster.hosts.find(
      ({ server: other, status }) =>
        status !== 'crashed' &&
        other.role === 'leader' &&
        other.currentTerm > commitment.term &&
        !holds(other.log, entry),
    );
    if (later === undefined) return null;
    const text = `S${server} committed entry ${entry.index} in term ${commitment.term}, which S${later.id}, leader of a later term, lacks`;
    return violation('leaderCompleteness', transition, [server, later.id], text);
  };
}

function holds(log: Log, entry: Entry): boolean {
  const present = entryAt(log, entry.index);
  return present !== null && (present === entry || isSameLog(present, entry));
}
