import { useCallback, useState } from 'react';
import { useTexts } from '../../i18n';
import { Stage, type StageTarget } from '../../stage';
import { useAppStore, useFrame, useStore } from '../../store';
import type { Frame } from '../../trace';
import { Icon, IconButton } from '../../ui';
import { FIRST_CHAPTER } from '../chapter-count';
import { useReducedMotion } from '../document';
import { useLayout } from '../layout';
import { storyAddress } from '../route';
import { useFrameSource } from '../sources';

/** The headline, and beside it a cluster that can be broken at once. */
export function Hero() {
  const texts = useTexts().doors.hero;
  const store = useAppStore();
  const openSandbox = () => {
    // What the reader did here goes along.
    store.link().then(
      (link) => {
        window.location.hash = link;
      },
      () => {
        window.location.hash = '#play';
      },
    );
  };
  return (
    <section className="hero">
      <div className="hero__text">
        <h1 className="hero__title">{texts.title}</h1>
        <p className="hero__about">{texts.about}</p>
        <p className="hero__buttons">
          <a className="button button--primary" href={storyAddress({ chapter: FIRST_CHAPTER, cue: null })}>
            {texts.tour}
          </a>
          <button type="button" className="button" onClick={openSandbox}>
            {texts.sandbox}
          </button>
        </p>
      </div>
      <HeroStage />
    </section>
  );
}

function HeroStage() {
  const store = useAppStore();
  const texts = useTexts();
  const source = useFrameSource();
  const playing = useStore((state) => state.playback.playing);
  const rate = useStore((state) => state.playback.rate);
  const reducedMotion = useReducedMotion();
  const [touched, setTouched] = useState<number | null>(null);
  const select = (target: StageTarget | null) => {
    if (target?.type !== 'server') return;
    const isDown = store.frame().servers[target.id - 1]?.status === 'crashed';
    store.act({ type: isDown ? 'restart' : 'crash', server: target.id });
    store.play();
    setTouched(target.id);
  };
  return (
    <section id="stage" className="hero__live" aria-label={texts.doors.hero.stage} tabIndex={-1}>
      <div className="hero__stage">
        <Stage
          source={source}
          texts={texts.stage}
          selection={null}
          onSelect={select}
          rate={rate}
          paused={!playing}
          reducedMotion={reducedMotion}
        />
      </div>
      <div className="hero__status">
        <Status touched={touched} />
        <PlayButton playing={playing} />
      </div>
    </section>
  );
}

/** What has just been done, and what can be done next. */
function Status({ touched }: { readonly touched: number | null }) {
  const texts = useTexts().doors.hero;
  const { form } = useLayout();
  const down = useFrame(
    useCallback((frame: Frame) => frame.servers.filter(({ status }) => status === 'crashed').length, []),
  );
  const isDown = useFrame(
    useCallback(
      (frame: Frame) => frame.servers.some(({ id, status }) => id === touched && status === 'crashed'),
      [touched],
    ),
  );
  const all = useFrame(useCallback((frame: Frame) => frame.servers.length, []));
  const invitation = form === 'narrow' ? texts.tap : texts.crash;
  const text =
    touched === null
      ? invitation
      : down * 2 >= all
        ? texts.noMajority
        : isDown
          ? texts.down(touched)
          : texts.up(touched);
  return <p aria-live="polite">{text}</p>;
}

/** What moves by itself can be stopped. */
function PlayButton({ playing }: { readonly playing: boolean }) {
  const store = useAppStore();
  const texts = useTexts().doors.hero;
  return (
    <IconButton
      tip="above"
      variant={playing ? 'plain' : 'primary'}
      label={playing ? texts.pause : texts.play}
      icon={<Icon name={playing ? 'pause' : 'play'} />}
      onClick={() => store.toggle()}
    />
  );
}
