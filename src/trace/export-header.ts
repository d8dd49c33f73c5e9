/** What the first line of raft-trace/1 says of the whole run. */
import type { Options } from '../raft';
import type { Run } from '../sim';
import type { Line } from './export-state';

/** What the run does from beginning to end; what is switched on or off under way is not promised. */
export function featuresOf(run: Run): Line {
  const all = allOptions(run);
  const preVote = all.every((options) => options.preVote);
  const stickyLeader = all.every((options) => options.stickyLeader);
  // A leader has no election timer; it starts one when it steps down.
  return { timerResetOnStepDown: true, ...(preVote ? { preVote } : {}), ...(stickyLeader ? { stickyLeader } : {}) };
}

/** The options that hold at some time of the run. */
export function allOptions({ config, actions }: Run): Options[] {
  return [config.options, ...actions.flatMap(({ action }) => (action.type === 'setOptions' ? [action.options] : []))];
}

/**
 * The interval of election timeouts, which the format leaves to those who want to tell it: with it others can judge how
 * long a server holds to a leader. Not told where timing or clocks change under way.
 */
export function timeoutOf({ config: { timing }, actions }: Run): Line {
  if (actions.some(({ action: { type } }) => type === 'setTiming' || type === 'setClock')) return {};
  return { electionTimeout: { min: timing.electionMin / 1000, max: timing.electionMax / 1000 } };
}

/** Whether timers run out, start or bend for reasons that no server has: somebody turns them, or lets a server stand. */
export function movesTimers(run: Run): boolean {
  const all = allOptions(run);
  const frees = ({ priorities, off }: Options): boolean => priorities.includes(0) || off.includes('removeSelfEarly');
  if (all.length > 1 && all.some(frees)) return true;
  return run.actions.some(({ action: { type } }) => type === 'expireTimer' || type === 'setClock');
}
