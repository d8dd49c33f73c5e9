import { useCallback } from 'react';
import { useTexts } from '../../i18n';
import { useAppStore, useFrame } from '../../store';
import type { Frame } from '../../trace';
import { Icon, IconButton } from '../../ui';
import { useLayout } from '../layout';
import { Composer } from './Composer';
import { LoadChooser } from './LoadChooser';
import { Operations } from './Operations';

/** How many operations there is room for. */
function roomFor(form: string, height: number): number {
  if (form === 'narrow') return 3;
  if (height >= 860) return 4;
  return height >= 780 ? 3 : 2;
}

/** What the clients asked for and what became of it, and a line to ask for more. */
export function ClientPane() {
  const texts = useTexts().app;
  const store = useAppStore();
  const { form, height } = useLayout();
  const hasClients = useFrame(useCallback((frame: Frame) => frame.clients.length > 0, []));
  return (
    <section className="client" aria-label={texts.regions.client}>
      <div className="client__head">
        <h2>{texts.client.title}</h2>
        {hasClients ? <LoadChooser /> : null}
        {hasClients ? (
          <IconButton
            label={texts.client.more}
            tip="end"
            aria-haspopup="dialog"
            icon={<Icon name="more" />}
            onClick={() => store.showPanel('write')}
          />
        ) : null}
      </div>
      {hasClients ? (
        <>
          <Operations count={roomFor(form, height)} />
          <Composer />
        </>
      ) : (
        <p className="client__none">{texts.client.noClients}</p>
      )}
    </section>
  );
}
