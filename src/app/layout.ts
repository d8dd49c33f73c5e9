/** Which of the three layouts the window has room for. */
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { useStore } from '../store';
import { useTheme } from './document';

export type Form = 'wide' | 'medium' | 'narrow';

export interface PageLayout {
  /** `wide`: three columns; `medium`: the inspector is a drawer; `narrow`: one column and a footer. */
  readonly form: Form;
  /** Height of the window, in pixels of the scaled page. */
  readonly height: number;
}

/** How much wider the same words are in the projector theme. */
const PROJECTOR = 1.6;

const WIDE = 1200;
const MEDIUM = 800;

export function formOf(width: number): Form {
  if (width >= WIDE) return 'wide';
  return width >= MEDIUM ? 'medium' : 'narrow';
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** The layout of the window as it is, taking the size of type into account. */
export function useWindowLayout(): PageLayout {
  const scale = useStore((state) => state.settings.scale);
  const theme = useTheme();
  const width = useSyncExternalStore(onResize, () => window.innerWidth);
  const height = useSyncExternalStore(onResize, () => window.innerHeight);
  const form = formOf(width / scale / (theme === 'projector' ? PROJECTOR : 1));
  return useMemo(() => ({ form, height: Math.round(height / scale) }), [form, height, scale]);
}

const LayoutContext = createContext<PageLayout>({ form: 'wide', height: 900 });

export const LayoutProvider = LayoutContext.Provider;

export function useLayout(): PageLayout {
  return useContext(LayoutContext);
}
