import { useEffect, useMemo, useState } from 'react';
import { Why } from '../app/panes';
import { type Captions, fillCaption, loadCaptions, useEmbed, useTexts } from '../i18n';
import { useStore } from '../store';
import { useEmbedModel, useEmbedState, useStop } from './context';
import type { Told } from './open';

/** What there is to say at this instant: the story's caption, or what just happened and why. */
export function Caption({ brief }: { readonly brief: boolean }) {
  const texts = useEmbed();
  const model = useEmbedModel();
  const { content, missing } = useEmbedState((state) => state);
  const off = useStore(({ session }) => session.run.config.options.off.length > 0);
  useStore(({ session }) => session.run);
  const told = content.told;
  return (
    <section className="embed__text" aria-label={texts.narration} aria-live="polite">
      {content.fault === null ? null : <p className="embed__fault">{texts.faults[content.fault]}</p>}
      {missing ? <p className="embed__fault">{texts.missing}</p> : null}
      {off ? <p className="embed__fault">{texts.rulesOff}</p> : null}
      {told === null || !model.isUntouched() ? <Why brief={brief} inPanel /> : <StoryCaption told={told} />}
    </section>
  );
}

function StoryCaption({ told }: { readonly told: Told }) {
  const { common, citation, language } = useTexts();
  const { index } = useStop();
  const [captions, setCaptions] = useState<Captions | null>(null);
  useEffect(() => {
    let wanted = true;
    const show = (found: Captions) => {
      if (wanted) setCaptions(found);
    };
    loadCaptions(language, told.chapter.id).then(show, () => undefined);
    return () => {
      wanted = false;
    };
  }, [language, told]);
  const stop = told.stops[index];
  const facts = useMemo(() => told.factsAt(stop), [told, stop]);
  if (captions === null) return null;
  return (
    <>
      <p className="why__sentence">{fillCaption(captions.cues[stop.cue.id].say, facts, common)}</p>
      <p className="why__section">{common.capital(citation(stop.cue.section))}</p>
    </>
  );
}
