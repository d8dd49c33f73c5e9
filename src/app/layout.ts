/** Which of the three layouts the window has room for. */
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { useStore } from '../store';
import { useTheme } from './document';

export type Form = 'wide' | 'medium' | 'narrow';

export interface PageLayout {
  /** `wide`: three columns; `medium`: the inspector is a drawer; `narrow`: one column and a footer. */
  readonly form: Form;
  /** Of the window, in pixels of the scaled page. */
  readonly width: number;
  readonly height: number;
  /** For a hall: stage, logs, why and time as large as they can be; all else is in panels. */
  readonly lecture: boolean;
}

/** In the projector theme the page is as large as if the window were this wide: 14 px become 25 at 1920. */
const PROJECTOR_WIDTH = 1090;

const WIDE = 1200;
const MEDIUM = 800;
const TIGHT = 1400;
const SHORT = 840;
const TALL = 1150;

export function formOf(width: number): Form {
  if (width >= WIDE) return 'wide';
  return width >= MEDIUM ? 'medium' : 'narrow';
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** How large the page is drawn: what the reader chose, and larger still for a projector. */
export function useZoom(): number {
  const scale = useStore((state) => state.settings.scale);
  const theme = useTheme();
  const width = useSyncExternalStore(onResize, () => window.innerWidth);
  return theme === 'projector' ? scale * Math.max(1, width / PROJECTOR_WIDTH) : scale;
}

/** The layout of the window as it is, taking the size of type into account. */
export function useWindowLayout(): PageLayout {
  const zoom = useZoom();
  const width = useSyncExternalStore(onResize, () => Math.round(window.innerWidth / zoom));
  const height = useSyncExternalStore(onResize, () => Math.round(window.innerHeight / zoom));
  const isProjected = useTheme() === 'projector';
  return useMemo(() => {
    const form = formOf(width);
    return { form, width, height, lecture: isProjected && form === 'medium' };
  }, [width, height, isProjected]);
}

/** The classes of a layout; style sheets ask for these instead of the window, which knows no size of type. */
export function classOf({ form, width, height, lecture }: PageLayout): string {
  const short = height < SHORT ? 'page--short' : '';
  const tall = height >= TALL ? 'page--tall' : '';
  const tight = width < TIGHT ? 'page--tight' : '';
  return ['page', `page--${form}`, short, tall, tight, lecture ? 'page--lecture' : ''].filter(Boolean).join(' ');
}

const LayoutContext = createContext<PageLayout>({ form: 'wide', width: 1440, height: 900, lecture: false });

export const LayoutProvider = LayoutContext.Provider;

export function useLayout(): PageLayout {
  return useContext(LayoutContext);
}
