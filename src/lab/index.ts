export { calmRun, chaosRun, wideChaosRun } from './chaos';
export { type Finding, shrink, tryRun } from './hunt';
