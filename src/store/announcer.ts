/** Speaks to screen readers politely: sums up what happened and says so at most once in a second and a half. */
import type { Microseconds, Transition } from '../sim';
import { type Announcement, isSilent, SILENCE, summarise } from '../trace';

/** The least time between two announcements, in real milliseconds. */
export const ANNOUNCE_INTERVAL = 1500;

/** More virtual time than this between two looks is a jump: then nothing "just happened". */
const JUMP: Microseconds = 5_000_000;

export interface Announcer {
  /**
   * Takes note of where the play head is now, and returns what there is to say, or null.
   *
   * @param time the play head
   * @param revision of the session: another run is a jump
   * @param transitions gives what happened after the first time up to the second
   * @param now real time in milliseconds
   */
  look(
    time: Microseconds,
    revision: number,
    transitions: (after: Microseconds, upTo: Microseconds) => readonly Transition[],
    now: number,
  ): Announcement | null;
}

export function createAnnouncer(): Announcer {
  let seen: { readonly time: Microseconds; readonly revision: number } | null = null;
  let pending: Announcement = SILENCE;
  let spokeAt = Number.NEGATIVE_INFINITY;
  return {
    look(time, revision, transitions, now) {
      // An action replaces the run at the play head: what it did lies exactly there.
      const isAction = seen !== null && seen.revision !== revision && time - seen.time <= 1 && time >= seen.time;
      const isOn = seen !== null && seen.revision === revision && time >= seen.time && time - seen.time <= JUMP;
      if (seen !== null && (isOn || isAction)) {
        pending = summarise(pending, transitions(isAction ? time - 1 : seen.time, time));
      } else {
        pending = SILENCE;
      }
      seen = { time, revision };
      if (isSilent(pending) || now - spokeAt < ANNOUNCE_INTERVAL) return null;
      const said = pending;
      pending = SILENCE;
      spokeAt = now;
      return said;
    },
  };
}
