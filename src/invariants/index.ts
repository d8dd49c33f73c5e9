export {
  type ClientOperation,
  type Contradiction,
  type Moment,
  nameOf,
  type PlacedOperation,
} from './client-operation';
export { noteEvents } from './clients-see';
export { checkHistory, createHistoryChecker, type HistoryChecker, type HistoryEvent } from './linearizability';
export { createMonitor, findViolations, type Monitor } from './monitor';
export {
  type Counts,
  PROPERTY_IDS,
  type PropertyId,
  type Violation,
  type WitnessRole,
  type WitnessStep,
} from './property';
