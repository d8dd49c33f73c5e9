/** The address names the run and the instant: `#run=<text>&t=<milliseconds>`. Whatever else it says, nothing throws. */
import { formatTime, LIMITS, type LinkError, linkError, readTime } from '../share';
import type { Microseconds, Run } from '../sim';
import type { Links } from './environment';
import { SERVERS } from './fresh';
import type { LinkPart } from './state';

export type Address =
  /** The address says nothing: a first visit. */
  | { readonly type: 'none' }
  | {
      readonly type: 'run';
      readonly run: Run;
      readonly time: Microseconds;
      /** Which of several groups is shown, from 1. */
      readonly group: number;
      readonly fault: LinkFault | null;
    }
  | {
      readonly type: 'fresh';
      readonly servers: number;
      readonly seed: number | null;
      readonly time: Microseconds;
      readonly fault: LinkFault | null;
    }
  | { readonly type: 'scenario'; readonly id: string; readonly time: Microseconds; readonly fault: LinkFault | null };

/** What is wrong with a link. */
export interface LinkFault {
  readonly part: LinkPart;
  /** Of a run that cannot be read: what exactly is wrong with it. */
  readonly error: LinkError | null;
}

/** Longer addresses are not read. */
const LENGTH_MAX = LIMITS.link + 1000;

const SEEDS = 2 ** 32;

/** Reads the part of an address from `#` on. */
export function readAddress(hash: string, { decodeRun }: Pick<Links, 'decodeRun'>): Address {
  const text = hash.startsWith('#') ? hash.slice(1) : hash;
  if (text === '') return { type: 'none' };
  if (text.length > LENGTH_MAX) return fresh({ part: 'link', error: null });
  const fields = new URLSearchParams(text);
  const time = readTime(fields.get('t'));
  const timeFault: LinkFault | null = time === null ? { part: 'time', error: null } : null;
  const encoded = fields.get('run');
  if (encoded !== null) {
    const run = decodeRun(encoded);
    if (!run.ok) return fresh({ part: 'run', error: linkError(run.error) });
    const group = readInteger(fields.get('g'), 1, run.value.config.groups) ?? 1;
    return { type: 'run', run: run.value, time: time ?? 0, group, fault: timeFault };
  }
  const id = fields.get('scenario');
  if (id !== null) return { type: 'scenario', id, time: time ?? 0, fault: timeFault };
  if (fields.has('servers') || fields.has('seed')) return readFresh(fields, time ?? 0, timeFault);
  return fields.has('t') ? fresh({ part: 'link', error: null }) : { type: 'none' };
}

/** The address of an instant of a run, from `#` on, as the space-time diagram or on the stage. */
export function writeAddress(
  run: Run,
  time: Microseconds,
  { encodeRun }: Pick<Links, 'encodeRun'>,
  diagram = false,
): string {
  return `#run=${encodeRun(run)}&t=${formatTime(time)}${diagram ? '&view=diagram' : ''}`;
}

/** Whether an address opens the space-time diagram. */
export const namesDiagram = (hash: string): boolean => /&view=diagram(?:&|$)/.test(hash);

function readFresh(fields: URLSearchParams, time: Microseconds, timeFault: LinkFault | null): Address {
  const servers = readInteger(fields.get('servers'), SERVERS.min, SERVERS.max);
  const seed = readInteger(fields.get('seed'), 0, SEEDS - 1);
  const fault = (value: number | null, part: LinkPart): LinkFault | null =>
    value === null && fields.has(part) ? { part, error: null } : null;
  return {
    type: 'fresh',
    servers: servers ?? SERVERS.usual,
    seed,
    // Without its seed a cluster is another one each time, and an instant of it says nothing.
    time: seed === null ? 0 : time,
    fault: fault(servers, 'servers') ?? fault(seed, 'seed') ?? timeFault,
  };
}

function readInteger(text: string | null, min: number, max: number): number | null {
  if (text === null || !/^\d{1,10}$/.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}

function fresh(fault: LinkFault): Address {
  return { type: 'fresh', servers: SERVERS.usual, seed: null, time: 0, fault };
}
