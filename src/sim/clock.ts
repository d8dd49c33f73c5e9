/** What a server's own clock shows. Protocols use it for lengths of time only; its offset is for people. */
import type { Host } from './cluster';
import type { Microseconds } from './run';

/** The clock of a host without its offset: never goes back, whatever is done to its rate. */
export function localClock({ clockRate, clockSetAt, clockThen }: Host, now: Microseconds): Microseconds {
  if (clockRate === 1_000_000) return clockThen + now - clockSetAt;
  return clockThen + Math.floor(((now - clockSetAt) * clockRate) / 1_000_000);
}
