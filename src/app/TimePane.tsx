import { useTexts } from '../i18n';
import { TimelineLegend } from '../stage';
import { useLayout } from './layout';
import { SpaceTime } from './SpaceTime';
import { NarrowTransport, Transport } from './Transport';

/** Everything about time: transport, timeline, scrubber. */
export function TimePane() {
  const texts = useTexts().app;
  const { form } = useLayout();
  if (form === 'narrow') {
    return (
      <section className="time" aria-label={texts.regions.time}>
        <SpaceTime compact />
        <NarrowTransport />
      </section>
    );
  }
  return (
    <section className="time" aria-label={texts.regions.time}>
      <div className="time__bar">
        <Transport />
        <TimelineLegend />
      </div>
      <SpaceTime />
    </section>
  );
}
