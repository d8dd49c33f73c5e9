import { type FormEvent, useState } from 'react';
import { useMore, usePanelTexts } from '../../i18n';
import type { Options } from '../../raft';
import { LIMITS } from '../../share';
import { useAppStore } from '../../store';
import { Button, Check, FieldGroup, NumberField } from '../../ui';
import { type Reading, readNumber, writeNumber } from './numbers';

const BATCH = { min: 1, max: LIMITS.batch, factor: 1 };
const EVERY = { min: 0, max: LIMITS.snapshotEvery, factor: 1 };
const PRIORITY = { min: 0, max: LIMITS.priority, factor: 1 };

const SWITCHES = ['preVote', 'checkQuorum', 'stickyLeader', 'noop', 'conflictHint', 'pipeline'] as const;

/** The protocol's options as they are now, to be changed at the play head. */
export function OptionsPanel() {
  const store = useAppStore();
  const texts = usePanelTexts().app;
  const words = useMore().options;
  const { options, servers } = store.frame();
  const [flags, setFlags] = useState(() => flagsOf(options));
  const [batch, setBatch] = useState(writeNumber(options.batchMax, BATCH));
  const [every, setEvery] = useState(writeNumber(options.snapshotEvery, EVERY));
  const [wanted, setWanted] = useState(() => servers.map(({ id }) => String(priorityOf(options, id))));
  const batchMax = readNumber(batch, BATCH, texts.faults);
  const snapshotEvery = readNumber(every, EVERY, texts.faults);
  const priorities = wanted.map((text) => readNumber(text, PRIORITY, texts.faults));
  const isFaulty = [batchMax, snapshotEvery, ...priorities].some(({ fault }) => fault !== null);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (isFaulty) return;
    const numbers = { batchMax: batchMax.value, snapshotEvery: snapshotEvery.value };
    const next: Options = { ...store.frame().options, ...flags, ...numbers, priorities: compactPriorities(priorities) };
    store.act({ type: 'setOptions', options: next });
  };
  return (
    <form className="panel-stack" onSubmit={apply}>
      <p>{words.intro}</p>
      {SWITCHES.map((name) => (
        <Check
          key={name}
          label={words[name]}
          checked={flags[name]}
          onChange={(on) => setFlags({ ...flags, [name]: on })}
        >
          {words[`${name}Hint`]}
        </Check>
      ))}
      <div className="field-grid">
        <NumberField label={words.batchMax} text={batch} fault={batchMax.fault} onChange={setBatch} />
        <NumberField
          label={words.snapshotEvery}
          unit={words.snapshotHint}
          text={every}
          fault={snapshotEvery.fault}
          onChange={setEvery}
        />
      </div>
      <FieldGroup label={words.priorities}>
        <p>{words.prioritiesHint}</p>
        <div className="priorities">
          {servers.map(({ id }, i) => (
            <Priority
              key={id}
              id={id}
              text={wanted[i] ?? '0'}
              reading={priorities[i]}
              onChange={(text) => setWanted(wanted.map((other, at) => (at === i ? text : other)))}
            />
          ))}
        </div>
      </FieldGroup>
      <div className="button-row">
        <Button type="submit" variant="primary" disabled={isFaulty}>
          {texts.apply}
        </Button>
      </div>
    </form>
  );
}

interface PriorityProps {
  readonly id: number;
  readonly text: string;
  readonly reading: Reading | undefined;
  readonly onChange: (text: string) => void;
}

function Priority({ id, text, reading, onChange }: PriorityProps) {
  const { common } = usePanelTexts();
  return <NumberField label={common.server(id)} text={text} fault={reading?.fault ?? null} onChange={onChange} />;
}

function flagsOf(options: Options): Record<(typeof SWITCHES)[number], boolean> {
  const { preVote, checkQuorum, stickyLeader, noop, conflictHint, pipeline } = options;
  return { preVote, checkQuorum, stickyLeader, noop, conflictHint, pipeline };
}

const priorityOf = ({ priorities }: Options, id: number): number =>
  priorities.length === 0 ? 1 : (priorities[id - 1] ?? 0);

/** Where all are equal, nobody is preferred. */
function compactPriorities(readings: readonly Reading[]): number[] {
  const values = readings.map(({ value }) => value);
  return values.every((value) => value === values[0] && value > 0) ? [] : values;
}
