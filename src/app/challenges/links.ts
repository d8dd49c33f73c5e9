import { encodeRun, formatTime } from '../../share';
import type { Run } from '../../sim';

/** The address of an instant of a run, from `#` on. */
export function runAddress({ run, time }: { readonly run: Run; readonly time: number }): string {
  return `#run=${encodeRun(run)}&t=${formatTime(time)}`;
}
