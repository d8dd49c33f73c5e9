export type { ClientOperation, Contradiction, Moment, PlacedOperation } from './client-operation';
export { checkHistory, createHistoryChecker, type HistoryChecker, type HistoryEvent } from './linearizability';
export { createMonitor, findViolations } from './monitor';
export { PROPERTY_IDS, type PropertyId, type Violation } from './property';
