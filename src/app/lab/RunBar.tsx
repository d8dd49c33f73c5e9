import { useState } from 'react';
import type { LineResult } from '../../lab';
import { Button, Icon, MenuButton, type MenuItem } from '../../ui';
import type { Bench, BenchState } from './bench';
import { useLab } from './context';
import { exportCsv, exportPng, exportSvg } from './export';

export interface RunBarProps {
  readonly bench: Bench;
  readonly state: BenchState;
  readonly results: readonly LineResult[];
  /** Something that is typed cannot be done. */
  readonly disabled: boolean;
}

/** How far the experiment is, and what can be done with it. */
export function RunBar({ bench, state, disabled }: RunBarProps) {
  const texts = useLab();
  const { status, done, total } = state;
  const part = total === 0 ? 0 : done / total;
  return (
    <div className="run-bar">
      <div className="run-bar__progress">
        <p className="run-bar__status" role="status">
          {statusText(state, texts)}
        </p>
        <div
          className="run-bar__track"
          role="progressbar"
          aria-label={texts.progress}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(part * 100)}
          aria-valuetext={texts.done(done, total)}
        >
          <div className="run-bar__done" style={{ width: `${part * 100}%` }} />
        </div>
      </div>
      <div className="run-bar__buttons">
        {status === 'running' ? (
          <Button icon={<Icon name="pause" />} onClick={bench.pause}>
            {texts.pause}
          </Button>
        ) : done < total ? (
          <Button variant="primary" icon={<Icon name="play" />} disabled={disabled} onClick={bench.run}>
            {done > 0 ? texts.goOn : texts.run}
          </Button>
        ) : null}
        {status === 'running' || status === 'paused' ? <Button onClick={bench.cancel}>{texts.cancel}</Button> : null}
        {status !== 'running' && status !== 'paused' && done > 0 ? (
          <Button onClick={bench.clear}>{texts.startAnew}</Button>
        ) : null}
        <ExportButton state={state} />
        <CopyLink />
      </div>
    </div>
  );
}

function statusText(state: BenchState, texts: ReturnType<typeof useLab>): string {
  const { status, done, total, remaining, wasKept, error } = state;
  const count = texts.done(done, total);
  switch (status) {
    case 'running':
      return remaining === null ? count : `${count}, ${texts.remaining(remaining)}`;
    case 'paused':
      return texts.paused(count);
    case 'done':
      return texts.finished(count);
    case 'broken':
      return texts.broke(error ?? '');
    case 'idle':
      if (done === 0) return texts.idle;
      return wasKept ? texts.kept(done, total) : count;
  }
}

function ExportButton({ state: { experiment, results, done } }: { readonly state: BenchState }) {
  const texts = useLab();
  const items = (): MenuItem[] => [
    { type: 'item', id: 'csv', label: 'CSV', onSelect: () => exportCsv(experiment, results) },
    { type: 'item', id: 'svg', label: 'SVG', onSelect: () => exportSvg(experiment, texts) },
    { type: 'item', id: 'png', label: 'PNG', onSelect: () => void exportPng(experiment, texts) },
  ];
  if (done === 0) return null;
  return (
    <MenuButton label={texts.export} items={items}>
      {texts.export}
    </MenuButton>
  );
}

function CopyLink() {
  const texts = useLab();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    const said = () => {
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    };
    // A frame may not be allowed to; the address bar has the link all the same.
    navigator.clipboard?.writeText(window.location.href).then(said, () => undefined);
  };
  return (
    <Button variant="plain" icon={<Icon name="share" />} onClick={copy}>
      <span aria-live="polite">{copied ? texts.copied : texts.copyLink}</span>
    </Button>
  );
}
