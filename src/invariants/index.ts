export { createMonitor, findViolations } from './monitor';
export { PROPERTY_IDS, type PropertyId, type Violation } from './property';
