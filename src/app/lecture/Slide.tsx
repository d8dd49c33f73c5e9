import { lazy, Suspense, useRef } from 'react';
import { useLectureWords, useTexts } from '../../i18n';
import { Stage } from '../../stage';
import { Button, Icon, useSize } from '../../ui';
import { useStage } from '../sources';
import { Why } from '../why/Why';
import { Cues } from './Cues';
import { useFocusTransform } from './focus';
import { useLectureState, useSession } from './hooks';
import { Over } from './Over';

const SlideLogs = lazy(async () => ({ default: (await import('./SlideLogs')).SlideLogs }));
const Figures = lazy(async () => ({ default: (await import('../learn/Figures')).Figures }));

/** The picture is laid out in a box of this size, whatever the screen, and then drawn as large as it fits. */
const WIDTH = 1090;
const HEIGHT = 613;
/** A window narrower than this is a phone's: everything below one another. */
const NARROW = 640;
/** Drawn smaller than this the picture says nothing; a low frame that is wide enough shows it as it is. */
const ZOOM_LEAST = 0.47;
/** Of a server, for the last row of a hall. */
const RADIUS = 44;

/** What the hall sees: stage, caption, logs, cues. In the lecturer's window the same, smaller. */
export function Slide({ quiet = false }: { readonly quiet?: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const zoom = size === null ? 0 : Math.min(size.width / WIDTH, size.height / HEIGHT);
  const words = useLectureWords();
  const isNarrow = !quiet && size !== null && size.width < NARROW && zoom < ZOOM_LEAST;
  return (
    <div ref={box} className="lecture__box">
      {zoom === 0 ? null : isNarrow ? (
        <section className="slide slide--narrow" aria-label={words.picture}>
          <Contents quiet={quiet} narrow />
          <Steps />
        </section>
      ) : (
        <section className="slide" style={{ width: WIDTH, height: HEIGHT, zoom }} aria-label={words.picture}>
          <Contents quiet={quiet} />
        </section>
      )}
    </div>
  );
}

/** On phones, which have no keys. */
function Steps() {
  const { controls } = useSession();
  const { actions } = useLectureWords();
  return (
    <div className="slide__steps">
      <Button icon={<Icon name="previous" />} onClick={controls.back}>
        {actions.cueBack.label}
      </Button>
      <Button variant="primary" icon={<Icon name="next" />} onClick={controls.next}>
        {actions.cueNext.label}
      </Button>
    </div>
  );
}

function Contents({ quiet, narrow = false }: { readonly quiet: boolean; readonly narrow?: boolean }) {
  const { plan } = useSession();
  const { place } = useLectureState();
  const cue = plan.cues[place.index];
  const hasFigure = cue.figure !== null && plan.captions?.figures !== undefined;
  return (
    <Over quiet={quiet}>
      <div className={`slide__body${hasFigure ? ' has-figure' : ''}${plan.logs ? '' : ' has-no-logs'}`}>
        {hasFigure && cue.figure !== null && plan.captions?.figures !== undefined ? (
          <div className="slide__figure">
            <Suspense fallback={null}>
              <Figures figure={cue.figure} words={plan.captions.figures} />
            </Suspense>
          </div>
        ) : (
          <SlideStage narrow={narrow} />
        )}
        <Caption quiet={quiet} />
        {plan.logs && !hasFigure ? (
          <Suspense fallback={null}>
            <SlideLogs />
          </Suspense>
        ) : null}
      </div>
      <Cues quiet={quiet} />
    </Over>
  );
}

/** What is said here. On the way to the next cue it is past. */
function Caption({ quiet }: { readonly quiet: boolean }) {
  const { plan } = useSession();
  const { place } = useLectureState();
  const words = useLectureWords();
  const { caption } = plan.cues[place.index];
  const isEmpty = plan.cues.every((cue) => cue.caption === '' && cue.notes === '') && plan.cues.length === 1;
  return (
    <div
      className={`slide__caption${place.goal === null ? '' : ' is-past'}`}
      data-length={plan.why ? 'long' : lengthOf(caption)}
      aria-live={quiet ? undefined : 'polite'}
    >
      {plan.why ? <Why brief inPanel /> : <p>{isEmpty ? words.noBookmarks : caption}</p>}
    </div>
  );
}

/** How much room a caption takes; ideographs take twice that of a letter. */
function lengthOf(caption: string): 'usual' | 'long' | 'longest' {
  const width = [...caption].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
  if (width > 190) return 'longest';
  return width > 118 ? 'long' : 'usual';
}

function SlideStage({ narrow }: { readonly narrow: boolean }) {
  const texts = useTexts();
  const { stage } = useStage();
  const box = useRef<HTMLDivElement>(null);
  const { show } = useLectureState();
  const transform = useFocusTransform(box, show.focus);
  return (
    <section className="slide__stage" aria-label={texts.app.regions.stage}>
      <div ref={box} className="slide__zoom" style={{ transform }}>
        <Stage {...stage} radius={narrow ? undefined : RADIUS} below />
      </div>
    </section>
  );
}
