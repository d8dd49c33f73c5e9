import { useRef } from 'react';
import { heightOfLogs } from '../app/panes';
import { LogTable } from '../stage';
import { useAppStore, useFrame, useStore } from '../store';
import type { Frame } from '../trace';
import { useSize } from '../ui';

const whole = (frame: Frame): Frame => frame;

/** The logs of all servers, as wide as there is room. */
export function Logs() {
  const store = useAppStore();
  const box = useRef<HTMLDivElement>(null);
  const width = useSize(box)?.width ?? 0;
  const frame = useFrame(whole);
  const selected = useStore(({ view }) => (view.selection?.type === 'server' ? view.selection.id : null));
  const height = heightOfLogs(frame.servers.length);
  return (
    <div ref={box} className="embed__logs" style={{ height }}>
      {width === 0 ? null : (
        <LogTable
          frame={frame}
          selected={selected}
          onSelect={(id) => store.select({ type: 'server', id })}
          width={width}
          height={height}
          compact
        />
      )}
    </div>
  );
}
