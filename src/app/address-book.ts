/** What addresses are read with, loaded with the first that needs it: the scenarios, and the code of links. */
import type { Run } from '../sim';
import { type Links, loadLinks } from '../store';

let find: (id: string) => Run | null = () => null;
let links: Links | null = null;

/** The run of a scenario that has been loaded, or null. */
export function scenarioRun(id: string): Run | null {
  return find(id);
}

/** What reads and writes links, or null before it has been loaded. */
export function loadedLinks(): Links | null {
  return links;
}

/**
 * Does the work; before it, where the address names a scenario, loads them all. What fails is as if there were none.
 * Where it names a run, loads what reads it, and rejects when that fails: the work would lose the run.
 */
export async function whenLegible(hash: string, work: () => void): Promise<void> {
  await learnScenarios(hash);
  if (/[#&]run=/.test(hash)) links ??= await loadLinks();
  work();
}

/** Loads the scenarios where a text names one. What fails is as if there were none. */
export async function learnScenarios(text: string): Promise<void> {
  if (/[#&]scenario=/.test(text)) await loadScenarios().catch(() => undefined);
}

async function loadScenarios(): Promise<void> {
  find = (await import('./scenario-runs')).runOfScenario;
}
