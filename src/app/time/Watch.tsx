import { type ReactNode, useEffect } from 'react';
import { NOTES, TIME_TOOLS } from '../../i18n';
import { type AppState, useAppStore, useStore } from '../../store';
import { later } from '../later';

const Bar = later<object>(
  async (language) => {
    const texts = [NOTES, TIME_TOOLS].map((part) => part.load(language));
    const [{ WatchBar }] = await Promise.all([import('./WatchBar'), ...texts]);
    return WatchBar;
  },
  () => null,
);

/** Playback stops on something that is not usual, or repeats a stretch. */
export const isWatched = ({ playback }: AppState): boolean =>
  playback.loop !== null || playback.breaks.some(({ type }) => type !== 'violation');

/** Says what playback will stop on and what it repeats, as long as it does; otherwise what is here in its place. */
export function Watch({ children = null }: { readonly children?: ReactNode }) {
  const store = useAppStore();
  const isOn = useStore(isWatched);
  useEffect(() => store.restoreBreaks(), [store]);
  return isOn ? <Bar /> : children;
}
