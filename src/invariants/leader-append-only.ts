import { entryAt } from '../raft';
import { type Check, violation } from './property';

/** Leader Append-Only (Figure 3, §5.3): a leader never overwrites or deletes entries of its log. */
export function leaderAppendOnly(): Check {
  return (transition) => {
    const { server, before, after } = transition;
    if (server === null || before === null || after === null) return null;
    if (before.role !== 'leader' || before.log === after.log || before.currentTerm !== after.currentTerm) return null;
    if (after.role !== 'leader' || entryAt(after.log, before.log.index) === before.log) return null;
    const text = `S${server}, leader of term ${after.currentTerm}, changed or lost an entry of its own log`;
    return violation('leaderAppendOnly', transition, [server], text);
  };
}
