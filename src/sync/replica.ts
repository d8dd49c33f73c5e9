/**
 * One window's copy of what all agree on. Each register holds what was written last, by a count that grows with all
 * that is seen; so it does not matter whether messages are lost, come twice or in another order: once two copies have
 * told each other how far they are, they are equal.
 */
import { isLater, type Register, readMessage, type Stamp, type SyncMessage } from './message';

/** What a register may hold: the value as it is understood, or undefined for what makes no sense. */
export type Reader = (value: unknown) => unknown;

export interface Received {
  /** Names of the registers that others have changed. */
  readonly changed: readonly string[];
  /** What there is to answer, to everybody. */
  readonly answers: readonly SyncMessage[];
}

const NOTHING: Received = { changed: [], answers: [] };

export class Replica {
  private readonly registers = new Map<string, Register>();
  private readonly id: string;
  private readonly readers: Readonly<Record<string, Reader>>;
  private count = 0;

  /** @param readers of all registers; others are not taken in */
  constructor(id: string, readers: Readonly<Record<string, Reader>>) {
    this.id = id;
    this.readers = readers;
  }

  value(name: string): unknown {
    return this.registers.get(name)?.value;
  }

  /** Writes, and returns what there is to tell the others. */
  set(values: Readonly<Record<string, unknown>>): SyncMessage {
    this.count++;
    const stamp: Stamp = { count: this.count, writer: this.id };
    for (const [name, value] of Object.entries(values)) this.registers.set(name, { stamp, value });
    return this.tell(Object.keys(values));
  }

  /** Writes what counts for less than anything that anybody has written, where nothing is known. Returns what to tell. */
  offer(values: Readonly<Record<string, unknown>>): SyncMessage {
    const names = Object.keys(values).filter((name) => !this.registers.has(name));
    for (const name of names) this.registers.set(name, { stamp: { count: 0, writer: this.id }, value: values[name] });
    return this.tell(names);
  }

  /** How far this copy is. */
  have(): SyncMessage {
    const stamps = Object.fromEntries([...this.registers].map(([name, { stamp }]) => [name, stamp]));
    return { raftarium: 1, type: 'sync:have', stamps };
  }

  /** Takes in a message, whatever it is. */
  receive(data: unknown): Received {
    const message = readMessage(data);
    if (message?.type === 'sync:set') return this.takeIn(message.registers);
    return message?.type === 'sync:have' ? this.compare(message.stamps) : NOTHING;
  }

  private takeIn(registers: Readonly<Record<string, Register>>): Received {
    const changed: string[] = [];
    const older: string[] = [];
    for (const [name, { stamp, value }] of Object.entries(registers)) {
      const reader = Object.hasOwn(this.readers, name) ? this.readers[name] : undefined;
      const known = this.registers.get(name);
      const read = reader?.(value);
      if (read === undefined) continue;
      this.count = Math.max(this.count, stamp.count);
      if (isLater(stamp, known?.stamp)) {
        this.registers.set(name, { stamp, value: read });
        changed.push(name);
      } else if (known !== undefined && isLater(known.stamp, stamp)) {
        older.push(name);
      }
    }
    return { changed, answers: older.length === 0 ? [] : [this.tell(older)] };
  }

  /** Tells what the other lacks, and asks for what is lacking here. */
  private compare(stamps: Readonly<Record<string, Stamp>>): Received {
    const newer = [...this.registers].filter(([name, { stamp }]) => isLater(stamp, stamps[name]));
    const lacks = Object.entries(stamps).some(
      ([name, stamp]) => Object.hasOwn(this.readers, name) && isLater(stamp, this.registers.get(name)?.stamp),
    );
    const told = newer.length === 0 ? [] : [this.tell(newer.map(([name]) => name))];
    return { changed: [], answers: lacks ? [...told, this.have()] : told };
  }

  private tell(names: readonly string[]): SyncMessage {
    const registers: Record<string, Register> = {};
    for (const name of names) {
      const register = this.registers.get(name);
      if (register !== undefined) registers[name] = register;
    }
    return { raftarium: 1, type: 'sync:set', registers };
  }
}
