import { useState } from 'react';
import { usePanelTexts } from '../../i18n';
import { formatTime } from '../../share';
import { useAppStore } from '../../store';
import { Button, NumberField } from '../../ui';
import { readNumber } from './numbers';

/** A day: what lies beyond takes long to simulate. */
const RANGE = { min: 0, max: 86_400_000, factor: 1000 };

/** To an instant, named in milliseconds. */
export function GoToPanel({ onClose }: { readonly onClose: () => void }) {
  const store = useAppStore();
  const texts = usePanelTexts().app;
  const [text, setText] = useState(() => formatTime(store.time()));
  const time = readNumber(text, RANGE, texts.faults);
  return (
    <form
      className="panel-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (time.fault !== null) return;
        store.pause();
        store.seek(time.value);
        onClose();
      }}
    >
      <NumberField label={texts.goTo.time} unit="ms" text={text} fault={time.fault} onChange={setText} />
      <div className="button-row">
        <Button type="submit" variant="primary" disabled={time.fault !== null}>
          {texts.goTo.go}
        </Button>
      </div>
    </form>
  );
}
