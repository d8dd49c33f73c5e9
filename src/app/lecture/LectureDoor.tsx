import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { BOOKMARKS, type BookmarkWords, LECTURE, type LectureWords, type Texts, useTexts } from '../../i18n';
import { type AppStore, type Links, loadLinks, useAppStore } from '../../store';
import { Button } from '../../ui';
import { type LectureAddress, readLecture } from './address';
import { SessionProvider } from './hooks';
import { Lecture } from './Lecture';
import { type Plan, planOfRun } from './plan';
import { createLectureSession, type LectureSession, type Surroundings } from './session';
import './lecture.css';

// A page that is loaded anew in the middle of a chapter fetches it while the page is still being put up.
const { source } = readLecture(window.location.hash) ?? { source: null };
if (source?.type === 'chapter') {
  import('./chapter-plan').then(({ fetchChapter }) => fetchChapter(source.id)).catch(() => undefined);
}

interface Fault {
  readonly type: 'fault';
  readonly fault: 'notFound' | 'damaged' | 'failed';
}

type Found =
  | { readonly type: 'loading' }
  | Fault
  | { readonly type: 'lecture'; readonly session: LectureSession; readonly address: LectureAddress };

/** A chapter or a run with bookmarks, for a hall. */
export function LectureDoor({ address }: { readonly address: string }) {
  const texts = useTexts();
  const store = useAppStore();
  const [tries, setTries] = useState(0);
  const [found, setFound] = useState<Found>({ type: 'loading' });
  // It is fetched from the first drawing on: an effect would wait until the empty page has been painted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try loads anew.
  const opening = useMemo(() => open(address, store, texts), [address, store, texts, tries]);
  useEffect(() => {
    let wanted = true;
    let session: LectureSession | null = null;
    opening.then(
      (opened) => {
        if (!wanted) return;
        if (opened.type === 'fault') {
          setFound(opened);
          return;
        }
        session = opened.start();
        setFound({ type: 'lecture', session, address: opened.address });
      },
      () => {
        if (wanted) setFound({ type: 'fault', fault: 'failed' });
      },
    );
    return () => {
      wanted = false;
      session?.dispose();
    };
  }, [opening]);
  const words = LECTURE.loaded(texts.language);
  if (found.type === 'lecture') {
    return (
      <SessionProvider value={found.session}>
        <Lecture address={found.address} />
      </SessionProvider>
    );
  }
  if (words === undefined || found.type === 'loading') return <Blank>{words?.loading}</Blank>;
  return (
    <Blank>
      {words[found.fault]}
      {found.fault === 'failed' ? <Button onClick={() => setTries(tries + 1)}>{words.again}</Button> : null}
      <a href="#learn">{words.leave}</a>
    </Blank>
  );
}

function Blank({ children }: { readonly children: ReactNode }) {
  return (
    <main className="lecture lecture--blank">
      <div role="status">{children}</div>
    </main>
  );
}

interface Opened {
  readonly type: 'opened';
  readonly address: LectureAddress;
  readonly start: () => LectureSession;
}

/** While the language changes, the address says where the lecture was. */
async function open(first: string, store: AppStore, texts: Texts): Promise<Opened | Fault> {
  const [words, marks, links] = await Promise.all([
    LECTURE.load(texts.language),
    BOOKMARKS.load(texts.language),
    loadLinks(),
  ]);
  const address = readLecture(isLecture(window.location.hash) ? window.location.hash : first);
  if (address === null) return { type: 'fault', fault: 'notFound' };
  const plan = await planOf(address, texts, { words, marks, links });
  if (plan === null) return { type: 'fault', fault: address.source.type === 'own' ? 'damaged' : 'notFound' };
  return { type: 'opened', address, start: () => createLectureSession(store, plan, address, surroundings(), links) };
}

const isLecture = (hash: string) => readLecture(hash) !== null;

async function planOf(
  { source }: LectureAddress,
  texts: Texts,
  { words, marks, links }: { readonly words: LectureWords; readonly marks: BookmarkWords; readonly links: Links },
): Promise<Plan | null> {
  if (source.type === 'own') {
    const run = links.decodeRun(source.run);
    return run.ok ? planOfRun(run.value, words.own, marks.name) : null;
  }
  return (await import('./chapter-plan')).loadChapterPlan(source.id, texts);
}

function surroundings(): Surroundings {
  return {
    hidden: () => document.hidden,
    clock: () => Date.now(),
    token: () => crypto.getRandomValues(new Uint32Array(2)).join('-'),
    kept: window.history.state,
    replaceState: (state, address) => {
      try {
        window.history.replaceState(state, '', address);
      } catch {
        // Too many changes in a short time, or a sandbox: the next change tries again.
      }
    },
    onLeave: (listener) => {
      window.addEventListener('pagehide', listener);
      return () => window.removeEventListener('pagehide', listener);
    },
    openWindow: (address, name) => {
      window.open(`${window.location.href.split('#')[0]}${address}`, name, 'popup,width=1200,height=760');
    },
  };
}
