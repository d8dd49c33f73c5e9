import { useEffect, useState, useSyncExternalStore } from 'react';
import { useMore } from '../../i18n';
import type { RuleSwitch } from '../../raft';
import { useAppStore } from '../../store';
import { Button, Icon } from '../../ui';
import { browserPool } from '../../worker';
import { HuntStatus } from './HuntStatus';
import { createHunter } from './hunter';
import { RuleChooser } from './RuleChooser';
import './break.css';

const SEED_MAX = 2 ** 32 - 1;

export interface BreakRaftPanelProps {
  readonly onClose: () => void;
}

/** Switch rules off, let a search find what breaks, and see it on the stage. */
export function BreakRaftPanel({ onClose }: BreakRaftPanelProps) {
  const store = useAppStore();
  const words = useMore().breakRaft;
  const [off, setOff] = useState<readonly RuleSwitch[]>([]);
  const [seed, setSeed] = useState('1');
  const [asked, setAsked] = useState(false);
  const [hunter] = useState(() => createHunter(browserPool));
  const state = useSyncExternalStore(hunter.subscribe, hunter.state);
  useEffect(() => () => hunter.close(), [hunter]);
  const isFaulty = !(/^\d{1,10}$/.test(seed.trim()) && Number(seed) <= SEED_MAX);
  const isBusy = state.phase === 'hunting' || state.phase === 'paused' || state.phase === 'shrinking';
  const hunt = () => {
    setAsked(true);
    if (!isFaulty && off.length > 0) hunter.start(off, Number(seed));
  };
  return (
    <form
      className="panel-stack break"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) hunt();
      }}
    >
      <p>{words.intro}</p>
      <RuleChooser off={off} onChange={setOff} disabled={isBusy} />
      <label className="field">
        <span className="field__label">{words.seed}</span>
        <input
          className="input"
          inputMode="numeric"
          autoComplete="off"
          value={seed}
          disabled={isBusy}
          aria-invalid={isFaulty}
          onChange={(event) => setSeed(event.target.value)}
        />
      </label>
      <div className="break__foot">
        <p className="field__fault" aria-live="polite">
          {isFaulty ? words.seedFault : asked && off.length === 0 ? words.nothingChosen : ''}
        </p>
        <HuntStatus state={state} />
        <div className="button-row">
          {state.phase === 'found' ? (
            <Button
              variant="primary"
              icon={<Icon name="play" />}
              onClick={() => {
                store.openRun(state.finding.run, state.finding.violation.at);
                onClose();
              }}
            >
              {words.show}
            </Button>
          ) : null}
          {isBusy ? null : (
            <Button type="submit" variant={state.phase === 'found' ? 'outline' : 'primary'} disabled={isFaulty}>
              {state.phase === 'idle' ? words.hunt : words.again}
            </Button>
          )}
          {state.phase === 'hunting' ? <Button onClick={hunter.pause}>{words.pause}</Button> : null}
          {state.phase === 'paused' ? <Button onClick={hunter.resume}>{words.resume}</Button> : null}
          {isBusy ? <Button onClick={hunter.cancel}>{words.cancel}</Button> : null}
        </div>
      </div>
    </form>
  );
}
