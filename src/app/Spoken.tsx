import { SPOKEN, useTexts } from '../i18n';
import { later, type Place } from './later';
import type { SpokenProps } from './SpokenWords';

const Box: Place<SpokenProps> = ({ children }) => {
  const texts = useTexts();
  return (
    <section className="unseen" aria-label={texts.app.regions.describe}>
      {children}
    </section>
  );
};

/** The cluster in words, for those who do not see it. */
export const Spoken = later<SpokenProps>(async (language) => {
  const [{ SpokenWords }] = await Promise.all([import('./SpokenWords'), SPOKEN.load(language)]);
  return SpokenWords;
}, Box);
