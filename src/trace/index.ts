export { type Announcement, isSilent, SILENCE, summarise } from './announce';
export { commitChange, growth, isLeaderChange, truncation } from './changes';
export { type DescribeWords, describe, describeLeaders, factsOfServer, type ServerFacts } from './describe';
export { type Explanation, explain, type Step } from './explain';
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
  transitionAfter,
  transitionAt,
  transitionBefore,
  transitionOf,
  transitionsBetween,
} from './history';
export { printRun, printTransition } from './print';
export { type EventTopic, headline, headlineAt, type Topic, topicOf } from './topics';
export * from './trace';
