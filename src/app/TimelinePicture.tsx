import { useRef } from 'react';
import { Timeline } from '../stage';
import { useAppStore, useStore, useViolation } from '../store';
import { useSize } from '../ui';
import { BookmarkFlags } from './bookmarks/Bookmarks';
import { later } from './later';
import { Proof } from './safety/Proof';
import { useFrameSource, useSettledSource } from './sources';
import type { LoopBandProps } from './time/LoopBand';

const COMPACT = 64;

const LoopBand = later<LoopBandProps>(
  async () => (await import('./time/LoopBand')).LoopBand,
  () => null,
);

/** The space-time diagram and the scrubber, as high as there is room for; `compact`: the scrubber only. */
export function TimelinePicture({ compact = false }: { readonly compact?: boolean }) {
  const store = useAppStore();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const source = useFrameSource();
  const settled = useSettledSource();
  const trace = useStore((state) => state.session.trace);
  const rate = useStore((state) => state.playback.rate);
  const violation = useViolation();
  const isLooped = useStore((state) => state.playback.loop !== null);
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
          overlay={(axis, layout) => (
            <>
              <BookmarkFlags axis={axis} layout={layout} />
              {violation === null ? null : <Proof violation={violation} axis={axis} layout={layout} />}
              {isLooped ? <LoopBand axis={axis} layout={layout} /> : null}
            </>
          )}
        />
      )}
    </div>
  );
}
