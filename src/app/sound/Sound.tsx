import { useEffect } from 'react';
import { useAppStore } from '../../store';
import { heardOf, type Tone, tonesOf } from './tones';

/** Makes changes of roles and commits heard while it plays. Shows nothing. */
export function Sound() {
  const store = useAppStore();
  useEffect(() => {
    const speaker = openSpeaker();
    if (speaker === null) return;
    let heard = heardOf(store.settledFrame());
    let before = store.settledFrame().time;
    const listen = () => {
      const frame = store.settledFrame();
      const goesOn = store.getState().playback.playing && frame.time >= before;
      before = frame.time;
      if (!goesOn) {
        heard = heardOf(frame);
        return;
      }
      const found = tonesOf(frame.echoes, heard);
      heard = found.heard;
      speaker.play(found.tones);
    };
    const end = store.subscribeTransition(listen);
    return () => {
      end();
      speaker.close();
    };
  }, [store]);
  return null;
}

interface Speaker {
  play(tones: readonly Tone[]): void;
  close(): void;
}

const LOUDNESS = 0.07;
/** From one tone to the next, in seconds. */
const APART = 0.09;

/** Null where the browser has no sound. */
function openSpeaker(): Speaker | null {
  if (typeof AudioContext === 'undefined') return null;
  const context = new AudioContext();
  // Browsers let a page be heard only after it has been touched.
  const wake = () => void context.resume().catch(() => undefined);
  const events = ['pointerdown', 'keydown'] as const;
  for (const name of events) window.addEventListener(name, wake);
  return {
    play(tones) {
      if (context.state !== 'running') return;
      for (const [i, tone] of tones.entries()) sound(context, tone, context.currentTime + i * APART);
    },
    close() {
      for (const name of events) window.removeEventListener(name, wake);
      void context.close().catch(() => undefined);
    },
  };
}

/** A soft tone: it swells and fades, so that nothing clicks. */
function sound(context: AudioContext, { frequency, length }: Tone, at: number): void {
  const source = new OscillatorNode(context, { type: 'sine', frequency });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0005, at + length);
  source.connect(volume).connect(context.destination);
  source.start(at);
  source.stop(at + length);
}
