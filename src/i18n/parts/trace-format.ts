/** The format of recordings, explained. */
import type { traceFormat as english } from '../en/trace-format';
import { type Part, partOf, usePart } from '../part';

export type TraceFormat = typeof english;

export const TRACE_FORMAT: Part<TraceFormat> = partOf({
  en: async () => (await import('../en/trace-format')).traceFormat,
  'zh-CN': async () => (await import('../zh/trace-format')).traceFormat,
});

export const useTraceFormat = (): TraceFormat => usePart(TRACE_FORMAT);
