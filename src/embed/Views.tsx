import { type ReactNode, useMemo, useRef } from 'react';
import { heightOfLogs, InspectorPane, LaterOperations, SafetyPane } from '../app/panes';
import { useEmbed, useTexts } from '../i18n';
import type { EmbedView } from '../share';
import { type FrameSource, LogTable, Timeline } from '../stage';
import { useAppStore, useFrame, useStore } from '../store';
import type { Frame } from '../trace';
import { useSize } from '../ui';

/** What is shown beside the cluster, each only where it was asked for. */
export function Views({ views }: { readonly views: readonly EmbedView[] }) {
  const texts = useEmbed();
  const { regions } = useTexts().app;
  const shown: Partial<Record<EmbedView, readonly [string, ReactNode]>> = {
    log: [texts.logs, <Logs key="log" />],
    spacetime: [texts.spacetime, <Spacetime key="spacetime" />],
    inspector: [regions.inspector, <InspectorPane key="inspector" />],
    clients: [texts.clients, <LaterOperations key="clients" count={4} />],
    safety: [texts.safety, <SafetyPane key="safety" />],
  };
  return (
    <div className="embed__views">
      {views.map((view) => {
        const [label, pane] = shown[view] ?? ['', null];
        // The logs are a region by themselves.
        const name = view === 'log' ? undefined : label;
        return (
          <section key={view} className={`embed__view embed__view--${view}`} aria-label={name}>
            {pane}
          </section>
        );
      })}
    </div>
  );
}

const whole = (frame: Frame): Frame => frame;

function Logs() {
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

const DIAGRAM = 200;

function Spacetime() {
  const store = useAppStore();
  const trace = useStore((state) => state.session.trace);
  const rate = useStore((state) => state.playback.rate);
  const source = useMemo((): FrameSource => ({ current: store.frame, subscribe: store.subscribeFrame }), [store]);
  const settled = useMemo(
    (): FrameSource => ({ current: store.settledFrame, subscribe: store.subscribeTransition }),
    [store],
  );
  return (
    <Timeline
      trace={trace}
      source={source}
      settled={settled}
      rate={rate}
      onSeek={(time) => store.seek(time)}
      height={DIAGRAM}
    />
  );
}
