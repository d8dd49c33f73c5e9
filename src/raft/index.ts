export { type ClientCommand, type Command, type Operation, READ_MODES, type ReadMode } from './command';
export {
  type Configuration,
  configurationOf,
  isMember,
  isQuorum,
  majority,
  membersOf,
  NOBODY,
  reachedByQuorum,
  type ServerId,
} from './configuration';
export type { ConfigurationRequest, Effect, Effects, Input, Reply, Timer } from './effects';
export {
  append,
  appendEntry,
  EMPTY_LOG,
  type Entry,
  entriesBetween,
  entryAt,
  type Index,
  isUpToDate,
  type Log,
  type Term,
  termAt,
  truncateFrom,
} from './log';
export { isChanging } from './membership';
export {
  type AppendEntries,
  type AppendEntriesResponse,
  type Conflict,
  type InstallSnapshot,
  type InstallSnapshotResponse,
  isHeartbeat,
  MESSAGE_TYPES,
  type Message,
  type MessageType,
  type PreVote,
  type PreVoteResponse,
  type RequestVote,
  type RequestVoteResponse,
  type TimeoutNow,
  verdictOf,
} from './message';
export { defaultOptions, isOff, type Options, RULE_SWITCHES, type RuleSwitch } from './options';
export { hasLease } from './reads';
export { RULE_IDS, RULES, type Rule, type RuleId } from './rules';
export { confirmedStamp } from './sending';
export {
  baseIndex,
  boot,
  type CatchUp,
  clone,
  configurationAt,
  mayStand,
  type PendingRead,
  type Persistent,
  type Placed,
  persistentPart,
  type Role,
  restart,
  type Server,
  type Snapshot,
  type Transfer,
  takeLatestConfiguration,
} from './server';
export { handle, handleClientRequest, receive, type Step, step } from './step';
