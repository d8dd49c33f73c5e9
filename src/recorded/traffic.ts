/** Messages under way in a recording: each copy with its fate, which later lines tell. */
import type { Message } from '../raft';
import { type Flight, LOSS_PROGRESS, type LossReason, lossTime, type Microseconds, type Sequence } from '../sim';
import type { Item } from './recording';
import type { OpenStep } from './steps';

type OpenFlight = { -readonly [Name in keyof Flight]: Flight[Name] };

interface Copy {
  readonly flight: OpenFlight;
  state: 'open' | 'received' | 'lost';
}

/** What is taken for the time of travel where no message tells it. */
const LATENCY: Microseconds = 10_000;

const NEVER = Number.POSITIVE_INFINITY;

export class Traffic {
  private readonly copies = new Map<number, Copy[]>();
  private readonly all: Copy[] = [];
  private readonly latencies: Microseconds[] = [];
  /** Keys given to copies so far. */
  private keys = 0;

  /** Messages of which a line says that they were sent. */
  get sent(): number {
    return this.copies.size;
  }

  isKnown(id: number): boolean {
    return this.copies.has(id);
  }

  /** The message with an id, however often it has arrived; null: it was not sent. */
  message(id: number): Message | null {
    return (this.copies.get(id)?.[0].flight.packet as Message | undefined) ?? null;
  }

  send(message: Message, at: Microseconds, cause: Sequence): Flight {
    const copy = this.add(message, at, cause);
    this.copies.set(message.id, [copy]);
    return copy.flight;
  }

  /** One more copy, which has come as far as the first; null: there is no such message. */
  duplicate(id: number): Flight | null {
    const known = this.copies.get(id);
    if (known === undefined) return null;
    const { packet, sentAt, cause } = known[0].flight;
    const copy = this.add(packet as Message, sentAt, cause);
    known.push(copy);
    return copy.flight;
  }

  /** The copy that arrives; null: none is left. */
  receive(id: number, at: Microseconds): Flight | null {
    const copy = this.copies.get(id)?.find(({ state }) => state === 'open');
    if (copy === undefined) return null;
    const { flight } = copy;
    copy.state = 'received';
    flight.arrivesAt = at;
    flight.due = at;
    this.latencies.push(at - flight.sentAt);
    return flight;
  }

  /** The copy that is lost, where the drawing of lost messages has it; null: none is left. */
  drop(id: number, at: Microseconds, reason: LossReason): Flight | null {
    const copy = this.copies.get(id)?.findLast(({ state }) => state === 'open');
    if (copy === undefined) return null;
    const { flight } = copy;
    copy.state = 'lost';
    flight.due = at;
    flight.arrivesAt = flight.sentAt + Math.ceil((at - flight.sentAt) / LOSS_PROGRESS);
    if (reason === 'cut' || reason === 'loss') flight.doom = reason;
    return flight;
  }

  /** A message that is received and of which nothing else is told: it is there for that instant only. */
  sudden(message: Message, at: Microseconds): Flight {
    return { ...this.add(message, at, 0, false).flight, arrivesAt: at, due: at };
  }

  /**
   * Has what nobody heard of again be lost after the usual time, with the next step; what was sent shortly before the
   * end stays under way.
   *
   * @returns how many were lost so
   */
  settle(steps: readonly OpenStep[], end: Microseconds): number {
    const latency = middle(this.latencies) ?? LATENCY;
    let lost = 0;
    let next = 0;
    for (const { flight, state } of this.all) {
      if (state !== 'open') continue;
      flight.arrivesAt = flight.sentAt + Math.max(1, latency);
      flight.due = flight.arrivesAt;
      if (flight.arrivesAt > end) continue;
      const wanted = lossTime(flight.sentAt, flight.arrivesAt);
      while (steps[next].at < wanted) next++;
      flight.doom = 'loss';
      flight.due = steps[next].at;
      const item: Item = { type: 'lose', flight, reason: 'loss' };
      steps[next].items.push(item);
      lost++;
    }
    return lost;
  }

  private add(packet: Message, sentAt: Microseconds, cause: Sequence, isKept = true): Copy {
    const key = ++this.keys;
    const copy: Copy = {
      flight: { key, packet, sentAt, arrivesAt: NEVER, due: NEVER, doom: null, cause },
      state: 'open',
    };
    if (isKept) this.all.push(copy);
    return copy;
  }
}

function middle(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
