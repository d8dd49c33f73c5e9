import { useCallback } from 'react';
import { useClient } from '../../i18n';
import { useAppStore, useFrame } from '../../store';
import type { Frame } from '../../trace';
import { SelectField } from '../../ui';

/** Usual intervals between the operations of a client, in virtual microseconds; 0: none by itself. */
const INTERVALS = [0, 1_000_000, 350_000, 100_000, 30_000];

/** How often the clients begin an operation by themselves. */
export function LoadChooser() {
  const store = useAppStore();
  const texts = useClient();
  const interval = useFrame(useCallback((frame: Frame) => frame.clients[0]?.interval ?? 0, []));
  const intervals = INTERVALS.includes(interval) ? INTERVALS : [...INTERVALS, interval];
  return (
    <SelectField
      quiet
      label={texts.load}
      value={String(interval)}
      choices={intervals.map((value) => ({ value: String(value), label: texts.loads(value) }))}
      onChange={(value) => store.act({ type: 'setClients', interval: Number(value) })}
    />
  );
}
