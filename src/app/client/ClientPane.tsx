import { useCallback } from 'react';
import { useClient, useTexts } from '../../i18n';
import { useAppStore, useFrame } from '../../store';
import type { Frame } from '../../trace';
import { Icon, IconButton } from '../../ui';
import { useLayout } from '../layout';
import { Composer } from './Composer';
import { LoadChooser } from './LoadChooser';
import { Operations } from './Operations';
import { roomFor } from './room';

/** What the clients asked for and what became of it, and a line to ask for more. */
export function ClientPane() {
  const texts = useTexts().app;
  const words = useClient();
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
            label={words.more}
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
        <p className="client__none">{words.noClients}</p>
      )}
    </section>
  );
}
