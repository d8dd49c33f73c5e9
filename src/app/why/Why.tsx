import { useTexts, WHY } from '../../i18n';
import { later, type Place } from '../later';
import type { WhyPaneProps } from './WhyPane';

const Box: Place<WhyPaneProps> = ({ brief = false, inPanel = false, children }) => {
  const texts = useTexts();
  return (
    <section className={brief ? 'why why--brief' : 'why'} aria-label={inPanel ? undefined : texts.app.regions.why}>
      {brief && children === null ? <p className="why__sentence" /> : children}
    </section>
  );
};

/** The one sentence that says what just happened and why, and the steps that led to it. */
export const Why = later<WhyPaneProps>(async (language) => {
  const [{ WhyPane }] = await Promise.all([import('./WhyPane'), WHY.load(language)]);
  return WhyPane;
}, Box);
