/** Which stream of draws serves what. A stream per purpose and place, so that one changed action moves few draws. */
import { LINK_STRIDE } from './cluster';

const LINKS = LINK_STRIDE * LINK_STRIDE;

export const electionStream = (server: number): number => 100 + server;
export const diskStream = (server: number): number => 200 + server;
export const clientStream = (client: number): number => 300 + client;

/** Streams of one directed link, one for each decision about a message. */
export const latencyStream = (at: number): number => 1000 + at;
export const spreadStream = (at: number): number => 1000 + LINKS + at;
export const lossStream = (at: number): number => 1000 + 2 * LINKS + at;
export const duplicationStream = (at: number): number => 1000 + 3 * LINKS + at;
/** Latency of the copy of a duplicated message. */
export const copyStream = (at: number): number => 1000 + 4 * LINKS + at;
