import { CLIENT, INSPECTOR, LECTURE, MORE, NOTES, SCENES, TIME_TOOLS } from '../../i18n';
import { later, type Place } from '../later';
import type { PanelsProps } from './Panels';

/** Nothing shows that a panel is being loaded; that it cannot be is said where notices are. */
const Box: Place<PanelsProps> = ({ children }) =>
  children === null ? null : (
    <div className="notices">
      <div className="notice">{children}</div>
    </div>
  );

/** Dialogs and sheets, loaded when the first one is opened. */
export const Panels = later<PanelsProps>(async (language) => {
  const texts = [CLIENT, INSPECTOR, LECTURE, MORE, NOTES, SCENES, TIME_TOOLS].map((part) => part.load(language));
  const [loaded] = await Promise.all([import('./Panels'), ...texts]);
  return loaded.Panels;
}, Box);
