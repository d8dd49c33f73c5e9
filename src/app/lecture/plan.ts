/** What is told in a lecture: cues in order, each an instant of a run with its words. */
import type { Captions } from '../../i18n';
import type { Microseconds, Run } from '../../sim';
import type { Selection } from '../../store';
import type { Figure } from '../../stories';

export interface LectureCue {
  /** Names it in the address. */
  readonly id: string;
  readonly run: Run;
  readonly scenario: string | null;
  readonly time: Microseconds;
  /** Of several Raft groups the one that is shown. */
  readonly group: number;
  /** What the audience reads; may be empty. */
  readonly caption: string;
  /** What the lecturer reads; may be empty. */
  readonly notes: string;
  /** What it is called in lists. */
  readonly name: string;
  readonly point: () => Selection | null;
  readonly figure: Figure | null;
}

export interface Plan {
  readonly title: string;
  /** At least one. */
  readonly cues: readonly LectureCue[];
  /** Logs are shown beside the stage. */
  readonly logs: boolean;
  readonly captions: Captions | null;
  /** Cues have no captions: what just happened, and why, is said instead. */
  readonly why?: boolean;
}

const NO_POINT = () => null;

/** A run with bookmarks, in their order; without any, its beginning alone. */
export function planOfRun(run: Run, title: string, nameOf: (name: string, place: number) => string): Plan {
  const cue = (time: Microseconds, i: number, name: string, caption: string, notes: string): LectureCue => ({
    id: String(i + 1),
    run,
    scenario: null,
    time,
    group: 1,
    caption,
    notes,
    name,
    point: NO_POINT,
    figure: null,
  });
  const cues = (run.bookmarks ?? []).map(({ at, name, caption, notes }, i) =>
    cue(at, i, nameOf(name, i + 1), caption, notes),
  );
  return { title, cues: cues.length > 0 ? cues : [cue(0, 0, title, '', '')], logs: true, captions: null };
}
