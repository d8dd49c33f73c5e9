import { formatRate, useTexts } from '../i18n';
import { RATES, useAppStore, useStore } from '../store';
import { Icon, IconButton, MenuButton, type MenuItem, Segments } from '../ui';
import { TimeReadout } from './TimeReadout';

const SHOWN: readonly number[] = [1 / 100, 1 / 20, 1 / 5, 1];

/** Back, play or pause, on; the time; the speed; from key moment to key moment. */
export function Transport() {
  const store = useAppStore();
  const texts = useTexts();
  const { transport } = texts.app;
  return (
    <fieldset className="transport" aria-label={transport.label}>
      <IconButton
        variant="outline"
        tip="above-start"
        label={transport.back}
        hint={texts.keyName('ArrowLeft')}
        icon={<Icon name="back" />}
        onClick={() => store.stepEvent(-1)}
      />
      <PlayButton />
      <IconButton
        variant="outline"
        tip="above"
        label={transport.forward}
        hint={texts.keyName('ArrowRight')}
        icon={<Icon name="forward" />}
        onClick={() => store.stepEvent(1)}
      />
      <TimeReadout />
      <Speed />
      <span className="transport__moments">
        <IconButton
          tip="above"
          label={transport.previousMoment}
          hint={texts.keyName('Shift+ArrowLeft')}
          icon={<Icon name="previous" />}
          onClick={() => store.stepMark(-1)}
        />
        <IconButton
          tip="above"
          label={transport.nextMoment}
          hint={texts.keyName('Shift+ArrowRight')}
          icon={<Icon name="next" />}
          onClick={() => store.stepMark(1)}
        />
      </span>
    </fieldset>
  );
}

function PlayButton() {
  const store = useAppStore();
  const texts = useTexts();
  const playing = useStore((state) => state.playback.playing);
  return (
    <IconButton
      variant="primary"
      tip="above"
      label={playing ? texts.app.transport.pause : texts.app.transport.play}
      hint={texts.keyName(' ')}
      icon={<Icon name={playing ? 'pause' : 'play'} />}
      onClick={() => store.toggle()}
    />
  );
}

function Speed() {
  const store = useAppStore();
  const texts = useTexts().app.transport;
  const rate = useStore((state) => state.playback.rate);
  const auto = useStore((state) => state.playback.auto);
  const isShown = SHOWN.includes(rate);
  const rates = isShown ? SHOWN : [...SHOWN, rate].sort((a, b) => a - b);
  const choices = rates.map((value) => ({ value, label: formatRate(value) }));
  return (
    <span className="transport__speed">
      <Segments
        label={texts.speed}
        value={auto ? 0 : rate}
        choices={[{ value: 0, label: texts.auto }, ...choices]}
        onChange={(value) => (value === 0 ? store.setAuto(true) : store.setRate(value))}
      />
      <SpeedMenu />
    </span>
  );
}

/** Every speed there is. */
function SpeedMenu({ children }: { readonly children?: string }) {
  const store = useAppStore();
  const texts = useTexts().app.transport;
  const rate = useStore((state) => (state.playback.auto ? 0 : state.playback.rate));
  const items = () =>
    [0, ...RATES].map(
      (value): MenuItem => ({
        type: 'item',
        id: String(value),
        label: value === 0 ? texts.auto : formatRate(value),
        checked: value === rate,
        onSelect: () => (value === 0 ? store.setAuto(true) : store.setRate(value)),
      }),
    );
  return (
    <MenuButton
      bare={children === undefined}
      className={children === undefined ? 'button button--plain button--icon' : 'button button--outline'}
      label={children === undefined ? texts.moreSpeeds : `${texts.speed} ${children}`}
      items={items}
    >
      {children ?? <Icon name="more" />}
    </MenuButton>
  );
}

/** On phones: large buttons, and playing is the largest. */
export function NarrowTransport() {
  const store = useAppStore();
  const texts = useTexts().app.transport;
  const playing = useStore((state) => state.playback.playing);
  const rate = useStore((state) => (state.playback.auto ? 0 : state.playback.rate));
  return (
    <fieldset className="transport transport--narrow" aria-label={texts.label}>
      <button type="button" className="button" aria-label={texts.back} onClick={() => store.stepEvent(-1)}>
        <Icon name="back" size={18} />
      </button>
      <button type="button" className="button button--primary transport__play" onClick={() => store.toggle()}>
        <Icon name={playing ? 'pause' : 'play'} size={18} />
        {playing ? texts.pause : texts.play}
      </button>
      <button type="button" className="button" aria-label={texts.forward} onClick={() => store.stepEvent(1)}>
        <Icon name="forward" size={18} />
      </button>
      <SpeedMenu>{rate === 0 ? texts.auto : formatRate(rate)}</SpeedMenu>
    </fieldset>
  );
}
