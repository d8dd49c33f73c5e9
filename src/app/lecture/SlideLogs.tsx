import { useRef } from 'react';
import { LogTable } from '../../stage';
import { useAppStore, useFrame, useStore } from '../../store';
import type { Frame } from '../../trace';
import { useSize } from '../../ui';

const whole = (frame: Frame): Frame => frame;

/** The logs of all servers, after the first picture: the stage is seen first. */
export function SlideLogs() {
  const store = useAppStore();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const frame = useFrame(whole);
  const selected = useStore(({ view }) => (view.selection?.type === 'server' ? view.selection.id : null));
  return (
    <div ref={box} className="slide__logs">
      {size === null || size.width === 0 || size.height === 0 ? null : (
        <LogTable
          frame={frame}
          selected={selected}
          onSelect={(id) => store.select({ type: 'server', id })}
          width={size.width}
          height={size.height}
        />
      )}
    </div>
  );
}
