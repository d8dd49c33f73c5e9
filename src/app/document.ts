/** What the settings change on the document itself. */
import { createContext, useContext, useLayoutEffect } from 'react';
import type { Language } from '../i18n';
import { useStore } from '../store';
import { useMedia } from './media';

const Override = createContext<'projector' | null>(null);

/** A theme for everything below it, whatever the reader prefers: a hall is a hall. Null: what the reader prefers. */
export const ThemeOverride = Override.Provider;

/** The theme in use, where `auto` stands for what the system prefers. */
export function useTheme(): 'light' | 'dark' | 'projector' {
  const override = useContext(Override);
  const theme = useStore((state) => state.settings.theme);
  const dark = useMedia('(prefers-color-scheme: dark)');
  if (override !== null) return override;
  if (theme !== 'auto') return theme;
  return dark ? 'dark' : 'light';
}

/** The reader, or else the system, wants nothing to move by itself. */
export function useReducedMotion(): boolean {
  const motion = useStore((state) => state.settings.motion);
  const reduced = useMedia('(prefers-reduced-motion: reduce)');
  return motion === 'reduce' || (motion === 'auto' && reduced);
}

/**
 * Title of the page, unless it is null; theme, language and size of type on the root element.
 *
 * @param zoom how large the page is drawn, 1: as usual
 */
export function useDocumentSettings(language: Language, title: string | null, zoom: number): void {
  const theme = useTheme();
  const reduced = useReducedMotion();
  useLayoutEffect(() => {
    const { documentElement: root } = document;
    root.lang = language;
    if (title !== null) document.title = title;
    root.dataset.theme = theme;
    root.dataset.motion = reduced ? 'reduce' : 'full';
    root.style.setProperty('--scale', String(zoom));
  }, [language, title, theme, zoom, reduced]);
}
