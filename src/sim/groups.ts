/**
 * Several Raft groups on the same servers, as systems have them that split their data (Multi-Raft). Each group is a
 * cluster of its own, with its own timers, messages, leader, log and clients; all of them share the computers and the
 * network, so what is done to those happens to every group. A group is a run like any other, made from the whole one.
 */
import { draw } from '../base';
import { type Action, OWN_ACTIONS, type OwnAction, type PlainAction, type RecordedAction, type Run } from './run';

/** The stream from which the seeds of the other groups are drawn. */
const SEEDS = 900;

/**
 * The run of one of the groups: the same servers and network, what was done to them, and what was done to this group.
 *
 * @param group from 1; the first group is the run itself, without what was done to the others
 */
export function groupRun(run: Run, group: number): Run {
  if (run.config.groups === 1) return run;
  const seed = group === 1 ? run.seed : draw(run.seed, SEEDS + group, 0);
  const actions = run.actions.flatMap((recorded): RecordedAction[] => {
    const action = actionIn(recorded.action, group);
    return action === null ? [] : [{ at: recorded.at, action }];
  });
  return { ...run, seed, actions };
}

/** What a recorded action does to a group, or null. */
function actionIn(action: Action, group: number): PlainAction | null {
  if (action.type === 'inGroup') return action.group === group ? action.action : null;
  return group === 1 || !isOwn(action) ? action : null;
}

/** The action as the whole run records it when it is done to a group. */
export function actionOf(action: PlainAction, group: number): Action {
  return group > 1 && isOwn(action) ? { type: 'inGroup', group, action } : action;
}

export function isOwn(action: Action): action is OwnAction {
  return (OWN_ACTIONS as readonly string[]).includes(action.type);
}
