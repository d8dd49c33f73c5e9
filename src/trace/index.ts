export { commitChange, growth, isLeaderChange, truncation } from './changes';
export { exportTrace } from './export';
export * from './frame';
export { frameAt } from './frame-at';
export {
  causes,
  clusterAt,
  createTrace,
  digestAt,
  extend,
  fork,
  transitionAfter,
  transitionAt,
  transitionBefore,
  transitionOf,
  transitionsBetween,
} from './history';
export { printRun, printTransition } from './print';
export * from './trace';
