import { entryAt } from '../raft';
import type { Transition } from '../sim';
import { type Check, step, type Violation, violation } from './property';

/** Leader Append-Only (Figure 3, §5.3): a leader never overwrites or deletes entries of its log. */
export class LeaderAppendOnly implements Check {
  clone(): LeaderAppendOnly {
    return this;
  }

  check(transition: Transition): Violation | null {
    const { server, before, after } = transition;
    if (server === null || before === null || after === null) return null;
    if (before.role !== 'leader' || before.log === after.log || before.currentTerm !== after.currentTerm) return null;
    const kept = entryAt(after.log, before.log.index);
    // A recorded log may begin later than the one before it: then nothing is known of what it kept.
    const isUnknown = kept === null && before.log.index <= after.log.index;
    if (after.role !== 'leader' || kept === before.log || isUnknown) return null;
    const { currentTerm: term } = after;
    const { index, term: entryTerm } = before.log;
    const text = `S${server}, leader of term ${term}, changed or lost an entry of its own log`;
    const witness = [step('overwrote', transition, { server, term, index, entryTerm })];
    return violation('leaderAppendOnly', transition, [server], text, witness);
  }
}
