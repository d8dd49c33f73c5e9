import { useEffect } from 'react';
import { useLectureWords, useTexts } from '../../i18n';
import { entryForKey, useAppStore, useStore } from '../../store';

export interface ForHallProps {
  /** Of the lecture, with the cue that is told. */
  readonly address: string;
}

/** Below the narration of a large window: the chapter as a lecture, for who stands before a hall. */
export function ForHall({ address }: ForHallProps) {
  const words = useLectureWords();
  const { keyName } = useTexts();
  const hasKey = useStore((state) => state.settings.shortcuts);
  useLectureKey(address);
  return (
    <div className="try for-hall">
      <div>
        <h2>{words.hall}</h2>
        <p>{words.hallAbout}</p>
      </div>
      <a className="button" href={address}>
        {words.hallOpen}
        {hasKey ? <kbd className="key">{keyName('s')}</kbd> : null}
      </a>
    </div>
  );
}

/** The key that shows a run as a lecture does so here, too. */
function useLectureKey(address: string): void {
  const store = useAppStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (entryForKey(event, store.getState().settings.shortcuts)?.entry.id !== 'lecture') return;
      if (document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      window.location.hash = address;
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store, address]);
}
