export { AssertionError, assert, exhaustive } from './assert';
export { clamp } from './clamp';
export { copyOf } from './copy';
export { digestText } from './digest';
export { isRecord } from './is-record';
export { draw, drawBetween } from './prng';
export { failure, type Result, success } from './result';
