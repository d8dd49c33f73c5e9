import { useTexts } from '../i18n';
import { TimelineLegend } from '../stage';
import { useAppStore, useStore } from '../store';
import { Icon, IconButton } from '../ui';
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
        <DiagramButton />
      </div>
      {isDiagram ? null : <TimelinePicture />}
    </section>
  );
}

/** Shows the space-time diagram in full size, or the stage again. */
function DiagramButton() {
  const store = useAppStore();
  const texts = useTexts();
  const shown = useStore((state) => state.view.diagram);
  return (
    <IconButton
      tip="above"
      label={texts.actions.diagram.label}
      hint={texts.keyName('Shift+d')}
      aria-pressed={shown}
      icon={<Icon name="expand" />}
      onClick={() => store.showDiagram(!shown)}
    />
  );
}
