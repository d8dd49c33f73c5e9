export type { ClientCommand, Command, Operation } from './command';
export type { Effect, Effects, Input, Reply, Timer } from './effects';
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
export {
  type AppendEntries,
  type AppendEntriesResponse,
  type Conflict,
  isHeartbeat,
  type Message,
  type MessageType,
  type RequestVote,
  type RequestVoteResponse,
} from './message';
export { defaultOptions, isOff, type Options, RULE_SWITCHES, type RuleSwitch } from './options';
export { RULE_IDS, RULES, type Rule, type RuleId } from './rules';
export {
  boot,
  type Configuration,
  clone,
  majority,
  type Persistent,
  type Role,
  restart,
  type Server,
  type ServerId,
} from './server';
export { handle, receive, type Step, step } from './step';
