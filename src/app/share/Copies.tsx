import { type RefObject, useMemo, useRef, useState } from 'react';
import { formatInstant, useScenes, useSpoken, useTexts, useTimeTools, useWhy, wordsOf } from '../../i18n';
import { type AppStore, useAppStore, useStore } from '../../store';
import { describe, explain, frameAt, headlineAt, scout, type Trace } from '../../trace';
import { Button, Icon, SelectField } from '../../ui';
import { giveFile } from '../saving';
import { COPY_KINDS, type CopyKind, type CopyParts, copyOf } from './copies';
import { Filming } from './Filming';
import { type Caption, STUDIO, Studio, type StudioHandle } from './Studio';
import { pngOf } from './svg-file';
import './share.css';

export interface CopiesProps {
  /** The full address of this run at this instant. */
  readonly address: string;
}

/** The instant as text, frame, Markdown, picture and film. */
export function Copies({ address }: CopiesProps) {
  const studio = useRef<StudioHandle>(null);
  return (
    <>
      <TextCopies address={address} />
      <Pictures studio={studio} address={address} />
      <Studio ref={studio} />
    </>
  );
}

/** "Figure 8, seed 8, at 600 ms", at any time of the run. */
function useTitle(): (time: number) => string {
  const { header } = useTexts().app;
  const names: Readonly<Record<string, string>> = useScenes();
  const { at } = useTimeTools().share;
  const scenario = useStore((state) => state.session.scenario);
  const seed = useStore((state) => state.session.run.seed);
  const name = scenario === null ? null : (names[scenario] ?? scenario);
  return (time) => at(header.run(name, seed), formatInstant(time));
}

/** What just happened, in a sentence; nothing where nothing of note did. */
function useSentence(): (trace: Trace, time: number) => string {
  const why = useWhy();
  return (trace, time) => {
    const found = headlineAt(trace, time);
    if (found === null) return '';
    const { topic, facts } = explain(trace, found);
    return wordsOf(why, topic).why(facts);
  };
}

function TextCopies({ address }: CopiesProps) {
  const store = useAppStore();
  const texts = useTimeTools().share;
  const { header } = useTexts().app;
  const words = useSpoken();
  const title = useTitle();
  const sentence = useSentence();
  const [kind, setKind] = useState<CopyKind>('markdown');
  const [copied, setCopied] = useState<string | null>(null);
  const trace = useStore((state) => state.session.trace);
  const time = useStore((state) => state.playback.time);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are those of the page.
  const parts = useMemo<CopyParts>(
    () => ({
      address,
      title: title(time),
      sentence: sentence(trace, time),
      described: describe(store.frame(), words.describe),
    }),
    [store, address, trace, time],
  );
  const text = copyOf(kind, parts);
  const copy = () => {
    navigator.clipboard?.writeText(text).then(
      () => setCopied(text),
      () => setCopied(null),
    );
  };
  return (
    <section className="share-part">
      <h3>{texts.text}</h3>
      <SelectField
        label={texts.kind}
        value={kind}
        choices={COPY_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
        onChange={setKind}
      />
      <textarea
        className="input address"
        aria-label={texts.kinds[kind]}
        readOnly
        rows={4}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <div className="button-row">
        <Button icon={<Icon name={copied === text ? 'check' : 'share'} />} onClick={copy}>
          {copied === text ? texts.copied : texts.copy}
        </Button>
        <span className="unseen" role="status">
          {copied === text ? header.copied : ''}
        </span>
      </div>
    </section>
  );
}

interface PicturesProps extends CopiesProps {
  readonly studio: RefObject<StudioHandle | null>;
}

function Pictures({ studio, address }: PicturesProps) {
  const store = useAppStore();
  const texts = useTimeTools().share;
  const title = useTitle();
  const sentence = useSentence();
  const shown = address.replace(/#.*$/, '');
  const captionAt = (trace: Trace, time: number): Caption => ({
    title: title(time),
    sentence: sentence(trace, time),
    foot: shown,
  });
  const draw = () => {
    const { trace } = store.getState().session;
    return studio.current?.draw(store.frame(), captionAt(trace, store.time())) ?? Promise.resolve('');
  };
  const saveSvg = async () => give(store, new Blob([await draw()], { type: 'image/svg+xml' }), 'svg');
  const savePng = async () => give(store, await pngOf(await draw(), STUDIO.width, STUDIO.height, 2), 'png');
  return (
    <section className="share-part">
      <h3>{texts.picture}</h3>
      <p>{texts.pictureHint}</p>
      <div className="button-row">
        <Button icon={<Icon name="save" />} onClick={saveSvg}>
          SVG
        </Button>
        <Button icon={<Icon name="save" />} onClick={savePng}>
          PNG
        </Button>
      </div>
      <Filming
        onFrame={(trace, time) =>
          studio.current?.draw(frameAt(trace, time), captionAt(trace, time)) ?? Promise.resolve('')
        }
        trace={() => scout(store.getState().session.trace)}
        onFilm={(blob, ending) => give(store, blob, ending)}
      />
    </section>
  );
}

/** A file named after the run and the instant. */
function give(store: AppStore, blob: Blob | null, ending: string): void {
  if (blob === null) store.notify({ type: 'notSaved' });
  else giveFile(store, blob, `${Math.floor(store.time() / 1000)}ms.${ending}`);
}
