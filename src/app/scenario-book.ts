/** The scenarios, loaded when the first address or text names one. */
import type { Run } from '../sim';

let find: (id: string) => Run | null = () => null;

/** The run of a scenario that has been loaded, or null. */
export function scenarioRun(id: string): Run | null {
  return find(id);
}

/** Does the work; before it, where the text names a scenario, loads them all. What fails is as if there were none. */
export async function withScenarios<T>(text: string, work: () => T): Promise<T> {
  if (/[#&]scenario=/.test(text)) await loadScenarios().catch(() => undefined);
  return work();
}

async function loadScenarios(): Promise<void> {
  const { findScenario } = await import('../scenarios');
  find = (id) => findScenario(id)?.run ?? null;
}
