import { NOTES, TIME_TOOLS, WHY } from '../../i18n';
import type { AppState } from '../../store';
import { later } from '../later';

const PARTS = [NOTES, TIME_TOOLS, WHY];

/** A branch that is still there is to be watched beside what is on stage. */
export const isBesideShown = ({ view, session }: AppState): boolean =>
  !view.diagram && session.branches.some(({ id }) => id === view.beside);

/** Two branches side by side, loaded when they are first wanted. */
export const BesidePane = later<object>(
  async (language) => {
    const [{ BesidePane: Pane }] = await Promise.all([
      import('./BesidePane'),
      ...PARTS.map((part) => part.load(language)),
    ]);
    return Pane;
  },
  ({ children }) => <section className="beside-pane">{children}</section>,
);

/** Their timelines. */
export const BesideTimelines = later<object>(
  async (language) => {
    const [{ BesideTimelines: Lines }] = await Promise.all([
      import('./BesideTimelines'),
      ...PARTS.map((part) => part.load(language)),
    ]);
    return Lines;
  },
  ({ children }) => <div className="time__picture">{children}</div>,
);
