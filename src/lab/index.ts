export { calmRun, chaosRun, wideChaosRun } from './chaos';
export {
  COMPARISONS,
  type Comparing,
  type Comparison,
  compare,
  type Figure,
  type Measure,
} from './compare';
export * from './experiments';
export { type Exploration, type Explored, explore } from './explore';
export { type Finding, judge, lengthOf } from './finding';
export { type Trials, type TrialsOutcome, tryRun, tryRuns } from './hunt';
export { type Shrinking, shrinkAll } from './shrink';
export { complete, type Task } from './task';
