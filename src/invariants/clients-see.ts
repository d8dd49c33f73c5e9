import type { Operation } from '../raft';
import type { Transition } from '../sim';
import type { Contradiction } from './client-operation';
import { createHistoryChecker, type HistoryChecker } from './linearizability';
import { type Check, step, type Violation, violation, type WitnessStep } from './property';

/** Linearizability (§8): what clients are told could have happened one operation after the other. */
export class ClientsSee implements Check {
  private history: HistoryChecker;

  constructor(history: HistoryChecker = createHistoryChecker()) {
    this.history = history;
  }

  clone(): ClientsSee {
    return new ClientsSee(this.history.clone());
  }

  /** The history so far, to be read or copied. */
  get checker(): HistoryChecker {
    return this.history;
  }

  check(transition: Transition): Violation | null {
    const contradiction = noteEvents(this.history, transition);
    if (contradiction === null) return null;
    const { client, operation } = contradiction.operation;
    const text = `no order of the operations on ${operation.key} explains what client ${client} was told`;
    return violation('linearizability', transition, [], text, witnessOf(contradiction));
  }
}

/** Tells a checker what clients did in a transition. */
export function noteEvents(history: HistoryChecker, { at, seq, events }: Transition): Contradiction | null {
  for (const event of events) {
    if (event.type !== 'invoke' && event.type !== 'return') continue;
    if (isStale(event.operation)) continue;
    const contradiction = history.note({ ...event, at, seq });
    if (contradiction !== null) return contradiction;
  }
  return null;
}

/** A stale read promises nothing that it could be held to (D§6.4). */
const isStale = (operation: Operation): boolean => operation.type === 'read' && operation.mode === 'stale';

function witnessOf({ operation: culprit, against }: Contradiction): WitnessStep[] {
  const facts = ({ client, operation, answer }: Contradiction['operation']) => ({ client, operation, value: answer });
  return [
    ...against.map((one) => step('answeredBefore', one.returned ?? one.invoked, facts(one))),
    step('asked', culprit.invoked, facts(culprit)),
    step('answered', culprit.returned ?? culprit.invoked, facts(culprit)),
  ];
}
