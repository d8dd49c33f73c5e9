import { useState } from 'react';
import { usePanelTexts } from '../../i18n';
import { LATENCY_SHAPES, type LatencyShape, type LinkQuality } from '../../sim';
import { Button, NumberField, SelectField } from '../../ui';
import { MILLISECONDS, PERCENT, readNumber, writeNumber } from './numbers';

export interface QualityFormProps {
  /** Where it begins. */
  readonly quality: LinkQuality;
  readonly onApply: (quality: LinkQuality) => void;
}

/** Latency, loss and duplication, with what is wrong beside each field. */
export function QualityForm({ quality, onApply }: QualityFormProps) {
  const texts = usePanelTexts().app;
  const words = texts.network;
  const [min, setMin] = useState(writeNumber(quality.latency.min, MILLISECONDS));
  const [max, setMax] = useState(writeNumber(quality.latency.max, MILLISECONDS));
  const [shape, setShape] = useState<LatencyShape>(quality.shape);
  const [loss, setLoss] = useState(writeNumber(quality.loss, PERCENT));
  const [duplication, setDuplication] = useState(writeNumber(quality.duplication, PERCENT));
  const least = readNumber(min, MILLISECONDS, texts.faults);
  const most = readNumber(max, MILLISECONDS, texts.faults);
  const lost = readNumber(loss, PERCENT, texts.faults);
  const repeated = readNumber(duplication, PERCENT, texts.faults);
  const order = least.fault === null && most.fault === null && most.value < least.value ? texts.faults.order : null;
  const isFaulty = [least, most, lost, repeated].some(({ fault }) => fault !== null) || order !== null;
  return (
    <form
      className="panel-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isFaulty) return;
        const latency = { min: least.value, max: most.value };
        onApply({ latency, shape, loss: lost.value, duplication: repeated.value });
      }}
    >
      <div className="field-grid">
        <NumberField label={words.latencyMin} unit="ms" text={min} fault={least.fault} onChange={setMin} />
        <NumberField label={words.latencyMax} unit="ms" text={max} fault={most.fault ?? order} onChange={setMax} />
        <NumberField label={words.loss} unit="%" text={loss} fault={lost.fault} onChange={setLoss} />
        <NumberField
          label={words.duplication}
          unit="%"
          text={duplication}
          fault={repeated.fault}
          onChange={setDuplication}
        />
      </div>
      <SelectField
        label={words.shape}
        value={shape}
        choices={LATENCY_SHAPES.map((value) => ({ value, label: words.shapes[value] }))}
        onChange={setShape}
      />
      <div className="button-row">
        <Button type="submit" variant="primary" disabled={isFaulty}>
          {texts.apply}
        </Button>
      </div>
    </form>
  );
}
