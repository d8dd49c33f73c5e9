export { type Announcement, isSilent, SILENCE, summarise } from './announce';
export { type Fork, forksOf } from './branches';
export {
  BREAK_FATES,
  BREAK_MESSAGES,
  BREAK_NUMBERS,
  BREAK_OUTCOMES,
  BREAK_ROLES,
  BREAK_VALUE_MAX,
  BREAKS_MAX,
  type Break,
  type BreakFacts,
  type BreakRule,
  COMPARISONS,
  type Comparison,
  decodeBreaks,
  firstBreak,
} from './breaks';
export { type CausalOrder, causalFuture, causalPast, precedes, type RowSet } from './causality';
export { commitChange, growth, isLeaderChange, truncation } from './changes';
export { Chronicle, LONG, ROWS_MAX } from './chronicle';
export {
  ARRIVED,
  EventColumns,
  FATES,
  type Fate,
  FLIGHT_KINDS,
  FLYING,
  firstAtLeast,
  KINDS,
  MessageColumns,
  SIGNS,
  type Sign,
  WAITING,
} from './chronicle-columns';
export {
  DifferenceSearch,
  type Divergence,
  differencesOf,
  divergenceOf,
  type Facet,
  firstUnlike,
  type ServerDifference,
} from './compare';
export { type DescribeWords, describe, describeLeaders, factsOfServer, type ServerFacts } from './describe';
export { type Explanation, explain, type Step, stepOf } from './explain';
export { exportInSlices, exportTrace } from './export';
export { describeOperation, type Facts, factsOf } from './facts';
export * from './frame';
export { frameAt } from './frame-at';
export {
  accompany,
  causes,
  clusterAt,
  companionAt,
  createTrace,
  differFrom,
  digestAt,
  extend,
  forgetCache,
  fork,
  isRecorded,
  traceOf,
  transitionAfter,
  transitionAt,
  transitionBefore,
  transitionOf,
  transitionsBetween,
} from './history';
export { type FlightKind, type LineKind, lineKindOf, positiveOf } from './message-kinds';
export { markAfter, markBefore } from './moments';
export { type Lookout, lengthAt, lookoutOf, paceAt } from './pace';
export { printRun, printTransition } from './print';
export { findAhead, scout } from './seeking';
export {
  type Exchange,
  exchangeIn,
  exchangeOf,
  nearestExchange,
  type Phase,
  phaseOf,
  stepRound,
  stepServer,
} from './stepping';
export { type EventTopic, headline, headlineAt, type Topic, topicOf } from './topics';
export * from './trace';
