/** The address that opens an instant of a run, without what is written for the lecturer. */
import { encodeRun, formatTime } from '../../share';
import { type Microseconds, type Run, withBookmarks } from '../../sim';

export function linkOfInstant(run: Run, time: Microseconds): string {
  // A frame in another page lies beside the page that opens runs.
  const page = window.location.href.split('#')[0].replace(/embed\.html(\?.*)?$/, '');
  return `${page}#run=${encodeRun(withBookmarks(run, []))}&t=${formatTime(time)}`;
}
