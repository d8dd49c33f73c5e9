import type { ServerId, Term } from '../raft';
import { type Check, violation } from './property';

/** Election Safety (Figure 3, §5.2): at most one leader can be elected in a term. */
export function electionSafety(): Check {
  const leaders = new Map<Term, ServerId>();
  return (transition) => {
    const { server, before, after } = transition;
    if (server === null || before === null || after === null) return null;
    if (after.role !== 'leader' || before.role === 'leader') return null;
    const term = after.currentTerm;
    const other = leaders.get(term) ?? server;
    leaders.set(term, other);
    if (other === server) return null;
    return violation('electionSafety', transition, [other, server], `S${other} and S${server} both led term ${term}`);
  };
}
