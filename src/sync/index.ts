export { digestOf, FOLLOW_READERS, type Following, followStore, type KnownRun, type TimeShown } from './follow';
export type { SyncRole } from './message';
export type { Reader } from './replica';
export { broadcastWire, createSync, type Peer, type Sync, type Wire } from './sync';
export { newToken } from './token';
