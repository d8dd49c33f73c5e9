import { SCENES, SPOKEN, TIME_TOOLS, WHY } from '../../i18n';
import { later } from '../later';
import type { CopiesProps } from './Copies';

const PARTS = [SCENES, SPOKEN, TIME_TOOLS, WHY];

/** Copies, pictures and films, loaded when the panel is opened. */
export const Copies = later<CopiesProps>(
  async (language) => {
    const [{ Copies: Found }] = await Promise.all([import('./Copies'), ...PARTS.map((part) => part.load(language))]);
    return Found;
  },
  ({ children }) => children,
);
