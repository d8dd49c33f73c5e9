/** All that panels show: the texts of the page, of the inspector, of notices and their own. */
import { usePart } from '../part';
import { useTexts } from '../react';
import type { Texts } from '../texts';
import { INSPECTOR, type Inspector, type InspectorTexts, withInspector } from './inspector';
import { MORE, type More } from './more';
import { NOTES, type Notes } from './notes';

type Own = Pick<More, 'app' | 'legend'>;

export type PanelTexts = InspectorTexts & Notes & Own;

export function withPanels(texts: Texts, inspector: Inspector, notes: Notes, { app, legend }: Own): PanelTexts {
  const inspected = withInspector(texts, inspector);
  return { ...inspected, ...notes, legend, app: { ...inspected.app, ...app } };
}

const made = new WeakMap<Texts, PanelTexts>();

/** The same object each time. For components below a Suspense. */
export function usePanelTexts(): PanelTexts {
  const texts = useTexts();
  const inspector = usePart(INSPECTOR);
  const notes = usePart(NOTES);
  const more = usePart(MORE);
  const known = made.get(texts) ?? withPanels(texts, inspector, notes, more);
  made.set(texts, known);
  return known;
}
