/**
 * The address of a lecture names what is told, the cue, and the exact instant, so that reloading changes nothing:
 * `#lecture=<chapter>&cue=<id>&t=<ms>` or `#lecture=own&run=<run>&cue=<number>&t=<ms>`. `now`: the run on stage where the
 * lecturer has improvised; `with`: the channel on which windows follow one another; `role`: what this window shows.
 */
import { formatTime, LIMITS, readTime } from '../../share';
import type { Microseconds } from '../../sim';

export interface LectureAddress {
  readonly source:
    | { readonly type: 'chapter'; readonly id: string }
    /** A run with bookmarks, as in a link. */
    | { readonly type: 'own'; readonly run: string };
  /** A cue of the chapter, or a bookmark by its number from 1; null: the first. */
  readonly cue: string | null;
  /** Null: that of the cue. */
  readonly time: Microseconds | null;
  readonly now: string | null;
  readonly channel: string | null;
  readonly role: 'presenter' | 'audience';
}

const NAME = /^[a-z0-9-]{1,60}$/;
const RUN = /^[\w-]+$/;

/** Null for what names no lecture. What else is wrong in it is left out. */
export function readLecture(hash: string): LectureAddress | null {
  if (hash.length > 2 * LIMITS.link) return null;
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const of = (name: string, shape: RegExp) => {
    const text = fields.get(name);
    return text !== null && shape.test(text) ? text : null;
  };
  const id = of('lecture', NAME);
  const run = of('run', RUN);
  if (id === null || (id === 'own' && run === null)) return null;
  return {
    source: id === 'own' && run !== null ? { type: 'own', run } : { type: 'chapter', id },
    cue: of('cue', NAME),
    time: fields.has('t') ? readTime(fields.get('t')) : null,
    now: of('now', RUN),
    channel: of('with', NAME),
    role: fields.get('role') === 'presenter' ? 'presenter' : 'audience',
  };
}

export function writeLecture({ source, cue, time, now, channel, role }: LectureAddress): string {
  const fields = [
    source.type === 'own' ? `lecture=own&run=${source.run}` : `lecture=${source.id}`,
    cue === null ? null : `cue=${cue}`,
    time === null ? null : `t=${formatTime(time)}`,
    now === null ? null : `now=${now}`,
    channel === null ? null : `with=${channel}`,
    role === 'audience' ? null : `role=${role}`,
  ];
  return `#${fields.filter((field) => field !== null).join('&')}`;
}
