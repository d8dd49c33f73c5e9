import { usePanelTexts, useTimeTools } from '../../i18n';
import { type EntryId, entry, useAppStore, useStore } from '../../store';
import { Check, Icon, IconButton } from '../../ui';
import { contextOf } from '../context';
import { LoopFields } from './LoopFields';
import { StopRules } from './StopRules';
import './time.css';

/** Ways to step, what playback stops on, speed by itself, and the loop. */
export function StopsPanel() {
  return (
    <div className="panel-stack">
      <Steps />
      <StopRules />
      <AutoSpeed />
      <LoopFields />
    </div>
  );
}

interface Way {
  readonly label: string;
  readonly back: EntryId;
  readonly forward: EntryId;
  readonly disabled?: boolean;
}

function Steps() {
  const texts = useTimeTools().steps;
  const server = useStore(({ view }) => (view.selection?.type === 'server' ? view.selection.id : 0));
  const ways: readonly Way[] = [
    { label: texts.event, back: 'eventBack', forward: 'eventForward' },
    { label: texts.mark, back: 'markBack', forward: 'markForward' },
    { label: texts.server(server), back: 'serverBack', forward: 'serverForward', disabled: server === 0 },
    { label: texts.round, back: 'roundBack', forward: 'roundForward' },
  ];
  return (
    <section className="time-tools">
      <h3>{texts.title}</h3>
      <ul className="step-ways">
        {ways.map((way) => (
          <Steppers key={way.back} {...way} />
        ))}
      </ul>
      {server === 0 ? <p className="hint">{texts.noServer}</p> : null}
    </section>
  );
}

function Steppers({ label, back, forward, disabled = false }: Way) {
  const store = useAppStore();
  const words = usePanelTexts();
  const texts = useTimeTools().steps;
  const run = (id: EntryId) => () => entry(id).run(contextOf(store));
  const keyOf = (id: EntryId) => words.keyName(entry(id).keys[0] ?? '');
  return (
    <li>
      <span>{label}</span>
      <kbd className="key">{keyOf(back)}</kbd>
      <IconButton
        variant="outline"
        label={texts.back(label)}
        icon={<Icon name="back" />}
        disabled={disabled}
        onClick={run(back)}
      />
      <IconButton
        variant="outline"
        tip="end"
        label={texts.forward(label)}
        icon={<Icon name="forward" />}
        disabled={disabled}
        onClick={run(forward)}
      />
      <kbd className="key">{keyOf(forward)}</kbd>
    </li>
  );
}

function AutoSpeed() {
  const store = useAppStore();
  const texts = useTimeTools().speed;
  const auto = useStore((state) => state.playback.auto);
  return (
    <section className="time-tools">
      <h3>{texts.title}</h3>
      <Check label={texts.auto} checked={auto} onChange={(on) => store.setAuto(on)}>
        {texts.autoHint}
      </Check>
    </section>
  );
}
