import { type Entry, entryAt, type Log, type ServerId, type Term } from '../raft';
import type { Cluster, Microseconds, Sequence, Transition } from '../sim';
import { type Check, step, type Violation, violation, type WitnessStep } from './property';
import { isSameLog } from './same';

/** The last of the entries that were committed in a term. */
interface Commitment {
  readonly entry: Entry;
  /** The term in which, and the leader by which, they were committed. */
  readonly term: Term;
  readonly server: ServerId;
  readonly at: Microseconds;
  readonly seq: Sequence;
  readonly before: Commitment | null;
  /** It holds all that was committed before it. */
  readonly isWhole: boolean;
}

/** Leader Completeness (Figure 3, §5.4): what was committed in a term is in the log of every later term's leader. */
export class LeaderCompleteness implements Check {
  private last: Commitment | null = null;
  /** How each server was last elected; index 0 is S1. */
  private elections: readonly (WitnessStep | undefined)[] = [];

  clone(): LeaderCompleteness {
    return Object.assign(new LeaderCompleteness(), this);
  }

  check(transition: Transition, cluster: Cluster): Violation | null {
    const { server, before, after } = transition;
    if (server === null || before === null || after === null || after.role !== 'leader') return null;
    if (before.role !== 'leader') {
      const elections = this.elections.slice();
      elections[server - 1] = step('electedWithout', transition, { server, term: after.currentTerm });
      this.elections = elections;
      const lost = this.lostBy(after.log, after.currentTerm);
      if (lost !== null) {
        const text = `S${server} leads term ${after.currentTerm} without entry ${lost.entry.index}, committed in term ${lost.term}`;
        return violation('leaderCompleteness', transition, [lost.server, server], text, this.witness(lost, server));
      }
    }
    if (after.commitIndex <= before.commitIndex) return null;
    const entry = entryAt(after.log, after.commitIndex);
    return entry === null ? null : this.commit(transition, cluster, server, entry, after.currentTerm);
  }

  private commit(
    transition: Transition,
    cluster: Cluster,
    server: ServerId,
    entry: Entry,
    term: Term,
  ): Violation | null {
    const last = this.last;
    const contains = last === null || holds(entry, last.entry);
    const before = contains && last?.term === term ? last.before : last;
    const isWhole = contains && (last === null || last.isWhole);
    const { at, seq } = transition;
    const commitment: Commitment = { entry, term, server, at, seq, before, isWhole };
    this.last = commitment;
    const later = cluster.hosts.find(
      ({ server: other, status }) =>
        status !== 'crashed' && other.role === 'leader' && other.currentTerm > term && !holds(other.log, entry),
    );
    if (later === undefined) return null;
    const text = `S${server} committed entry ${entry.index} in term ${term}, which S${later.id}, leader of a later term, lacks`;
    const witness = this.witness(commitment, later.id);
    return violation('leaderCompleteness', transition, [server, later.id], text, witness);
  }

  /** What the log of a leader of a term should hold and does not, or null. */
  private lostBy(log: Log, term: Term): Commitment | null {
    for (let one = this.last; one !== null; one = one.before) {
      if (one.term >= term) continue;
      if (!holds(log, one.entry)) return one;
      if (one.isWhole) return null;
    }
    return null;
  }

  private witness(lost: Commitment, leader: ServerId): WitnessStep[] {
    const { server, term, entry } = lost;
    const facts = { index: entry.index, entryTerm: entry.term };
    const committed = step('committed', lost, { server, term, ...facts });
    const election = this.elections[leader - 1];
    return election === undefined ? [committed] : [committed, { ...election, ...facts }];
  }
}

function holds(log: Log, entry: Entry): boolean {
  const present = entryAt(log, entry.index);
  // A recorded log may begin after the entry, and nothing is known of what was there.
  if (present === null) return entry.index <= log.index;
  return present === entry || isSameLog(present, entry);
}
