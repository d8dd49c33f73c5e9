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
const MOST = 40;

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
      const here = applied('appliedOther', appliedIn(transition, entry, server));
      if (first === 'forgotten') {
        const text = `S${server} applied another command at index ${entry.index} than was applied there before`;
        return violation('stateMachineSafety', transition, [server], text, [here]);
      }
      const text = `S${first.server} and S${server} applied different commands at index ${entry.index}`;
      return violation('stateMachineSafety', transition, [first.server, server], text, [
        applied('applied', first),
        here,
      ]);
    }
    return null;
  }

  /** Takes note of an application; returns the first one at its index if that contradicts it, else null. */
  private apply(entry: Entry, server: ServerId, transition: Transition): Applied | 'forgotten' | null {
    const { last, from } = this;
    if (last === null || entry.index > last.index) {
      if (last !== null && entry.previous !== last) this.from = entry.index;
      this.last = entry;
      this.applied = remember(this.applied, appliedIn(transition, entry, server), MOST);
      return null;
    }
    const known = entry.index >= from ? entryAt(last, entry.index) : null;
    if (known === entry) return null;
    const first = recall(this.applied, (other) => other.entry.index === entry.index);
    const command = first?.entry.command ?? known?.command;
    return command === undefined || isSameCommand(command, entry.command) ? null : (first ?? 'forgotten');
  }
}

function appliedIn({ at, seq, after }: Transition, entry: Entry, server: ServerId): Applied {
  return { entry, server, term: after?.currentTerm ?? 0, at, seq };
}

function applied(role: 'applied' | 'appliedOther', one: Applied): WitnessStep {
  const { entry, server, term } = one;
  return step(role, one, { server, term, index: entry.index, entryTerm: entry.term });
}
