import type { Scenario } from '../scenario';
import { elections } from './elections';
import { liveness } from './liveness';
import { logs } from './logs';
import { members, reading } from './members';
import { others } from './others';

export { LIVENESS_RULES, type LivenessRule } from './liveness';

/** For each rule that can be switched off, a run that shows what it is for. */
export const BREAKINGS: readonly Scenario[] = [...elections, ...logs, ...members, ...reading, ...others, ...liveness];
