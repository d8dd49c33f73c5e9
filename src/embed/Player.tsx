import { type ComponentProps, lazy, Suspense, useCallback, useState } from 'react';
import {
  AllowedProvider,
  loadTargetMenu,
  Spoken,
  type TargetMenuState,
  useDocumentSettings,
  useReducedMotion,
  useTheme,
} from '../app/panes';
import { useEmbed, useTexts } from '../i18n';
import { type FrameSource, Stage } from '../stage';
import { type AppStore, type EntryId, useAppStore, useStore } from '../store';
import { Bar } from './Bar';
import { Caption } from './Caption';
import { useEmbedModel, useEmbedState } from './context';
import { isOffered } from './permissions';

const Views = lazy(async () => ({ default: (await import('./Views')).Views }));
const TargetMenu = lazy(async () => ({ default: await loadTargetMenu() }));

/** The whole embed: the cluster and what is to be said, what else was asked for, and the bar. */
export function Player() {
  const { language } = useTexts();
  const texts = useEmbed();
  const { views, controls, allow } = useEmbedState((state) => state.options);
  const isAllowed = useCallback((id: EntryId) => isOffered(id, allow), [allow]);
  const scale = useStore((state) => state.settings.scale);
  useDocumentSettings(language, texts.title, scale);
  const hasWhy = views.includes('why');
  const others = views.filter((view) => view !== 'cluster' && view !== 'why');
  return (
    <main className={`embed embed--${controls}${hasWhy ? ' embed--why' : ''}`}>
      {views.includes('cluster') || hasWhy ? (
        <div className="embed__top">
          {views.includes('cluster') ? <Cluster /> : null}
          <Caption />
        </div>
      ) : null}
      <Suspense fallback={<div className="embed__views" />}>
        {others.length === 0 ? null : (
          <AllowedProvider value={isAllowed}>
            <Views views={others} />
          </AllowedProvider>
        )}
      </Suspense>
      <Bar />
      <Spoken announces={false} />
    </main>
  );
}

const sources = new WeakMap<AppStore, FrameSource>();

/** The store's frames; an embed draws by itself, because many of them may be on a page. */
function sourceOf(store: AppStore): FrameSource {
  const known = sources.get(store) ?? { current: store.frame, subscribe: store.subscribeFrame };
  sources.set(store, known);
  return known;
}

/** The radius of a server in an embed of the usual width. */
const RADIUS = 30;

function Cluster() {
  const store = useAppStore();
  const model = useEmbedModel();
  const texts = useTexts();
  const words = useEmbed();
  const { options, resting } = useEmbedState((state) => state);
  const [menu, setMenu] = useState<TargetMenuState | null>(null);
  const selection = useStore((state) => state.view.selection);
  const playing = useStore((state) => state.playback.playing);
  const rate = useStore((state) => state.playback.rate);
  const reducedMotion = useReducedMotion();
  // In a hall marks grow with their place.
  const radius = useTheme() === 'projector' ? undefined : RADIUS;
  const onMenu: ComponentProps<typeof Stage>['onMenu'] = (target, anchor) => {
    store.select(target);
    if (options.allow.length > 0) setMenu({ target, anchor });
  };
  return (
    <section className="embed__stage" aria-label={texts.app.regions.stage}>
      <Stage
        source={sourceOf(store)}
        texts={texts.stage}
        radius={radius}
        brief
        selection={selection}
        onSelect={(target) => {
          if (resting || (options.controls === 'none' && target === null)) model.toggle();
          store.select(target);
        }}
        onMenu={onMenu}
        rate={rate}
        paused={!playing}
        reducedMotion={reducedMotion}
      />
      {resting ? (
        <button type="button" className="embed__rest" onClick={() => model.play()}>
          {words.stopped}
        </button>
      ) : null}
      {menu === null ? null : (
        <Suspense>
          <TargetMenu state={menu} onClose={() => setMenu(null)} allows={(id) => isOffered(id, options.allow)} />
        </Suspense>
      )}
    </section>
  );
}
