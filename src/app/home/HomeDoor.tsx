import { useTexts } from '../../i18n';
import { DoorHeader } from '../DoorHeader';
import { classOf, LayoutProvider, useWindowLayout } from '../layout';
import { SkipLink } from '../SkipLink';
import { Spoken } from '../Spoken';
import { Cards } from './Cards';
import { Hero } from './Hero';
import './home.css';

/** The first page: a cluster that lives, and the doors. */
export function HomeDoor() {
  const layout = useWindowLayout();
  const texts = useTexts();
  return (
    <LayoutProvider value={layout}>
      <div className={`home ${classOf(layout).replaceAll('page', 'home')}`}>
        <SkipLink target="stage">{texts.app.skip}</SkipLink>
        <DoorHeader door="home" />
        <main>
          <Hero />
          <Cards />
        </main>
        <Spoken announces />
      </div>
    </LayoutProvider>
  );
}
