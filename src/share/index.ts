export { type LinkError, type LinkErrorCode, linkError } from './errors';
export { runFromJson, runToJson } from './json';
export { LIMITS } from './limits';
export { decodeRun, encodeRun } from './link';
export { validateRun } from './validate';
