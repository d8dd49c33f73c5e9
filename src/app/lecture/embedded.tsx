/** A lecture within a frame of another page, on the store of what the frame shows. */
import { BOOKMARKS, LECTURE, type Texts, useLectureWords } from '../../i18n';
import { LIMITS } from '../../share';
import { type Bookmark, type Microseconds, withBookmarks } from '../../sim';
import { type AppStore, loadLinks } from '../../store';
import { drawWithoutThread } from '../sources';
import { type LectureAddress, readLecture } from './address';
import { SessionProvider, useIdle, useLectureKeys, useWakeLock } from './hooks';
import { type Plan, planOfRun } from './plan';
import { Slide } from './Slide';
import { createLectureSession, type LectureSession, type Surroundings } from './session';
import './lecture.css';

export type { LectureSession, Surroundings };

/** What is told: the chapter, or else the run with these instants, where it has no bookmarks of its own. */
export interface Told {
  readonly chapter: string | null;
  readonly cue: string | null;
  readonly title: string;
  readonly moments: readonly { readonly at: Microseconds; readonly name: string }[];
  /** Where it was when the page was loaded anew, or null. */
  readonly address: string | null;
}

/** Rejects where something of it cannot be fetched. */
export async function openEmbedded(
  store: AppStore,
  texts: Texts,
  told: Told,
  around: Surroundings,
): Promise<LectureSession> {
  const [, marks, links] = await Promise.all([
    LECTURE.load(texts.language),
    BOOKMARKS.load(texts.language),
    loadLinks(),
  ]);
  drawWithoutThread(store);
  const kept = told.address === null ? null : readLecture(told.address);
  if (told.chapter !== null) {
    const plan = await (await import('./chapter-plan')).loadChapterPlan(told.chapter, texts);
    if (plan !== null) return begin(plan, { type: 'chapter', id: told.chapter });
  }
  const { run } = store.getState().session;
  const ownMarks = run.bookmarks ?? [];
  const marked =
    ownMarks.length > 0 ? run : withBookmarks(run, told.moments.slice(0, LIMITS.bookmarks).map(bookmarkAt));
  const plan = planOfRun(marked, told.title, marks.name);
  return begin({ ...plan, why: ownMarks.length === 0 }, { type: 'own', run: links.encodeRun(marked) });

  function begin(plan: Plan, source: LectureAddress['source']): LectureSession {
    const first = { source, cue: told.cue ?? nearest(plan, store.time()), time: store.time(), now: null };
    const address = kept === null ? first : { ...first, cue: kept.cue, time: kept.time, now: kept.now };
    return createLectureSession(store, plan, { ...address, channel: null, role: 'audience' }, around, links);
  }
}

const bookmarkAt = ({ at, name }: { readonly at: Microseconds; readonly name: string }): Bookmark => ({
  at,
  name,
  caption: '',
  notes: '',
});

/** The last cue that is not after the instant. */
const nearest = ({ cues }: Plan, time: Microseconds): string =>
  (cues.findLast((cue) => cue.time <= time) ?? cues[0]).id;

/** What the hall sees, and the way out, which is seen while the pointer moves. */
export function EmbeddedLecture({
  session,
  allows,
  onLeave,
}: {
  readonly session: LectureSession;
  readonly allows: (id: string) => boolean;
  readonly onLeave: () => void;
}) {
  return (
    <SessionProvider value={session}>
      <Picture session={session} allows={allows} onLeave={onLeave} />
    </SessionProvider>
  );
}

function Picture({ session, allows, onLeave }: Parameters<typeof EmbeddedLecture>[0]) {
  const words = useLectureWords();
  const isIdle = useIdle();
  useLectureKeys(session, allows);
  useWakeLock();
  return (
    <main className={`lecture${isIdle ? ' is-idle' : ''}`}>
      <Slide />
      <button type="button" className="lecture__leave" onClick={onLeave}>
        {words.leave}
      </button>
    </main>
  );
}
