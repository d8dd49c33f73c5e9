/** What link previews say: read by the build, and by what offers such a link. */
import type { previews as english } from '../en/previews';
import type { Language } from '../language';

export type Previews = typeof english;

export async function loadPreviews(language: Language): Promise<Previews> {
  return (await (language === 'en' ? import('../en/previews') : import('../zh/previews'))).previews;
}
