export { type LinkError, type LinkErrorCode, linkError } from './errors';
export { formatTime, readTime } from './instant';
export { runFromJson, runToJson } from './json';
export { LIMITS } from './limits';
export { decodeRun, encodeRun } from './link';
export { fieldsOfLink, type RunFromOutside, runFromText } from './outside';
export { validateRun } from './validate';
