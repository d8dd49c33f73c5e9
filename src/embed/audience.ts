/** An audience: what it does is heard by nobody, and what it hears puts all of it right, whatever has been done here. */
import { FOLLOW_READERS, type Sync, type TimeShown } from '../sync';

/** Virtual per real time at the most, where the speed chooses itself. */
const RATE_MOST = 10;
/** An instant may be said so much too late, in real milliseconds. */
const SLACK = 200;

export interface Audience {
  readonly sync: Sync;
  /** Something was done here, and nothing elsewhere since. */
  hasStrayed(): boolean;
}

/**
 * While it only goes on with what others have begun, it tells how far that is: one that leads and is out of sight gets
 * no frames, and goes on by that.
 */
export function audienceOf(sync: Sync, now: () => number): Audience {
  const all = [...Object.keys(FOLLOW_READERS), 'place'];
  let strayed = false;
  let heardAt = now();
  const known = () => sync.value('time') as TimeShown | undefined;
  return {
    hasStrayed: () => strayed,
    sync: {
      ...sync,
      set: (values) => {
        if (Object.keys(values).length > 0 && !isPace(values, known())) strayed = true;
      },
      offer: () => undefined,
      goOn: (values) => {
        strayed ||= !isOn(values.time as TimeShown, known(), now() - heardAt);
        if (strayed) return;
        heardAt = now();
        sync.goOn(values);
      },
      subscribe: (listener) =>
        sync.subscribe((changed) => {
          if (changed.length > 0) {
            strayed = false;
            heardAt = now();
          }
          listener(changed.length === 0 ? [] : all.filter((name) => sync.value(name) !== undefined));
        }),
    },
  };
}

/** Still playing: only its speed is another, which `isOn` looks at. */
function isPace(values: Readonly<Record<string, unknown>>, known: TimeShown | undefined): boolean {
  const { time, ...others } = values;
  return Object.keys(others).length === 0 && known?.playing === true && (time as TimeShown).playing;
}

/**
 * Whether an instant is what has come of the one that was said last.
 *
 * @param elapsed since that, in real milliseconds
 */
export function isOn(next: TimeShown, last: TimeShown | undefined, elapsed: number): boolean {
  if (last === undefined || !last.playing || next.auto !== last.auto) return false;
  if (!next.auto && next.rate !== last.rate) return false;
  const most = (elapsed + SLACK) * 1000 * (next.auto ? RATE_MOST : next.rate);
  return next.time >= last.time && next.time - last.time <= most;
}
