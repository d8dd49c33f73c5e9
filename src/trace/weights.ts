/** What transitions are about: which topics tell a reader more than others, and for how long they just happened. */
import type { RuleId } from '../raft';
import type { ActionType, Microseconds } from '../sim';

/** What a step of a recording changed, whatever rule was followed. */
export type RecordedTopic =
  | 'sawLeader'
  | 'sawCandidate'
  | 'sawPreCandidate'
  | 'sawStepDown'
  | 'sawTruncate'
  | 'sawCommit'
  | 'sawVote'
  | 'sawAppend'
  | 'sawTerm'
  | 'sawSnapshot'
  | 'sawRestart'
  | 'sawReceive'
  | 'sawTick';

/** What no rule of the protocol says. A restart has a rule of its own. */
export type EventTopic =
  | RecordedTopic
  | Exclude<ActionType, 'restart' | 'inGroup'>
  /** An election timer ran out; always followed by the rule of the election that it begins. */
  | 'electionTimer'
  | 'lose'
  | 'wait'
  | 'diskWrite'
  | 'clientAsks'
  | 'clientRetries'
  | 'clientGivesUp'
  | 'clientDone'
  | 'clientRedirected'
  | 'clientIgnores'
  /** A leader answered a read beside the log although it did not make sure that it leads. */
  | 'answersUnchecked'
  /** A pre-vote request of an older term got no answer, because that rule is broken. */
  | 'dropsPreVote'
  /** Only as a step: the last that a leader heard of a server before it lost the majority. */
  | 'lastAnswer'
  /** Only as a step: the last that a server heard of its leader before its timer ran out. */
  | 'lastHeard'
  | 'quiet';

export type Topic = RuleId | EventTopic;

/** Of several rules that fired in one step, the first one here tells the reader most. */
export const PRIORITY: readonly RuleId[] = [
  'winElection',
  'quorumLost',
  'leaveCluster',
  'rollBackConfiguration',
  'leaderStepsDown',
  'truncateConflict',
  'leaveJoint',
  'beginJoint',
  'changeMember',
  'caughtUp',
  'giveUpCatchUp',
  'installSnapshot',
  'electAtOnce',
  'yieldToPriority',
  'beginTransfer',
  'sendTimeoutNow',
  'takeSnapshot',
  'commitByCounting',
  'yieldToLeader',
  'failConsistencyCheck',
  'refuseStaleLog',
  'refuseSecondVote',
  'refuseOlderTerm',
  'electAgain',
  'beginElection',
  'askPreVote',
  'grantVote',
  'grantVoteAgain',
  'refusePreVote',
  'grantPreVote',
  'ignoreWhileLed',
  'countVote',
  'countPreVote',
  'countRefusal',
  'abandonTransfer',
  'refuseSecondChange',
  'refuseEarlyChange',
  'catchUp',
  'nextRound',
  'holdBackOldTerm',
  'acceptCommand',
  'holdForTransfer',
  'jumpBack',
  'stepBack',
  'adoptConfiguration',
  'keepAfterSnapshot',
  'ignoreOldSnapshot',
  'serveRead',
  'readByLease',
  'readStale',
  'readAwaitsOwnTerm',
  'beginRead',
  'sendSnapshot',
  'appendEntries',
  'redirectClient',
  'awaitCommand',
  'adoptNewerTerm',
  'keepEntries',
  'followCommit',
  'advanceMatch',
  'respondAfterApply',
  'applyCommitted',
  'commitEarlier',
  'appendNoop',
  'initLeader',
  'heartbeat',
  'sendEntries',
  'ignoreLateVote',
  'ignoreOlderResponse',
  'ignoreStaleResponse',
  'acceptHeartbeat',
  'stayQuiet',
  'resetTimerByVote',
  'resetTimerByLeader',
  'restartFromDisk',
  'persistBeforeSend',
];

/**
 * For how long, in virtual time, a transition stays what "just happened" while lesser things follow. Topics that are
 * not named here are trivial: they never are.
 */
export const HOLD: { readonly [T in Topic]?: Microseconds } = {
  winElection: 150_000,
  quorumLost: 150_000,
  leaveCluster: 150_000,
  leaderStepsDown: 150_000,
  rollBackConfiguration: 150_000,
  leaveJoint: 150_000,
  beginJoint: 150_000,
  changeMember: 150_000,
  giveUpCatchUp: 150_000,
  installSnapshot: 100_000,
  electAtOnce: 100_000,
  yieldToPriority: 100_000,
  beginTransfer: 100_000,
  sendTimeoutNow: 60_000,
  abandonTransfer: 100_000,
  takeSnapshot: 60_000,
  refuseSecondChange: 100_000,
  refuseEarlyChange: 100_000,
  catchUp: 100_000,
  nextRound: 60_000,
  truncateConflict: 150_000,
  beginElection: 100_000,
  electAgain: 100_000,
  askPreVote: 60_000,
  crash: 120_000,
  restartFromDisk: 100_000,
  pause: 100_000,
  resume: 100_000,
  expireTimer: 0,
  partition: 150_000,
  isolate: 150_000,
  rejoin: 100_000,
  cut: 100_000,
  repair: 100_000,
  heal: 60_000,
  hold: 100_000,
  release: 100_000,
  setClock: 100_000,
  setDisk: 100_000,
  setNetwork: 100_000,
  setLink: 100_000,
  setClients: 100_000,
  setTiming: 100_000,
  setOptions: 150_000,
  crashClient: 100_000,
  restartClient: 100_000,
  addServer: 100_000,
  changeMembers: 100_000,
  transfer: 100_000,
  compact: 60_000,
  answersUnchecked: 60_000,
  dropsPreVote: 40_000,
  drop: 60_000,
  duplicate: 60_000,
  deliver: 0,
  clientRequest: 10_000,
  commitByCounting: 80_000,
  yieldToLeader: 80_000,
  failConsistencyCheck: 60_000,
  refuseStaleLog: 60_000,
  refuseSecondVote: 60_000,
  refuseOlderTerm: 60_000,
  holdBackOldTerm: 80_000,
  ignoreWhileLed: 60_000,
  refusePreVote: 40_000,
  grantVote: 40_000,
  grantPreVote: 20_000,
  adoptConfiguration: 40_000,
  holdForTransfer: 20_000,
  readAwaitsOwnTerm: 40_000,
  serveRead: 40_000,
  readByLease: 40_000,
  readStale: 40_000,
  beginRead: 10_000,
  sendSnapshot: 20_000,
  ignoreOldSnapshot: 20_000,
  countRefusal: 20_000,
  acceptCommand: 40_000,
  jumpBack: 20_000,
  stepBack: 20_000,
  redirectClient: 20_000,
  adoptNewerTerm: 20_000,
  clientGivesUp: 60_000,
  sawLeader: 150_000,
  sawCandidate: 100_000,
  sawPreCandidate: 60_000,
  sawStepDown: 150_000,
  sawTruncate: 150_000,
  sawCommit: 80_000,
  sawVote: 40_000,
  sawAppend: 40_000,
  sawTerm: 20_000,
  sawSnapshot: 60_000,
  sawRestart: 100_000,
  appendEntries: 0,
  countVote: 0,
  countPreVote: 0,
};
