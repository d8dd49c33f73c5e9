import { useTexts } from '../i18n';
import { TimelineLegend } from '../stage';
import { useStore } from '../store';
import { useLayout } from './layout';
import { TimelinePicture } from './TimelinePicture';
import { NarrowTransport, Transport } from './Transport';

/** Everything about time: transport, timeline, scrubber. */
export function TimePane() {
  const texts = useTexts().app;
  const { form } = useLayout();
  // The diagram has an axis of its own.
  const isDiagram = useStore((state) => state.view.diagram);
  if (form === 'narrow') {
    return (
      <section className="time" aria-label={texts.regions.time}>
        {isDiagram ? null : <TimelinePicture compact />}
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
      {isDiagram ? null : <TimelinePicture />}
    </section>
  );
}
