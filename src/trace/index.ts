export { type Announcement, isSilent, SILENCE, summarise } from './announce';
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
export { printRun, printTransition } from './print';
export { type EventTopic, headline, headlineAt, type Topic, topicOf } from './topics';
export * from './trace';
