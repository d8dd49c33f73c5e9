/** Steps, stops, speed and loop; branches, side by side; copies of an instant. */
import type { timeTools as english } from '../en/time-tools';
import { type Part, partOf, usePart } from '../part';

export type TimeTools = typeof english;

export const TIME_TOOLS: Part<TimeTools> = partOf({
  en: async () => (await import('../en/time-tools')).timeTools,
  'zh-CN': async () => (await import('../zh/time-tools')).timeTools,
});

export const useTimeTools = (): TimeTools => usePart(TIME_TOOLS);
