import { useState } from 'react';
import { usePanelTexts } from '../../i18n';
import { useAppStore } from '../../store';
import { Button, NumberField } from '../../ui';
import { MILLISECONDS, readNumber, writeNumber } from './numbers';

/** How often the clients begin operations by themselves, 0: never. */
export function ClientsPanel() {
  const store = useAppStore();
  const texts = usePanelTexts().app;
  const [text, setText] = useState(() => writeNumber(store.frame().clients[0]?.interval ?? 0, MILLISECONDS));
  const interval = readNumber(text, MILLISECONDS, texts.faults);
  return (
    <form
      className="panel-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (interval.fault === null) store.act({ type: 'setClients', interval: interval.value });
      }}
    >
      <p>{texts.clients.intro}</p>
      <NumberField label={texts.clients.custom} unit="ms" text={text} fault={interval.fault} onChange={setText} />
      <div className="button-row">
        <Button type="submit" variant="primary" disabled={interval.fault !== null}>
          {texts.apply}
        </Button>
      </div>
    </form>
  );
}
