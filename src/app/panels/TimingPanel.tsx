import { useState } from 'react';
import { usePanelTexts } from '../../i18n';
import { useAppStore } from '../../store';
import { Button, NumberField } from '../../ui';
import { MILLISECONDS, readNumber, writeNumber } from './numbers';

const RANGE = { ...MILLISECONDS, min: 1 };

/** Election timeout and heartbeat interval. */
export function TimingPanel() {
  const store = useAppStore();
  const texts = usePanelTexts().app;
  const words = texts.timing;
  const { timing } = store.frame();
  const [min, setMin] = useState(writeNumber(timing.electionMin, RANGE));
  const [max, setMax] = useState(writeNumber(timing.electionMax, RANGE));
  const [beat, setBeat] = useState(writeNumber(timing.heartbeat, RANGE));
  const least = readNumber(min, RANGE, texts.faults);
  const most = readNumber(max, RANGE, texts.faults);
  const heartbeat = readNumber(beat, RANGE, texts.faults);
  const order = least.fault === null && most.fault === null && most.value <= least.value ? texts.faults.above : null;
  const isFaulty = [least, most, heartbeat].some(({ fault }) => fault !== null) || order !== null;
  return (
    <form
      className="panel-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isFaulty) return;
        const next = { electionMin: least.value, electionMax: most.value, heartbeat: heartbeat.value };
        store.act({ type: 'setTiming', timing: next });
      }}
    >
      <p>{words.intro}</p>
      <NumberField label={words.electionMin} unit="ms" text={min} fault={least.fault} onChange={setMin} />
      <NumberField label={words.electionMax} unit="ms" text={max} fault={most.fault ?? order} onChange={setMax} />
      <NumberField label={words.heartbeat} unit="ms" text={beat} fault={heartbeat.fault} onChange={setBeat} />
      {!isFaulty && heartbeat.value >= least.value ? <p className="warning">{words.risky}</p> : null}
      <div className="button-row">
        <Button type="submit" variant="primary" disabled={isFaulty}>
          {texts.apply}
        </Button>
      </div>
    </form>
  );
}
