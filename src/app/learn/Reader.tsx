import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type Captions, type Contents, fillCaption, useTexts } from '../../i18n';
import { Stage } from '../../stage';
import { useAppStore } from '../../store';
import { CHAPTERS, type Chapter, factsAt, findStops, instantOf, type Stop } from '../../stories';
import { LaterOperations } from '../client/LaterOperations';
import { DoorHeader } from '../DoorHeader';
import { GroupChooser } from '../GroupChooser';
import { Logs } from '../Logs';
import { useLayout } from '../layout';
import { challengeAddress, storyAddress, withBack } from '../route';
import { SkipLink } from '../SkipLink';
import { Spoken } from '../Spoken';
import { useStage } from '../sources';
import { Controls } from './Controls';
import { type StoryActions, swipeHandlers, useStoryKeys } from './keys';
import { LaterForHall } from './LaterForHall';
import { Narration, Offer, type Told } from './Narration';
import { createPlayer, type Player, type PlayerState } from './player';
import { Runs } from './Runs';
import { StoryLine } from './StoryLine';

const Figures = lazy(async () => ({ default: (await import('./Figures')).Figures }));

interface ReaderProps {
  readonly className: string;
  readonly chapter: Chapter;
  /** Where to begin; null: at the start. */
  readonly cue: string | null;
  readonly captions: Captions;
  readonly contents: Contents;
}

/** A chapter: the run at a stop, what there is to say about it, and the ways on, back and out. */
export function Reader({ className, chapter, cue, captions, contents }: ReaderProps) {
  const texts = useTexts();
  const { form, width, height } = useLayout();
  const stops = useMemo(() => stopsOf(chapter), [chapter]);
  const { player, state, lost } = usePlayer(chapter, stops, cue);
  const { title } = contents[chapter.id];
  const stop = stops[state.index];
  const told = useTold(chapter, stop, captions);
  const keys = useStoryActions(chapter, stops, player, stop);
  useStoryKeys(keys);
  useTitle(texts.doors.titles.story(title));
  const swipe = useMemo(() => swipeHandlers(keys), [keys]);
  const narrow = form === 'narrow';
  const challenge = state.index + 1 < stops.length ? null : challengeOf(chapter);
  const offer = <Offer told={told} narrow={narrow} onTakeOver={keys.takeOver} challenge={challenge} />;
  const narration = (
    <Narration
      chapter={chapter}
      contents={contents}
      told={told}
      moving={state.goal !== null}
      lost={lost}
      runs={<Runs stops={stops} act={stop.act} parts={captions.parts} onGo={player.goTo} />}
    >
      {narrow ? null : (
        <>
          <Controls index={state.index} count={stops.length} keys={keys} />
          {offer}
          {width >= 1600 && height >= 840 ? (
            <LaterForHall address={`#lecture=${chapter.id}&cue=${stop.cue.id}`} />
          ) : null}
        </>
      )}
    </Narration>
  );
  return (
    <div
      className={`${className} learn--story${chapter.logs ? ' learn--logs' : ''}${isCrowded(chapter) ? ' learn--crowded' : ''}`}
    >
      <SkipLink target="narration">{texts.doors.story.narration}</SkipLink>
      <DoorHeader door="story" title={title} />
      <main className="story" {...swipe}>
        {narrow ? null : narration}
        <div className="story__pictures">
          {stop.cue.figure?.type === 'table' && narrow ? narration : null}
          <Picture stop={stop} captions={captions} />
          {stop.cue.figure?.type !== 'table' && narrow ? narration : null}
          {chapter.logs && stop.cue.figure === undefined ? <Logs /> : null}
          {chapter.client ? (
            <section className="story__client" aria-label={texts.app.regions.client}>
              <h2>{texts.app.client.title}</h2>
              <LaterOperations count={2} />
            </section>
          ) : null}
          {narrow ? offer : null}
        </div>
      </main>
      <footer className="story__foot">
        <StoryLine
          chapter={chapter}
          stops={stops}
          index={state.index}
          parts={captions.parts}
          compact={narrow}
          onGo={player.goTo}
        />
        {narrow ? <Controls index={state.index} count={stops.length} keys={keys} narrow /> : null}
      </footer>
      <Spoken announces={false} />
    </div>
  );
}

