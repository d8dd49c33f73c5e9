import { useCallback } from 'react';
import { formatInstant } from '../../i18n';
import { useFrame } from '../../store';
import type { Frame } from '../../trace';
import { Icon } from '../../ui';
import { useContents } from './context';
import type { Phase } from './player';

/** Says that the run stands still, and where. */
export function Frozen({ phase }: { readonly phase: Phase }) {
  const contents = useContents();
  const time = useFrame(useCallback((frame: Frame) => frame.time, []));
  return (
    <span className="challenge__frozen">
      <Icon name={phase === 'running' ? 'play' : 'pause'} size={12} />
      {phase === 'running' ? contents.running : contents.frozen(formatInstant(time))}
    </span>
  );
}
