import { type FormEvent, useCallback, useState } from 'react';
import { useClient, useMore } from '../../i18n';
import type { Operation, ServerId } from '../../raft';
import { useAppStore, useFrame, useStore } from '../../store';
import type { Frame } from '../../trace';
import { Button, Segments, SelectField } from '../../ui';
import { type Draft, KINDS, READS, type Read, toOperation } from '../client/draft';
import { useEntry } from '../context';

const LEADER = '0';

/** One operation with everything that can be chosen about it, and the client that asks for it. */
export function ComposePanel() {
  const store = useAppStore();
  const texts = useClient();
  const words = useMore().compose;
  const client = useStore(({ view }) => view.client);
  const count = useFrame(useCallback((frame: Frame) => frame.servers.length, []));
  const [draft, setDraft] = useState<Draft>({ kind: 'put', key: 'x', value: '1', expected: '', read: 'log' });
  const [target, setTarget] = useState(LEADER);
  const operation = toOperation(draft);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const to: ServerId | null = target === LEADER ? null : Number(target);
    if (operation !== null) store.act({ type: 'clientRequest', client, operation, to });
  };
  const targets = [
    { value: LEADER, label: texts.toLeader },
    ...Array.from({ length: count }, (_, i) => ({ value: String(i + 1), label: texts.toServer(i + 1) })),
  ];
  return (
    <div className="panel-stack">
      <ClientChoice />
      <form className="panel-stack" onSubmit={send} autoComplete="off">
        <SelectField
          label={words.kind}
          value={draft.kind}
          choices={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(kind) => setDraft({ ...draft, kind })}
        />
        <DraftFields draft={draft} operation={operation} onChange={setDraft} />
        <SelectField label={texts.target} value={target} choices={targets} onChange={setTarget} />
        <div className="button-row">
          <Button type="submit" variant="primary" disabled={operation === null}>
            {texts.send}
          </Button>
        </div>
      </form>
      <CrashClient />
    </div>
  );
}

interface DraftFieldsProps {
  readonly draft: Draft;
  readonly operation: Operation | null;
  readonly onChange: (draft: Draft) => void;
}

function DraftFields({ draft, operation, onChange }: DraftFieldsProps) {
  const words = useMore().compose;
  const { kind } = draft;
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const hasValue = kind === 'put' || kind === 'append' || kind === 'cas';
  return (
    <>
      <div className="field-grid">
        <TextField label={words.key} value={draft.key} faulty={operation === null} onChange={(key) => set({ key })} />
        {hasValue ? (
          <TextField
            label={words.value}
            value={draft.value}
            faulty={operation === null}
            onChange={(value) => set({ value })}
          />
        ) : null}
      </div>
      {kind === 'cas' ? (
        <TextField label={words.expected} value={draft.expected} onChange={(expected) => set({ expected })} />
      ) : null}
      {kind === 'get' ? <ReadModes read={draft.read} onChange={(read) => set({ read })} /> : null}
    </>
  );
}

/** How a read is made safe, or is not, and what it is called in Consul. */
function ReadModes({ read, onChange }: { readonly read: Read; readonly onChange: (read: Read) => void }) {
  const words = useMore().compose;
  return (
    <fieldset className="field-group">
      <legend className="field-group__label">{words.mode}</legend>
      {READS.map((mode) => (
        <label key={mode} className="read-mode">
          <input type="radio" name="read-mode" checked={mode === read} onChange={() => onChange(mode)} />
          <strong>{words.modes[mode]}</strong>
          <span>{mode === 'log' ? '' : words.consul[mode]}</span>
          <p>{words.promises[mode]}</p>
        </label>
      ))}
    </fieldset>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly faulty?: boolean;
  readonly onChange: (value: string) => void;
}

function TextField({ label, value, faulty = false, onChange }: TextFieldProps) {
  return (
    <label className="field">
      <span className="field__label">{label}</span>
      <input
        className="input"
        spellCheck={false}
        aria-invalid={faulty}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/** Which of several clients is spoken to. */
function ClientChoice() {
  const store = useAppStore();
  const words = useMore().compose;
  const client = useStore(({ view }) => view.client);
  const count = useFrame(useCallback((frame: Frame) => frame.clients.length, []));
  if (count < 2) return null;
  return (
    <Segments
      label={words.client}
      value={client}
      choices={Array.from({ length: count }, (_, i) => ({ value: i + 1, label: words.clientName(i + 1) }))}
      onChange={(id) => store.chooseClient(id)}
    />
  );
}

function CrashClient() {
  const words = useMore().compose;
  const { enabled, state, run } = useEntry('crashClient');
  return (
    <>
      <div className="button-row">
        <Button disabled={!enabled} onClick={run}>
          {state === 1 ? words.restart : words.crash}
        </Button>
      </div>
      <p>{words.crashHint}</p>
    </>
  );
}
