import { TRACE_FORMAT } from '../../i18n';
import { later } from '../later';
import type { FormatPanelProps } from './FormatPanel';

/** Loaded when it is opened. */
export const FormatPanel = later<FormatPanelProps>(
  async (language) => {
    const [{ FormatPanel: Found }] = await Promise.all([import('./FormatPanel'), TRACE_FORMAT.load(language)]);
    return Found;
  },
  ({ children }) => children,
);
