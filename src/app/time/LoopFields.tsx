import { useEffect, useState } from 'react';
import { usePanelTexts, useTimeTools } from '../../i18n';
import { formatTime } from '../../share';
import { useAppStore, useStore } from '../../store';
import { Button, NumberField } from '../../ui';
import { readNumber } from '../panels/numbers';

/** A day, in milliseconds on the page and microseconds in the run. */
const RANGE = { min: 0, max: 86_400_000, factor: 1000 };
const LEAST = 1000;

/** The stretch that is repeated, by numbers or from the play head. */
export function LoopFields() {
  const store = useAppStore();
  const texts = useTimeTools().loop;
  const { faults } = usePanelTexts().app;
  const loop = useStore((state) => state.playback.loop);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  useEffect(() => {
    setFrom(formatTime(loop?.from ?? store.time()));
    setTo(formatTime(loop?.to ?? (loop?.from ?? store.time()) + 300_000));
  }, [loop, store]);
  const start = readNumber(from, RANGE, faults);
  const end = readNumber(to, RANGE, faults);
  const order = start.fault === null && end.fault === null && end.value - start.value < LEAST ? texts.order : null;
  const isFaulty = start.fault !== null || end.fault !== null || order !== null;
  return (
    <form
      className="time-tools"
      onSubmit={(event) => {
        event.preventDefault();
        if (start.fault === null && end.fault === null) store.setLoop(start.value, end.value);
      }}
    >
      <h3>{texts.title}</h3>
      <div className="loop-fields">
        <NumberField label={texts.from} unit="ms" text={from} fault={start.fault} onChange={setFrom} />
        <Button onClick={() => store.markLoop('from')}>{texts.fromHere}</Button>
        <NumberField label={texts.to} unit="ms" text={to} fault={end.fault ?? order} onChange={setTo} />
        <Button onClick={() => store.markLoop('to')}>{texts.toHere}</Button>
      </div>
      <div className="button-row">
        <Button type="submit" variant="primary" disabled={isFaulty}>
          {texts.set}
        </Button>
        <Button disabled={loop === null} onClick={() => store.setLoop(null)}>
          {texts.off}
        </Button>
      </div>
    </form>
  );
}
