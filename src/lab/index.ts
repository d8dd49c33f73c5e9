export { calmRun, chaosRun, wideChaosRun } from './chaos';
export { type Finding, shrink, type Trials, type TrialsOutcome, tryRun, tryRuns } from './hunt';
export { complete, type Task } from './task';
