/** The runs of all scenarios, apart because they are loaded with the first that an address names. */
import { findScenario } from '../scenarios';
import type { Run } from '../sim';

export const runOfScenario = (id: string): Run | null => findScenario(id)?.run ?? null;
