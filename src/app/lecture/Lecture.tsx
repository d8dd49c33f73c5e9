import { lazy, Suspense } from 'react';
import { useLectureWords } from '../../i18n';
import { formatTime } from '../../share';
import { storyAddress } from '../route';
import type { LectureAddress } from './address';
import { useDocumentTitle, useIdle, useLectureKeys, useLectureState, useSession, useWakeLock } from './hooks';
import { Slide } from './Slide';

const Presenter = lazy(async () => ({ default: (await import('./Presenter')).Presenter }));

/** What this window shows of the lecture: the picture alone, or all that the lecturer needs. */
export function Lecture({ address }: { readonly address: LectureAddress }) {
  const session = useSession();
  const words = useLectureWords();
  const isIdle = useIdle();
  const { title } = session.plan;
  const isPresenter = address.role === 'presenter';
  useLectureKeys(session);
  useWakeLock();
  useDocumentTitle(isPresenter ? words.presenterTitle(title) : words.title(title));
  if (isPresenter) {
    return (
      <Suspense fallback={null}>
        <Presenter />
      </Suspense>
    );
  }
  return (
    <main className={`lecture${isIdle ? ' is-idle' : ''}`}>
      <Slide />
      <LeaveLink address={address} />
    </main>
  );
}

/** Seen when the pointer moves or the focus is on it: nothing distracts the hall. */
function LeaveLink({ address }: { readonly address: LectureAddress }) {
  const words = useLectureWords();
  const { plan } = useSession();
  const { place } = useLectureState();
  const { source } = address;
  const { id, time } = plan.cues[place.index];
  const href =
    source.type === 'own' ? `#run=${source.run}&t=${formatTime(time)}` : storyAddress({ chapter: source.id, cue: id });
  return (
    <a className="lecture__leave" href={href}>
      {words.leave}
    </a>
  );
}
