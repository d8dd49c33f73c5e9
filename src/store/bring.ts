/** Opening what the reader brings along, a file or a pasted text. What cannot be opened leaves everything as it is. */
import { decodeRun, fieldsOfLink, type LinkError, linkError, runFromText } from '../share';
import type { Microseconds, Run } from '../sim';
import { readAddress } from './address';
import { type Core, notify } from './core';
import { freshRun, pleasantRun } from './fresh';
import { openRun, pastWithNow } from './session';
import type { LinkPart } from './state';

interface Found {
  readonly run: Run;
  readonly time: Microseconds;
  readonly scenario: string | null;
}

interface Fault {
  readonly part: LinkPart | null;
  readonly error: LinkError | null;
}

/**
 * Opens a run in JSON or a link of any kind. What was open comes back with `undo`.
 *
 * @param text null: it could not be read at all
 * @param name of the file that it comes from, or null
 * @returns whether it was opened; a notice says why not
 */
export function bring(core: Core, text: string | null, name: string | null): boolean {
  const found = text === null ? { part: null, error: null } : find(core, text);
  if (!('run' in found)) {
    notify(core, { type: 'notOpened', name, ...found });
    return false;
  }
  openRun(core, found.run, found.time, found.scenario, pastWithNow(core));
  notify(core, { type: 'opened', name });
  return true;
}

function find(core: Core, text: string): Found | Fault {
  const fields = fieldsOfLink(text);
  const isOther = fields !== null && !/(^|&)run=/.test(fields);
  if (isOther) return findFields(core, fields);
  const found = runFromText(text);
  if (!found.ok) return { part: null, error: linkError(found.error) };
  return { run: found.value.run, time: found.value.time ?? 0, scenario: null };
}

/** Links that name a scenario or a fresh cluster. */
function findFields(core: Core, fields: string): Found | Fault {
  const address = readAddress(fields, { decodeRun });
  if (address.type === 'none' || address.type === 'run') return { part: 'link', error: null };
  if (address.fault !== null) return address.fault;
  if (address.type === 'scenario') {
    const run = core.environment.findScenario(address.id);
    return run === null ? { part: 'scenario', error: null } : { run, time: address.time, scenario: address.id };
  }
  const { servers, seed, time } = address;
  const run = seed === null ? pleasantRun(servers, core.environment.randomSeed) : freshRun(servers, seed);
  return { run, time, scenario: null };
}
