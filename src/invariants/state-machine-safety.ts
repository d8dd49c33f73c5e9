import { type Entry, entryAt, type Index, type ServerId, type Term } from '../raft';
import type { Microseconds, Sequence, Transition } from '../sim';
import { type Check, step, type Violation, violation, type WitnessStep } from './property';
import { NONE, type Recent, recall, remember } from './recent';
import { isSameCommand } from './same';

/** The first application of an entry. Made for every entry, so it is small. */
interface Applied {
  readonly entry: Entry;
  readonly server: ServerId;
  readonly term: Term;
  readonly at: Microseconds;
  readonly seq: Sequence;
}

/** So many of the entries applied last are remembered with the transition that applied them first. */
const MOST = 5000;

/** State Machine Safety (Figure 3, §5.4.3): no two servers apply different commands at the same index. */
export class StateMachineSafety implements Check {
  private applied: Recent<Applied> = NONE;
  /** The entry with the highest index that was applied. */
  private last: Entry | null = null;
  /** From this index on the log up to `last` is exactly what was applied. */
  private from: Index = 1;

  clone(): StateMachineSafety {
    return Object.assign(new StateMachineSafety(), this);
  }

  check(transition: Transition): Violation | null {
    const { server, events } = transition;
    if (server === null) return null;
    for (const event of events) {
      if (event.type !== 'apply') continue;
      const { entry } = event;
      const first = this.apply(entry, server, transition);
      if (first === null) continue;
      const text = `S${first.server} and S${server} applied different commands at index ${entry.index}`;
      const witness = [applied('applied', first), applied('appliedOther', appliedIn(transition, entry, server))];
      return violation('stateMachineSafety', transition, [first.server, server], text, witness);
    }
    return null;
  }

  /** Takes note of an application; returns another one that contradicts it, or null. */
  private apply(entry: Entry, server: ServerId, transition: Transition): Applied | null {
    if (this.last === null || entry.index > this.last.index) {
      if (this.last !== null && entry.previous !== this.last) this.from = entry.index;
      this.last = entry;
      this.applied = remember(this.applied, appliedIn(transition, entry, server), MOST);
      return null;
    }
    if (entry.index >= this.from && entryAt(this.last, entry.index) === entry) return null;
    const first = recall(this.applied, (other) => other.entry.index === entry.index);
    return first === null || isSameCommand(first.entry.command, entry.command) ? null : first;
  }
}

function appliedIn({ at, seq, after }: Transition, entry: Entry, server: ServerId): Applied {
  return { entry, server, term: after?.currentTerm ?? 0, at, seq };
}

function applied(role: 'applied' | 'appliedOther', one: Applied): WitnessStep {
  const { entry, server, term } = one;
  return step(role, one, { server, term, index: entry.index, entryTerm: entry.term });
}
