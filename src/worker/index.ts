export { browserPool } from './browser';
export { Cancelled, type JobOptions } from './job';
export { localPort } from './local';
export type { FromWorker, Port, ToWorker } from './message';
export { createPool, type Pool, type RunningJob } from './pool';
export { serve } from './serve';
export type { InputOf, OutputOf, ProgressOf, TaskName } from './tasks';
