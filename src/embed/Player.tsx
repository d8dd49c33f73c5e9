import { lazy, Suspense, useCallback } from 'react';
import { AllowedProvider, Spoken, useDocumentSettings } from '../app/panes';
import { useEmbed, useTexts } from '../i18n';
import { type EntryId, useStore } from '../store';
import { Bar } from './Bar';
import { Caption } from './Caption';
import type { ChallengeProps } from './Challenge';
import { Cluster, LiveCluster } from './Cluster';
import { useEmbedModel, useEmbedState } from './context';
import { useFold } from './fit';
import { Guard } from './Guard';
import { isOffered } from './permissions';

const Views = lazy(async () => ({ default: (await import('./Views')).Views }));
const Challenge = lazy(async () => ({ default: (await import('./Challenge')).Challenge }));

/** The whole embed: a challenge, or a run that is played. */
export function Player() {
  const { language } = useTexts();
  const texts = useEmbed();
  const scale = useStore((state) => state.settings.scale);
  useDocumentSettings(language, texts.title, scale);
  const embed = useEmbedModel();
  const asked = useEmbedState((state) => state.content.asked);
  const quiz = useEmbedState((state) => state.quiz);
  const { controls, allow } = useEmbedState((state) => state.options);
  const isAllowed = useCallback((id: EntryId) => isOffered(id, allow), [allow]);
  return (
    <AllowedProvider value={isAllowed}>
      {asked === null || quiz === null ? (
        <Played scale={scale} />
      ) : (
        <Asked controls={controls} of={{ embed, asked, quiz }} />
      )}
    </AllowedProvider>
  );
}

/** The cluster and what is to be said, what else was asked for, and the bar. */
function Played({ scale }: { readonly scale: number }) {
  const { views, controls } = useEmbedState((state) => state.options);
  const servers = useStore((state) => state.session.run.config.servers);
  const fold = useFold(views, servers, scale, controls !== 'none');
  const folded = fold !== null;
  const hasWhy = views.includes('why') && !folded;
  const turned = folded && fold.turned;
  const hasStage = views.includes('cluster') && !turned;
  const others = views.filter((view) => (view !== 'cluster' || turned) && (view !== 'why' || folded));
  const form = folded
    ? ` embed--folded${fold.narrow ? ' embed--narrow' : ''}${turned ? ' embed--turned' : ''}`
    : hasWhy
      ? ' embed--why'
      : '';
  return (
    <main className={`embed embed--${controls}${form}`} data-wanted={fold?.wanted}>
      {hasStage || hasWhy || turned ? (
        <div className="embed__top">
          {hasStage ? <LiveCluster /> : null}
          <Caption brief={!hasWhy} />
        </div>
      ) : null}
      <Guard>
        <Suspense fallback={<div className="embed__views" />}>
          {others.length === 0 ? null : <Views views={others} folded={folded} />}
        </Suspense>
      </Guard>
      <Bar />
      <Spoken announces={false} />
    </main>
  );
}

interface AskedProps {
  readonly controls: string;
  readonly of: Pick<ChallengeProps, 'embed' | 'asked' | 'quiz'>;
}

/** A challenge; until its question has come, the picture of the run as it stands still. */
function Asked({ controls, of }: AskedProps) {
  const still = (
    <>
      <div className="embed__top">
        <section className="embed__stage">
          <Cluster />
        </section>
      </div>
      <div className="embed__controls" />
    </>
  );
  return (
    <main className={`embed embed--asked embed--${controls}`}>
      <Guard>
        <Suspense fallback={still}>
          <Challenge {...of} still={still} />
        </Suspense>
      </Guard>
    </main>
  );
}
