import { type Entry, entryAt, type Log, type ServerId, type Term } from '../raft';
import type { Cluster, Microseconds, Sequence, Transition } from '../sim';
import { type Check, step, type Violation, violation, type WitnessStep } from './property';
import { isSameLog } from './same';

/** The longest known log that ends with an entry of some term, and where it was seen. */
interface Chain extends Place {
  readonly tip: Entry;
}

interface Place {
  readonly server: ServerId;
  /** The server's term then. */
  readonly term: Term;
  readonly at: Microseconds;
  readonly seq: Sequence;
}

/** What is known of each term, the highest first. Values that never change: a copy costs nothing. */
interface TermNode {
  readonly term: Term;
  /** One, unless two servers made entries in one term. */
  readonly chains: readonly Chain[];
  readonly lower: TermNode | null;
}

/**
 * Log Matching (Figure 3, §5.3): logs with an entry of the same index and term are equal up to that entry. Along a log
 * terms never go down, so a log can be compared by the last entry of each term in it.
 */
export class LogMatching implements Check {
  private terms: TermNode | null = null;

  constructor(start?: Cluster) {
    for (const { server } of start?.hosts ?? []) {
      this.note(server.log, 0, { server: server.id, term: server.currentTerm, at: 0, seq: 0 });
    }
  }

  clone(): LogMatching {
    return Object.assign(new LogMatching(), this);
  }

  check(transition: Transition): Violation | null {
    const { server, before, after } = transition;
    if (server === null || before === null || after === null || before.log === after.log) return null;
    // What the longest log of the highest term holds has been compared.
    const newest = this.terms?.chains[0].tip ?? null;
    if (newest !== null && entryAt(newest, after.log.index) === after.log) return null;
    const kept = entryAt(after.log, before.log.index) === before.log ? before.log.index : 0;
    const { at, seq } = transition;
    const here: Place = { server, term: after.currentTerm, at, seq };
    const other = this.note(after.log, kept, here);
    if (other === null) return null;
    const { chain, entry } = other;
    const text = `the logs of S${chain.server} and S${server} agree on an entry and differ before it`;
    const witness = [placed('appended', chain, entry), placed('appendedOther', here, entry)];
    return violation('logMatching', transition, [chain.server, server], text, witness);
  }

  /** Takes note of the entries after `kept`; returns what contradicts one of them, or null. */
  private note(log: Log, kept: number, here: Place): { readonly chain: Chain; readonly entry: Entry } | null {
    let term = Number.POSITIVE_INFINITY;
    for (let entry: Entry | null = log; entry !== null && entry.index > kept; entry = entry.previous) {
      // A term of 0 is not known.
      if (entry.term === term || entry.term === 0) continue;
      term = entry.term;
      const chains = chainsOf(this.terms, term);
      for (const chain of chains) {
        const [short, long] = chain.tip.index < entry.index ? [chain.tip, entry] : [entry, chain.tip];
        const twin = entryAt(long, short.index);
        if (twin !== null && twin.term === term && !isSameLog(twin, short)) return { chain, entry: short };
      }
      const next = extended(chains, { ...here, tip: entry });
      if (next !== chains) this.terms = withChains(this.terms, term, next);
    }
    return null;
  }
}

function placed(role: 'appended' | 'appendedOther', place: Place, { index, term: entryTerm }: Entry): WitnessStep {
  const { server, term } = place;
  return step(role, place, { server, term, index, entryTerm });
}

function chainsOf(terms: TermNode | null, term: Term): readonly Chain[] {
  let node = terms;
  while (node !== null && node.term > term) node = node.lower;
  return node?.term === term ? node.chains : [];
}

function withChains(node: TermNode | null, term: Term, chains: readonly Chain[]): TermNode {
  const higher: TermNode[] = [];
  let rest = node;
  while (rest !== null && rest.term > term) {
    higher.push(rest);
    rest = rest.lower;
  }
  const changed: TermNode = { term, chains, lower: rest?.term === term ? rest.lower : rest };
  return higher.reduceRight<TermNode>((lower, one) => ({ ...one, lower }), changed);
}

/** With a log that agrees with all of the chains: it takes the place of one that it continues. */
function extended(chains: readonly Chain[], chain: Chain): readonly Chain[] {
  const { tip } = chain;
  for (const [i, known] of chains.entries()) {
    if (tip.index <= known.tip.index && entryAt(known.tip, tip.index)?.term === tip.term) return chains;
    if (tip.index > known.tip.index && entryAt(tip, known.tip.index)?.term === tip.term) return chains.with(i, chain);
  }
  return [...chains, chain];
}
