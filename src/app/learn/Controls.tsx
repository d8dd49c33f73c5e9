import { useTexts } from '../../i18n';
import { Icon } from '../../ui';
import type { StoryActions } from './keys';

interface ControlsProps {
  readonly index: number;
  readonly count: number;
  readonly keys: StoryActions;
  /** In the footer of a phone, with the hand between the two. */
  readonly narrow?: boolean;
}

/** Back and Next, which never move, and how far the chapter has come. */
export function Controls({ index, count, keys, narrow = false }: ControlsProps) {
  const texts = useTexts().doors.story;
  const next = index + 1 < count ? texts.next : keys.isLast ? texts.finish : texts.nextChapter;
  return (
    <fieldset className={`controls${narrow ? ' controls--narrow' : ''}`} aria-label={texts.controls}>
      <button type="button" className="button controls__back" disabled={index === 0} onClick={keys.back}>
        <Icon name="previous" />
        <span>{texts.back}</span>
      </button>
      {narrow ? (
        <button type="button" className="button controls__hand" aria-label={texts.takeOver} onClick={keys.takeOver}>
          <Icon name="hand" size={20} />
        </button>
      ) : null}
      <button type="button" className="button button--primary controls__next" onClick={keys.next}>
        <span>{next}</span>
        <Icon name="next" />
      </button>
      <p className="controls__step">{texts.step(index + 1, count)}</p>
    </fieldset>
  );
}
