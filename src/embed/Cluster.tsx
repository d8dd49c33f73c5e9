import { type ComponentProps, lazy, Suspense, useState } from 'react';
import { loadTargetMenu, type TargetMenuState, useReducedMotion, useTheme } from '../app/panes';
import { useEmbed, useTexts } from '../i18n';
import { type FrameSource, Stage } from '../stage';
import { type AppStore, useAppStore, useStore } from '../store';
import { useEmbedModel, useEmbedState } from './context';
import { Guard } from './Guard';
import { isOffered } from './permissions';

const TargetMenu = lazy(async () => ({ default: await loadTargetMenu() }));

const sources = new WeakMap<AppStore, FrameSource>();

/** The store's frames; an embed draws by itself, because many of them may be on a page. */
function sourceOf(store: AppStore): FrameSource {
  const known = sources.get(store) ?? { current: store.frame, subscribe: store.subscribeFrame };
  sources.set(store, known);
  return known;
}

/** The radius of a server in an embed of the usual width. */
const RADIUS = 30;

type StageProps = ComponentProps<typeof Stage>;

/** The cluster, as it moves; what a challenge changes of it is given. */
export function Cluster(props: Partial<StageProps>) {
  const store = useAppStore();
  const texts = useTexts();
  const selection = useStore((state) => state.view.selection);
  const playing = useStore((state) => state.playback.playing);
  const rate = useStore((state) => state.playback.rate);
  const reducedMotion = useReducedMotion();
  // In a hall marks grow with their place.
  const radius = useTheme() === 'projector' ? undefined : RADIUS;
  return (
    <Stage
      source={sourceOf(store)}
      texts={texts.stage}
      radius={radius}
      brief
      selection={selection}
      onSelect={(target) => store.select(target)}
      rate={rate}
      paused={!playing}
      reducedMotion={reducedMotion}
      {...props}
    />
  );
}

/** The cluster and what may be done to it. */
export function LiveCluster() {
  const store = useAppStore();
  const model = useEmbedModel();
  const texts = useTexts();
  const words = useEmbed();
  const { options, resting } = useEmbedState((state) => state);
  const [menu, setMenu] = useState<TargetMenuState | null>(null);
  const onMenu: StageProps['onMenu'] = (target, anchor) => {
    store.select(target);
    if (options.allow.length > 0) setMenu({ target, anchor });
  };
  return (
    <section className="embed__stage" aria-label={texts.app.regions.stage}>
      <Cluster
        onSelect={(target) => {
          if (resting || (options.controls === 'none' && target === null)) model.toggle();
          store.select(target);
        }}
        onMenu={onMenu}
      />
      {resting ? (
        <button type="button" className="embed__rest" onClick={() => model.play()}>
          {words.stopped}
        </button>
      ) : null}
      {menu === null ? null : (
        <Guard>
          <Suspense>
            <TargetMenu state={menu} onClose={() => setMenu(null)} allows={(id) => isOffered(id, options.allow)} />
          </Suspense>
        </Guard>
      )}
    </section>
  );
}
