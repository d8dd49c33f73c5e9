import { INSPECTOR, useTexts } from '../../i18n';
import { later, type Place } from '../later';

const Box: Place<object> = ({ children }) => {
  const texts = useTexts();
  return (
    <section className="inspector" aria-label={texts.app.regions.inspector}>
      {children}
    </section>
  );
};

/** All state of what is selected. */
export const InspectorPane = later<object>(async (language) => {
  const [{ Inspector }] = await Promise.all([import('./Inspector'), INSPECTOR.load(language)]);
  return Inspector;
}, Box);

/** On phones: what can be done with what is selected. */
export const Strip = later<object>(
  async (language) => {
    const [{ SelectionStrip }] = await Promise.all([import('../SelectionStrip'), INSPECTOR.load(language)]);
    return SelectionStrip;
  },
  ({ children }) => children,
);
