import { useMemo, useRef } from 'react';
import { type FrameSource, Timeline } from '../stage';
import { useAppStore, useStore, useViolation } from '../store';
import { useSize } from '../ui';
import { Proof } from './safety/Proof';
import { useFrameSource } from './sources';

const COMPACT = 64;

export interface TimelinePictureProps {
  /** The scrubber only. */
  readonly compact?: boolean;
}

/** The space-time diagram and the scrubber, as high as there is room for. */
export function TimelinePicture({ compact = false }: TimelinePictureProps) {
  const store = useAppStore();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const source = useFrameSource();
  const settled = useMemo(
    (): FrameSource => ({ current: store.settledFrame, subscribe: store.subscribeTransition }),
    [store],
  );
  const trace = useStore((state) => state.session.trace);
  const rate = useStore((state) => state.playback.rate);
  const violation = useViolation();
  const height = compact ? COMPACT : (size?.height ?? 0);
  return (
    <div ref={box} className={compact ? 'time__picture time__picture--compact' : 'time__picture'}>
      {height === 0 ? null : (
        <Timeline
          trace={trace}
          source={source}
          settled={settled}
          rate={rate}
          onSeek={(time) => store.seek(time)}
          height={height}
          compact={compact}
          overlay={
            violation === null
              ? undefined
              : (axis, layout) => <Proof violation={violation} axis={axis} layout={layout} />
          }
        />
      )}
    </div>
  );
}
