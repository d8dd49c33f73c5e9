import { useTexts } from '../i18n';
import { SECOND } from '../sim';
import { useAnnouncement, useAppStore, useStore } from '../store';
import { describe } from '../trace';

/** The cluster in words, for those who do not see it. While playing it follows once a second. */
export function Description() {
  const store = useAppStore();
  const texts = useTexts();
  useStore(({ playback }) => (playback.playing ? Math.floor(playback.time / (playback.rate * SECOND)) : playback.time));
  useStore((state) => state.session.revision);
  return (
    <section className="unseen" aria-label={texts.app.regions.describe}>
      {describe(store.frame(), texts.describe).map((sentence, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences are told apart by their place.
        <p key={i}>{sentence}</p>
      ))}
    </section>
  );
}

/** Politely says what happens, at most once in a second and a half. */
export function Announcer() {
  const texts = useTexts();
  const said = useAnnouncement();
  return (
    <p className="unseen" aria-live="polite">
      {said === null ? '' : texts.announce(said)}
    </p>
  );
}
