import { type Entry, entryAt, type Index, type ServerId } from '../raft';
import type { Transition } from '../sim';
import { type Check, step, type Violation, violation, type WitnessStep } from './property';
import { NONE, type Recent, recall, remember } from './recent';
import { isSameCommand } from './same';

interface Applied {
  readonly entry: Entry;
  readonly server: ServerId;
  readonly step: WitnessStep;
}

/** So many of the entries applied last are remembered with the transition that applied them first. */
const MOST = 20_000;

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
    const { server, events, after } = transition;
    if (server === null) return null;
    for (const event of events) {
      if (event.type !== 'apply') continue;
      const { entry } = event;
      const { index, term: entryTerm } = entry;
      const here = step('applied', transition, { server, term: after?.currentTerm ?? 0, index, entryTerm });
      const other = this.apply({ entry, server, step: here });
      if (other === null) continue;
      const text = `S${other.server} and S${server} applied different commands at index ${index}`;
      const witness = [other.step, { ...here, role: 'appliedOther' as const }];
      return violation('stateMachineSafety', transition, [other.server, server], text, witness);
    }
    return null;
  }

  /** Takes note of an application; returns another one that contradicts it, or null. */
  private apply(one: Applied): Applied | null {
    const { entry } = one;
    if (this.last === null || entry.index > this.last.index) {
      if (this.last !== null && entry.previous !== this.last) this.from = entry.index;
      this.last = entry;
      this.applied = remember(this.applied, one, MOST);
      return null;
    }
    if (entry.index >= this.from && entryAt(this.last, entry.index) === entry) return null;
    const first = recall(this.applied, (other) => other.entry.index === entry.index);
    return first === null || isSameCommand(first.entry.command, entry.command) ? null : first;
  }
}
