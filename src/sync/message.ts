/** What windows that follow one another say, and the one door through which it comes in. */

import { isRecord } from '../base';

/** When something was written: a count that only grows, and between equal counts the writer's name. */
export interface Stamp {
  readonly count: number;
  readonly writer: string;
}

/** A thing that all windows agree on: the latest that somebody wrote. */
export interface Register {
  readonly stamp: Stamp;
  readonly value: unknown;
}

export const ROLES = ['presenter', 'audience', 'preview'] as const;
export type SyncRole = (typeof ROLES)[number];

export type SyncMessage =
  /** Here is what I know of these registers. */
  | { readonly raftarium: 1; readonly type: 'sync:set'; readonly registers: Readonly<Record<string, Register>> }
  /** This is how far I am: who knows more tells me, who knows less asks. */
  | { readonly raftarium: 1; readonly type: 'sync:have'; readonly stamps: Readonly<Record<string, Stamp>> }
  /** I am here. `digest`: of the state that I show at rest, so that others see whether they show the same. */
  | {
      readonly raftarium: 1;
      readonly type: 'sync:here';
      readonly id: string;
      readonly role: SyncRole;
      readonly digest: string;
    }
  | { readonly raftarium: 1; readonly type: 'sync:bye'; readonly id: string };

const COUNT_MOST = 2 ** 50;
const ID_MOST = 40;
const REGISTERS_MOST = 32;

/** The message, or null for what is none. Values of registers are still to be checked by who knows them. */
export function readMessage(data: unknown): SyncMessage | null {
  if (!isRecord(data) || data.raftarium !== 1) return null;
  switch (data.type) {
    case 'sync:set': {
      const registers = readTable(data.registers, readRegister);
      return registers === null ? null : { raftarium: 1, type: 'sync:set', registers };
    }
    case 'sync:have': {
      const stamps = readTable(data.stamps, readStamp);
      return stamps === null ? null : { raftarium: 1, type: 'sync:have', stamps };
    }
    case 'sync:here': {
      const { id, role, digest } = data;
      if (!isId(id) || !isId(digest) || !ROLES.includes(role as SyncRole)) return null;
      return { raftarium: 1, type: 'sync:here', id, role: role as SyncRole, digest };
    }
    case 'sync:bye':
      return isId(data.id) ? { raftarium: 1, type: 'sync:bye', id: data.id } : null;
    default:
      return null;
  }
}

/** Whether the first was written after the second. */
export function isLater(a: Stamp, b: Stamp | undefined): boolean {
  if (b === undefined) return true;
  return a.count !== b.count ? a.count > b.count : a.writer > b.writer;
}

function readTable<Item>(value: unknown, read: (item: unknown) => Item | null): Readonly<Record<string, Item>> | null {
  if (!isRecord(value)) return null;
  const entries = Object.entries(value);
  if (entries.length > REGISTERS_MOST) return null;
  const found: [string, Item][] = [];
  for (const [name, item] of entries) {
    const known = isId(name) ? read(item) : null;
    if (known === null) return null;
    found.push([name, known]);
  }
  return Object.fromEntries(found);
}

function readRegister(value: unknown): Register | null {
  const stamp = isRecord(value) ? readStamp(value.stamp) : null;
  return stamp === null || !isRecord(value) ? null : { stamp, value: value.value };
}

function readStamp(value: unknown): Stamp | null {
  if (!isRecord(value)) return null;
  const { count, writer } = value;
  if (!Number.isSafeInteger(count) || (count as number) < 0 || (count as number) > COUNT_MOST || !isId(writer)) {
    return null;
  }
  return { count: count as number, writer };
}

const isId = (value: unknown): value is string => typeof value === 'string' && value.length <= ID_MOST;
