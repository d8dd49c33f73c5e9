import { useState } from 'react';
import { useMore, usePanelTexts } from '../../i18n';
import type { Options } from '../../raft';
import { LIMITS } from '../../share';
import { type ClusterSetup, SERVERS, useAppStore, useStore } from '../../store';
import { Button, Segments, SelectField } from '../../ui';
import { READS, type Read } from '../client/draft';

const COUNTS = Array.from({ length: SERVERS.max - SERVERS.min + 1 }, (_, i) => SERVERS.min + i);
const SEED_MAX = 2 ** 32 - 1;

/** A fresh cluster, of a seed if one is named. */
export function NewClusterPanel({ onClose }: { readonly onClose: () => void }) {
  const store = useAppStore();
  const words = usePanelTexts().app.newCluster;
  const { config } = useStore((state) => state.session.run);
  const [servers, setServers] = useState(config.servers);
  const [seed, setSeed] = useState('');
  const [setup, setSetup] = useState<Choices>({
    voters: config.voters,
    options: 'usual',
    clients: config.clients.count,
    reads: config.clients.reads,
    groups: config.groups,
  });
  const isFaulty = seed.trim() !== '' && !(/^\d{1,10}$/.test(seed.trim()) && Number(seed) <= SEED_MAX);
  return (
    <form
      className="panel-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isFaulty) return;
        store.newCluster(
          servers,
          seed.trim() === '' ? null : Number(seed),
          setupOf(setup, servers, store.frame().options),
        );
        onClose();
      }}
    >
      <div className="field">
        <span className="field__label">{words.servers}</span>
        <Segments
          label={words.servers}
          value={servers}
          choices={COUNTS.map((value) => ({ value, label: String(value) }))}
          onChange={setServers}
        />
      </div>
      <SetupFields setup={setup} servers={servers} onChange={(part) => setSetup({ ...setup, ...part })} />
      <label className="field">
        <span className="field__label">{words.seed}</span>
        <input
          className="input"
          inputMode="numeric"
          autoComplete="off"
          value={seed}
          aria-invalid={isFaulty}
          onChange={(event) => setSeed(event.target.value)}
        />
      </label>
      <p className="field__fault" aria-live="polite">
        {isFaulty ? words.seedFault : ''}
      </p>
      <div className="button-row">
        <Button type="submit" variant="primary" disabled={isFaulty}>
          {words.create}
        </Button>
      </div>
    </form>
  );
}

interface Choices {
  /** 0: all. */
  readonly voters: number;
  readonly options: 'usual' | 'present';
  readonly clients: number;
  readonly reads: Read;
  readonly groups: number;
}

function setupOf(
  { voters, options, clients, reads, groups }: Choices,
  servers: number,
  present: Options,
): ClusterSetup {
  return {
    voters: voters >= servers ? 0 : voters,
    ...(options === 'present' ? { options: present } : {}),
    clients: { count: clients, reads },
    groups,
  };
}

interface SetupFieldsProps {
  readonly setup: Choices;
  readonly servers: number;
  readonly onChange: (part: Partial<Choices>) => void;
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ value: String(from + i), label: String(from + i) }));

/** What a cluster may have otherwise than usual. */
function SetupFields({ setup, servers, onChange }: SetupFieldsProps) {
  const more = useMore();
  const words = more.newCluster;
  return (
    <>
      <div className="field-grid">
        <SelectField
          label={words.voters}
          value={String(setup.voters >= servers ? 0 : setup.voters)}
          choices={[{ value: '0', label: words.all }, ...numbers(1, servers - 1)]}
          onChange={(value) => onChange({ voters: Number(value) })}
        />
        <SelectField
          label={words.options}
          value={setup.options}
          choices={(['usual', 'present'] as const).map((value) => ({ value, label: words[value] }))}
          onChange={(options) => onChange({ options })}
        />
        <SelectField
          label={words.clients}
          value={String(setup.clients)}
          choices={numbers(0, LIMITS.clients)}
          onChange={(value) => onChange({ clients: Number(value) })}
        />
        <SelectField
          label={words.reads}
          value={setup.reads}
          choices={READS.map((value) => ({ value, label: more.compose.modes[value] }))}
          onChange={(reads) => onChange({ reads })}
        />
        <SelectField
          label={words.groups}
          value={String(setup.groups)}
          choices={numbers(1, LIMITS.groups)}
          onChange={(value) => onChange({ groups: Number(value) })}
        />
      </div>
      <p>{words.groupsHint}</p>
    </>
  );
}
