import { useEffect, useRef } from 'react';
import { formatInstant, useTexts } from '../i18n';
import { useAppStore } from '../store';

/** The current virtual time. Written past React, because it changes all the time. */
export function TimeReadout() {
  const store = useAppStore();
  const texts = useTexts().app.transport;
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = (time: number) => {
      if (ref.current !== null) ref.current.textContent = formatInstant(time);
    };
    show(store.time());
    const stopBeats = store.subscribeBeat(show);
    const stopState = store.subscribe((state, before) => {
      if (state.playback.playing !== before.playback.playing) show(store.time());
    });
    return () => {
      stopBeats();
      stopState();
    };
  }, [store]);
  return (
    <p className="time__now">
      <span className="unseen">{texts.now}: </span>
      <span ref={ref} />
    </p>
  );
}
