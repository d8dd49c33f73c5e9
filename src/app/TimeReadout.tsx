import { useEffect, useRef } from 'react';
import { formatInstant, useTexts } from '../i18n';
import { useAppStore } from '../store';

/** How often it changes while playing, in real milliseconds. */
const INTERVAL = 90;

/** The current virtual time. Written past React, because it changes all the time. */
export function TimeReadout() {
  const store = useAppStore();
  const texts = useTexts().app.transport;
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let shown = -1;
    const show = () => {
      const { playing, rate } = store.getState().playback;
      const time = store.time();
      const isDue = !playing || time < shown || time - shown >= rate * INTERVAL * 1000;
      if (!isDue || ref.current === null) return;
      shown = time;
      ref.current.textContent = formatInstant(time);
    };
    show();
    const stopFrames = store.subscribeFrame(show);
    const stopState = store.subscribe((state, before) => {
      if (state.playback.playing !== before.playback.playing) show();
    });
    return () => {
      stopFrames();
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