/** There is more below the stage than five logs of one run. */
const isCrowded = ({ acts }: Chapter): boolean => acts.length > 1 || acts[0].scenario.run.config.servers > 5;

/** The address of the challenge that a chapter ends with, or null. */
function challengeOf({ id }: Chapter): string | null {
  const challenge = CHAPTERS.find((entry) => entry.id === id)?.challenge;
  return challenge === undefined ? null : challengeAddress({ challenge, variant: 1 });
}

function stopsOf(chapter: Chapter): readonly Stop[] {
  const stops = findStops(chapter);
  if (!stops.ok) throw new Error(`The story has no moment for ${stops.error}.`);
  return stops.value;
}

function usePlayer(chapter: Chapter, stops: readonly Stop[], cue: string | null) {
  const store = useAppStore();
  const wanted = cue === null ? 0 : stops.findIndex((stop) => stop.cue.id === cue);
  const [lost] = useState(wanted < 0);
  const [player] = useState(() => createPlayer(store, chapter, stops, Math.max(0, wanted)));
  const state: PlayerState = useSyncExternalStore(player.subscribe, player.state);
  useEffect(() => () => player.dispose(), [player]);
  // The address was changed by hand, or the browser's own back was pressed.
  useEffect(() => {
    if (wanted >= 0 && wanted !== player.state().index) player.goTo(wanted);
  }, [wanted, player]);
  // The address names what is being told.
  useEffect(() => {
    const address = storyAddress({ chapter: chapter.id, cue: stops[state.index].cue.id });
    try {
      window.history.replaceState(null, '', address);
    } catch {
      // The browser refuses; the story goes on.
    }
  }, [chapter, stops, state.index]);
  return { player, state, lost };
}

/** The caption of a stop in the reader's language, filled from the state at its moment. */
function useTold(chapter: Chapter, stop: Stop, captions: Captions): Told {
  const { common, citation } = useTexts();
  return useMemo(() => {
    const words = captions.cues[stop.cue.id];
    const facts = factsAt(stop.cue, instantOf(chapter, stop));
    return {
      caption: fillCaption(words.say, facts, common),
      tryIt: fillCaption(words.tryIt ?? captions.tryIt, facts, common),
      citation: common.capital(citation(stop.cue.section)),
    };
  }, [chapter, stop, captions, common, citation]);
}

function useStoryActions(chapter: Chapter, stops: readonly Stop[], player: Player, stop: Stop): StoryActions {
  const store = useAppStore();
  return useMemo(() => {
    const following = CHAPTERS[CHAPTERS.findIndex(({ id }) => id === chapter.id) + 1];
    return {
      next: () => {
        if (player.next()) return;
        window.location.hash = following === undefined ? '#learn' : storyAddress({ chapter: following.id, cue: null });
      },
      back: () => player.back(),
      first: () => player.goTo(0),
      last: () => player.goTo(stops.length - 1),
      takeOver: () => {
        store.pause();
        const { group } = store.getState().session;
        const back = { chapter: chapter.id, cue: stop.cue.id, ...(group > 1 ? { group } : {}) };
        const go = (link: string) => {
          window.location.hash = withBack(link, back);
        };
        store.link().then(go, () => undefined);
      },
      isLast: following === undefined,
    };
  }, [chapter, stops, player, stop, store]);
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** The cluster at the stop, or what stands in its place. */
function Picture({ stop, captions }: { readonly stop: Stop; readonly captions: Captions }) {
  const { figure } = stop.cue;
  if (figure === undefined || captions.figures === undefined) return <StoryStage />;
  return (
    <Suspense fallback={<div className="story__stage" />}>
      <Figures figure={figure} words={captions.figures} />
    </Suspense>
  );
}

function StoryStage() {
  const texts = useTexts();
  const { states, stage } = useStage();
  return (
    <section
      className={states.length === 0 ? 'story__stage' : 'story__stage has-groups'}
      aria-label={texts.app.regions.stage}
    >
      <GroupChooser groups={states} />
      <Stage {...stage} />
    </section>
  );
}
