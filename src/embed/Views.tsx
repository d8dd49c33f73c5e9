import { type ReactNode, useMemo } from 'react';
import { InspectorPane, LaterOperations, SafetyPane, Why } from '../app/panes';
import { useEmbed, useTexts } from '../i18n';
import type { EmbedView } from '../share';
import { type FrameSource, Timeline } from '../stage';
import { useAppStore, useStore } from '../store';
import { LiveCluster } from './Cluster';
import { Fold, type Pane, View } from './Fold';
import { leastOf } from './fit';
import { Logs } from './Logs';

interface ViewsProps {
  readonly views: readonly EmbedView[];
  /** The frame is too low for all of them below one another. */
  readonly folded: boolean;
}

/** What is shown beside the cluster, each only where it was asked for. */
export function Views({ views, folded }: ViewsProps) {
  const texts = useEmbed();
  const { regions } = useTexts().app;
  const servers = useStore((state) => state.session.run.config.servers);
  const shown: Partial<Record<EmbedView, readonly [string, ReactNode]>> = {
    cluster: [texts.cluster, <LiveCluster key="cluster" />],
    log: [texts.logs, <Logs key="log" />],
    spacetime: [texts.spacetime, <Spacetime key="spacetime" />],
    inspector: [regions.inspector, <InspectorPane key="inspector" />],
    why: [texts.why, <Why key="why" inPanel />],
    clients: [texts.clients, <LaterOperations key="clients" count={4} />],
    safety: [texts.safety, <SafetyPane key="safety" />],
  };
  const panes = views.map((view): Pane => {
    const [label, node] = shown[view] ?? ['', null];
    return { id: view, label, node, height: leastOf(view, servers) };
  });
  if (folded) return <Fold className="embed__views" panes={panes} />;
  return (
    <div className="embed__views">
      {panes.map((pane) => (
        <View key={pane.id} {...pane} />
      ))}
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
