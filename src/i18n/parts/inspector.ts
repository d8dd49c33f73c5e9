/** All state of a server or a message, and what can be done to it. */
import type { inspector as english } from '../en/inspector';
import { type Part, partOf, usePart } from '../part';
import { useTexts } from '../react';
import type { Texts } from '../texts';

export type Inspector = typeof english;

export const INSPECTOR: Part<Inspector> = partOf({
  en: async () => (await import('../en/inspector')).inspector,
  'zh-CN': async () => (await import('../zh/inspector')).inspector,
});

/** The texts of the page with those of the inspector. */
export type InspectorTexts = Texts & Inspector;

export const withInspector = (texts: Texts, { app, hints }: Inspector): InspectorTexts => ({
  ...texts,
  hints,
  app: { ...texts.app, ...app },
});

const made = new WeakMap<Texts, InspectorTexts>();

/** The same object each time. */
export function useInspectorTexts(): InspectorTexts {
  const texts = useTexts();
  const inspector = usePart(INSPECTOR);
  const known = made.get(texts) ?? withInspector(texts, inspector);
  made.set(texts, known);
  return known;
}
