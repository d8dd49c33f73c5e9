/** The base runs by name. */
import type { Base } from '../trial';
import { continents } from './continents';
import { failover } from './failover';
import { lagging } from './lagging';
import { quiet } from './quiet';
import { reads } from './reads';
import { repairs } from './repairs';
import { writes } from './writes';

export const BASES = { failover, repairs, quiet, writes, lagging, reads, continents } as const satisfies Record<
  string,
  Base
>;

export type BaseId = keyof typeof BASES;
export const BASE_IDS = Object.keys(BASES) as BaseId[];
export const baseOf = (id: BaseId): Base => BASES[id];
