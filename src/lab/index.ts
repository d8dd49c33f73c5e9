export { calmRun, chaosRun } from './chaos';
export { type Finding, shrink, tryRun } from './hunt';
