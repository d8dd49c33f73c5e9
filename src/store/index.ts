export { useAnnouncement } from './announcement';
export { ANNOUNCE_INTERVAL, type Announcer, createAnnouncer } from './announcer';
export { browserEnvironment, loadLinks } from './browser';
export { LECTURE_ENTRIES, type LectureEntryId, lectureEntryForKey } from './entries-lecture';
export {
  type ActionContext,
  type ActionWords,
  type DiagramControl,
  type Entry,
  GROUPS,
  type Group,
  type LectureControls,
} from './entry';
export type { Environment, Links } from './environment';
export { type ClusterSetup, SERVERS } from './fresh';
export type { GroupState } from './groups';
export { entryForKey, type KeyPress } from './keys';
export type { FrameListener } from './publisher';
export { StoreProvider, useAppStore, useFrame, useSafety, useStore, useViolation } from './react';
export { REFUSAL_REASONS, type RefusalReason, refusal } from './refusal';
export { type EntryId, entriesOf, entry, labelOf, REGISTRY } from './registry';
export type { Safety } from './safety';
export { seekFar } from './seek-far';
export * from './state';
export { type AppStore, createAppStore } from './store';
