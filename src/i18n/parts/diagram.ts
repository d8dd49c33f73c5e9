/** The space-time diagram. */
import type { diagram as english } from '../en/diagram';
import { type Part, partOf, usePart } from '../part';

export type Diagram = typeof english;

export const DIAGRAM: Part<Diagram> = partOf({
  en: async () => (await import('../en/diagram')).diagram,
  'zh-CN': async () => (await import('../zh/diagram')).diagram,
});

export const useDiagram = (): Diagram => usePart(DIAGRAM);
