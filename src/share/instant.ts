/** Instants as links have them: milliseconds with up to three decimals. */
import type { Microseconds } from '../sim';
import { LIMITS } from './limits';

/** Virtual time as milliseconds with up to three decimals, as short as possible. */
export function formatTime(time: Microseconds): string {
  return String(Math.round(time) / 1000);
}

/** The inverse of `formatTime`: 0 for nothing, null for what is not a time within `LIMITS.time`. */
export function readTime(text: string | null): Microseconds | null {
  if (text === null) return 0;
  const match = /^(\d{1,10})(?:\.(\d{1,3}))?$/.exec(text);
  if (match === null) return null;
  const time = Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0'));
  return time <= LIMITS.time ? time : null;
}
