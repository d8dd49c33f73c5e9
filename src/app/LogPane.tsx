import { useRef } from 'react';
import { LogTable } from '../stage';
import { useAppStore, useFrame, useStore } from '../store';
import type { Frame } from '../trace';
import { useSize } from '../ui';
import { useLayout } from './layout';
import { heightOfLogs } from './log-height';

const whole = (frame: Frame): Frame => frame;

/** The logs of all servers, redrawn when something happened. */
export function LogPane() {
  const store = useAppStore();
  const { form } = useLayout();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const frame = useFrame(whole);
  const selected = useStore(({ view }) => (view.selection?.type === 'server' ? view.selection.id : null));
  const compact = form === 'narrow';
  const height = compact ? heightOfLogs(frame.servers.length) : (size?.height ?? 0);
  return (
    <div className="log-pane">
      <div ref={box} className="log-pane__box" style={compact ? { height } : undefined}>
        {size === null || size.width === 0 || height === 0 ? null : (
          <LogTable
            frame={frame}
            selected={selected}
            onSelect={(id) => store.select({ type: 'server', id })}
            width={size.width}
            height={height}
            compact={compact}
          />
        )}
      </div>
    </div>
  );
}
