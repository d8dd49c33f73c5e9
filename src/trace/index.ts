export { commitChange, growth, isLeaderChange, truncation } from './changes';
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
export * from './trace';
