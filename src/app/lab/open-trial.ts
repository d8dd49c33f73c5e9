import { type Experiment, type Line, type Outcome, trialRun } from '../../lab';
import { encodeRun } from '../../share';

/** Opens the very run of a trial on the stage, at the instant at which there is most to see. */
export function openTrial(experiment: Experiment, line: Line, { trial, at }: Outcome): void {
  window.location.hash = trialAddress(experiment, line, trial, at);
}

/** The address of that instant, from `#` on. */
export function trialAddress(experiment: Experiment, line: Line, trial: number, at: number): string {
  return `#run=${encodeRun(trialRun(experiment, line, trial))}&t=${at / 1000}`;
}
