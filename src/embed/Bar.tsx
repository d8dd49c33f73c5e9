import { type MouseEvent, useEffect, useRef } from 'react';
import { useEmbed } from '../i18n';
import { useAppStore, useStore } from '../store';
import { Icon, IconButton } from '../ui';
import { useEmbedModel, useEmbedState } from './context';
import { addressOf, fullPage } from './full-page';
import { Track } from './Track';

/** Back, play, on; the run; and the way to the full page. */
export function Bar() {
  const model = useEmbedModel();
  const texts = useEmbed();
  const controls = useEmbedState((state) => state.options.controls);
  if (controls === 'none') return null;
  const full = controls === 'full';
  return (
    <div className="embed__controls">
      {full ? (
        <IconButton
          tip="above-start"
          label={texts.back}
          icon={<StepIcon direction={-1} />}
          onClick={() => model.step(-1)}
        />
      ) : null}
      <PlayButton />
      {full ? (
        <IconButton tip="above" label={texts.forward} icon={<StepIcon direction={1} />} onClick={() => model.step(1)} />
      ) : null}
      <Track />
      <OpenLink />
    </div>
  );
}

function PlayButton() {
  const model = useEmbedModel();
  const texts = useEmbed();
  const playing = useStore((state) => state.playback.playing);
  return (
    <IconButton
      tip="above-start"
      label={playing ? texts.pause : texts.play}
      icon={<Icon name={playing ? 'pause' : 'play'} />}
      onClick={() => model.toggle()}
    />
  );
}

/** To the end of a stretch: a triangle against a line. */
function StepIcon({ direction }: { readonly direction: -1 | 1 }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d="M4 3.2v9.6L10.4 8ZM10.8 3.2h1.7v9.6h-1.7z"
        fill="currentColor"
        transform={direction < 0 ? 'matrix(-1 0 0 1 16 0)' : undefined}
      />
    </svg>
  );
}

/** The full page, with exactly this run at exactly this instant. */
export function OpenLink() {
  const store = useAppStore();
  const content = useEmbedState((state) => state.content);
  const texts = useEmbed();
  const link = useRef<HTMLAnchorElement>(null);
  const update = () => {
    const address = addressOf(store, content);
    const { current } = link;
    if (address === null || current === null) return;
    current.href = fullPage(address);
    // For paper, where a link cannot be followed.
    current.lastElementChild?.setAttribute('data-address', current.href);
  };
  useEffect(() => {
    store.link().then(update, () => undefined);
    return store.subscribe(({ playback }) => {
      if (!playback.playing) update();
    });
  });
  const onClick = (_: MouseEvent) => {
    store.pause();
    update();
  };
  return (
    <a
      ref={link}
      className="embed__open"
      href={fullPage('#play')}
      target="_blank"
      rel="noopener"
      title={texts.openHint}
      onPointerDown={update}
      onClick={onClick}
    >
      <span className="embed__open-text">{texts.open}</span>
      <svg
        width="14"
        height="14"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        aria-hidden="true"
      >
        <path d="M12.5 9.5v4h-10v-10h4M9.5 2.5h4v4M13.2 2.8 7.5 8.5" />
      </svg>
      <span className="embed__address" aria-hidden="true" />
    </a>
  );
}
