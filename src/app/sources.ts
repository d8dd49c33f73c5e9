import { useMemo } from 'react';
import type { FrameSource } from '../stage';
import { useAppStore } from '../store';

/** The store's frames, as pictures want them. */
export function useFrameSource(): FrameSource {
  const store = useAppStore();
  return useMemo(() => ({ current: store.frame, subscribe: store.subscribeFrame }), [store]);
}
