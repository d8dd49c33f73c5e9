import { useState } from 'react';
import { useTexts } from '../../i18n';
import { SERVERS, useAppStore, useStore } from '../../store';
import { Button, Segments } from '../../ui';

const COUNTS = Array.from({ length: SERVERS.max - SERVERS.min + 1 }, (_, i) => SERVERS.min + i);
const SEED_MAX = 2 ** 32 - 1;

/** A fresh cluster, of a seed if one is named. */
export function NewClusterPanel({ onClose }: { readonly onClose: () => void }) {
  const store = useAppStore();
  const words = useTexts().app.newCluster;
  const present = useStore((state) => state.session.run.config.servers);
  const [servers, setServers] = useState(present);
  const [seed, setSeed] = useState('');
  const isFaulty = seed.trim() !== '' && !(/^\d{1,10}$/.test(seed.trim()) && Number(seed) <= SEED_MAX);
  return (
    <form
      className="panel-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isFaulty) return;
        store.newCluster(servers, seed.trim() === '' ? null : Number(seed));
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
