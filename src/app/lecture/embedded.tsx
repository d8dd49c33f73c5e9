/** A lecture within a frame of another page, on the store of what the frame shows. */
import { BOOKMARKS, LECTURE, type Texts, useLectureWords } from '../../i18n';
import { LIMITS } from '../../share';
import { type Bookmark, type Microseconds, type Run, withBookmarks } from '../../sim';
import { type AppStore, loadLinks } from '../../store';
import { drawWithoutThread } from '../sources';
import { type LectureAddress, readLecture } from './address';
import { AllowsProvider, SessionProvider, useIdle, useLectureKeys, useWakeLock } from './hooks';
import { type Plan, planOfRun } from './plan';
import { Slide } from './Slide';
import { createLectureSession, type LectureSession, type Surroundings } from './session';
import './lecture.css';

export type { LecturePlace } from './player';
export { LECTURE_READERS } from './show';
export type { LectureSession, Surroundings };

/** What is told: the chapter, or else the run with these instants, where it has no bookmarks of its own. */
export interface Told {
  readonly chapter: string | null;
  readonly cue: string | null;
  readonly title: string;
  readonly moments: readonly { readonly at: Microseconds; readonly name: string }[];
  /** Of a lecture that is on its way already, what is told in it; null: what was said above. */
  readonly source: string | null;
  /** Where it was when the page was loaded anew, or null: where the store is. */
  readonly address: string | null;
}

/** What begins it, once all of it is there. Rejects where something of it cannot be fetched. */
export async function openEmbedded(
  store: AppStore,
  texts: Texts,
  told: Told,
  around: Surroundings,
): Promise<() => LectureSession> {
  const [, marks, links] = await Promise.all([
    LECTURE.load(texts.language),
    BOOKMARKS.load(texts.language),
    loadLinks(),
  ]);
  drawWithoutThread(store);
  const kept = told.address === null ? null : readLecture(told.address);
  const source = told.source === null ? null : (readLecture(told.source)?.source ?? null);
  const chapter = source === null ? told.chapter : source.type === 'chapter' ? source.id : null;
  if (chapter !== null) {
    const plan = await (await import('./chapter-plan')).loadChapterPlan(chapter, texts);
    if (plan !== null) return begin(plan, { type: 'chapter', id: chapter });
  }
  const given = source?.type === 'own' ? links.decodeRun(source.run) : null;
  const marked = given?.ok ? given.value : markedRun();
  const isSilent = (marked.bookmarks ?? []).every(({ caption, notes }) => caption === '' && notes === '');
  const plan = planOfRun(marked, told.title, marks.name);
  return begin({ ...plan, why: isSilent }, { type: 'own', run: links.encodeRun(marked) });

  function markedRun(): Run {
    const { run } = store.getState().session;
    if ((run.bookmarks ?? []).length > 0) return run;
    return withBookmarks(run, told.moments.slice(0, LIMITS.bookmarks).map(bookmarkAt));
  }

  function begin(plan: Plan, source: LectureAddress['source']): () => LectureSession {
    return () => {
      const isCue = plan.cues.some(({ id }) => id === told.cue);
      const first = { cue: isCue ? told.cue : nearest(plan, store.time()), time: store.time(), now: null };
      const { cue, time, now } = kept ?? first;
      const address = { source, cue, time, now, channel: null, role: 'audience' } as const;
      return createLectureSession(store, plan, address, around, links);
    };
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
      <AllowsProvider value={allows}>
        <Picture session={session} allows={allows} onLeave={onLeave} />
      </AllowsProvider>
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
