import { lazy, Suspense } from 'react';
import { useSpoken, useTexts } from '../i18n';
import { SECOND } from '../sim';
import { useAnnouncement, useAppStore, useStore } from '../store';
import { describe } from '../trace';

const Sound = lazy(async () => ({ default: (await import('./sound/Sound')).Sound }));

export interface SpokenProps {
  /** Not only how things are is said, but also what happens. */
  readonly announces: boolean;
}

/** The cluster in words, and what happens in it, for those who do not see it. */
export function SpokenWords({ announces }: SpokenProps) {
  return (
    <>
      <Description />
      {announces ? <Announcer /> : null}
      {useStore((state) => state.settings.sound) ? (
        <Suspense fallback={null}>
          <Sound />
        </Suspense>
      ) : null}
    </>
  );
}

/** The cluster in words. While playing it follows once a second. */
function Description() {
  const store = useAppStore();
  const texts = useTexts();
  const words = useSpoken();
  useStore(({ playback }) => (playback.playing ? Math.floor(playback.time / (playback.rate * SECOND)) : playback.time));
  useStore((state) => state.session.revision);
  return (
    <section className="unseen" aria-label={texts.app.regions.describe}>
      {describe(store.frame(), words.describe).map((sentence, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences are told apart by their place.
        <p key={i}>{sentence}</p>
      ))}
    </section>
  );
}

/** Politely says what happens, at most once in a second and a half. */
function Announcer() {
  const words = useSpoken();
  const said = useAnnouncement();
  return (
    <p className="unseen" aria-live="polite">
      {said === null ? '' : words.announce(said)}
    </p>
  );
}
