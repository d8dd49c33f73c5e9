import { useTexts } from '../i18n';
import { TimelineLegend } from '../stage';
import { useAppStore, useStore } from '../store';
import { Icon, IconButton } from '../ui';
import { BesideTimelines, isBesideShown } from './branches/LaterBeside';
import { useLayout } from './layout';
import { TimelinePicture } from './TimelinePicture';
import { NarrowTransport, Transport } from './Transport';
import { Watch } from './time/Watch';

/** Everything about time: transport, timeline, scrubber. */
export function TimePane() {
  const texts = useTexts().app;
  const { form } = useLayout();
  if (form === 'narrow') {
    return (
      <section className="time" aria-label={texts.regions.time}>
        <Watch />
        <Picture compact />
        <NarrowTransport />
      </section>
    );
  }
  return (
    <section className="time" aria-label={texts.regions.time}>
      <div className="time__bar">
        <Transport />
        <Watch>
          <TimelineLegend />
        </Watch>
        <DiagramButton />
      </div>
      <Picture />
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

/** The timeline, or those of two branches; the diagram has an axis of its own. */
function Picture({ compact = false }: { readonly compact?: boolean }) {
  const isDiagram = useStore((state) => state.view.diagram);
  const isBeside = useStore(isBesideShown);
  if (isDiagram) return null;
  return isBeside ? <BesideTimelines /> : <TimelinePicture compact={compact} />;
}
