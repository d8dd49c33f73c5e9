import { useState } from 'react';
import { usePanelTexts } from '../../i18n';
import { LIMITS } from '../../share';
import { useAppStore, useStore } from '../../store';
import { Button, FieldGroup, NumberField } from '../../ui';
import { MILLISECONDS, type Range, readNumber, writeNumber } from './numbers';

const MILLION = 1_000_000;
const RATE: Range = {
  min: LIMITS.clockRateLeast / MILLION,
  max: LIMITS.clockRateMost / MILLION,
  factor: MILLION,
};
const OFFSET: Range = { ...MILLISECONDS, min: -MILLISECONDS.max };

/** Clock and disk of the selected server. */
export function MachinePanel() {
  const words = usePanelTexts().app.machine;
  const id = useStore(({ view }) => (view.selection?.type === 'server' ? view.selection.id : null));
  if (id === null) return <p>{words.noServer}</p>;
  return (
    <div key={id} className="panel-stack">
      <ClockForm id={id} />
      <DiskForm id={id} />
    </div>
  );
}

function ClockForm({ id }: { readonly id: number }) {
  const store = useAppStore();
  const texts = usePanelTexts().app;
  const words = texts.machine;
  const server = store.frame().servers[id - 1];
  const [rate, setRate] = useState(writeNumber(server?.clockRate ?? MILLION, RATE));
  const [offset, setOffset] = useState(writeNumber(server?.clockOffset ?? 0, OFFSET));
  const speed = readNumber(rate, RATE, texts.faults);
  const ahead = readNumber(offset, OFFSET, texts.faults);
  const isFaulty = speed.fault !== null || ahead.fault !== null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isFaulty) store.act({ type: 'setClock', server: id, rate: speed.value, offset: ahead.value });
      }}
    >
      <FieldGroup label={words.clock}>
        <NumberField label={words.rate} unit={words.rateUnit} text={rate} fault={speed.fault} onChange={setRate} />
        <NumberField label={words.offset} unit="ms" text={offset} fault={ahead.fault} onChange={setOffset} />
        <div className="button-row">
          <Button type="submit" variant="primary" disabled={isFaulty}>
            {texts.apply}
          </Button>
        </div>
      </FieldGroup>
    </form>
  );
}

function DiskForm({ id }: { readonly id: number }) {
  const store = useAppStore();
  const texts = usePanelTexts().app;
  const words = texts.machine;
  const disk = store.cluster().hosts[id - 1]?.disk ?? { min: 0, max: 0 };
  const [min, setMin] = useState(writeNumber(disk.min, MILLISECONDS));
  const [max, setMax] = useState(writeNumber(disk.max, MILLISECONDS));
  const least = readNumber(min, MILLISECONDS, texts.faults);
  const most = readNumber(max, MILLISECONDS, texts.faults);
  const order = least.fault === null && most.fault === null && most.value < least.value ? texts.faults.order : null;
  const isFaulty = least.fault !== null || most.fault !== null || order !== null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isFaulty) store.act({ type: 'setDisk', server: id, latency: { min: least.value, max: most.value } });
      }}
    >
      <FieldGroup label={words.disk}>
        <NumberField label={words.diskMin} unit="ms" text={min} fault={least.fault} onChange={setMin} />
        <NumberField label={words.diskMax} unit="ms" text={max} fault={most.fault ?? order} onChange={setMax} />
        <div className="button-row">
          <Button type="submit" variant="primary" disabled={isFaulty}>
            {texts.apply}
          </Button>
        </div>
      </FieldGroup>
    </form>
  );
}
