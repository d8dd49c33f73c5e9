import { use, useEffect, useState } from 'react';
import {
  type ChallengeContents,
  formatRate,
  loadChallengeContents,
  loadContents,
  useBuilder,
  useScenes,
  useTexts,
} from '../../i18n';
import { EMBED_ALLOW, EMBED_VIEWS } from '../../share';
import { SERVERS } from '../../store';
import { Button, Check, FieldGroup, NumberField, SelectField } from '../../ui';
import { type ContentKind, type Draft, SIZE_LIMITS, sizeOf } from './draft';

export interface ChoicesProps {
  readonly draft: Draft;
  readonly faults: readonly (keyof Draft)[];
  readonly onChange: (fields: Partial<Draft>) => void;
  /** Takes over the run and instant that the preview shows. */
  readonly onTake: () => void;
}

/** All that can be chosen of an embed. */
export function Choices(props: ChoicesProps) {
  return (
    <form className="builder__choices" onSubmit={(event) => event.preventDefault()}>
      <What {...props} />
      <Look {...props} />
      <Manners {...props} />
    </form>
  );
}

const KINDS: readonly ContentKind[] = ['scenario', 'story', 'challenge', 'fresh', 'link'];

function What({ draft, faults, onChange, onTake }: ChoicesProps) {
  const texts = useBuilder();
  const faultOf = (name: keyof Draft, text: string) => (faults.includes(name) ? text : null);
  return (
    <FieldGroup label={texts.what}>
      <SelectField
        label={texts.content}
        value={draft.content}
        choices={KINDS.map((value) => ({ value, label: texts.contents[value] }))}
        onChange={(content) => onChange({ content, instant: content === 'story' ? '' : draft.instant })}
      />
      {draft.content === 'scenario' ? <Scenario draft={draft} onChange={onChange} /> : null}
      {draft.content === 'story' ? <Story draft={draft} onChange={onChange} /> : null}
      {draft.content === 'challenge' ? <Challenge draft={draft} faults={faults} onChange={onChange} /> : null}
      {draft.content === 'link' ? (
        <label className="field">
          <span className="field__label">{texts.link}</span>
          <input
            className="input"
            value={draft.link}
            spellCheck={false}
            aria-invalid={faults.includes('link')}
            onChange={(event) => onChange({ link: event.target.value })}
          />
          <span className="builder__hint" role="status">
            {faultOf('link', texts.linkFault) ?? texts.linkHint}
          </span>
        </label>
      ) : null}
      {draft.content === 'fresh' ? (
        <div className="builder__pair">
          <NumberField
            label={texts.servers}
            text={draft.servers}
            fault={faultOf('servers', texts.numberFault(SERVERS.min, SERVERS.max))}
            onChange={(servers) => onChange({ servers })}
          />
          <NumberField
            label={texts.seed}
            unit={draft.seed === '' ? texts.seedHint : undefined}
            text={draft.seed}
            fault={faultOf('seed', texts.numberFault(0, 2 ** 32 - 1))}
            onChange={(seed) => onChange({ seed })}
          />
        </div>
      ) : null}
      {draft.content === 'story' || draft.content === 'challenge' ? null : (
        <NumberField
          label={texts.instant}
          unit={texts.ms}
          text={draft.instant}
          fault={faultOf('instant', texts.numberFault(0, 1_000_000_000))}
          onChange={(instant) => onChange({ instant })}
        />
      )}
      <Take onTake={onTake} />
    </FieldGroup>
  );
}

function Take({ onTake }: Pick<ChoicesProps, 'onTake'>) {
  const texts = useBuilder();
  return <Button onClick={onTake}>{texts.take}</Button>;
}

function Scenario({ draft, onChange }: Pick<ChoicesProps, 'draft' | 'onChange'>) {
  const texts = useBuilder();
  const names: Readonly<Record<string, string>> = useScenes();
  return (
    <SelectField
      label={texts.scenario}
      value={draft.scenario}
      choices={Object.entries(names).map(([value, label]) => ({ value, label }))}
      onChange={(scenario) => onChange({ scenario })}
    />
  );
}

function Story({ draft, onChange }: Pick<ChoicesProps, 'draft' | 'onChange'>) {
  const texts = useBuilder();
  const { language } = useTexts();
  const [promise] = useState(() => loadContents(language));
  const contents = use(promise);
  return (
    <SelectField
      label={texts.story}
      value={draft.story}
      choices={Object.entries(contents).map(([value, { title }], i) => ({ value, label: `${i + 1}. ${title}` }))}
      onChange={(story) => onChange({ story, instant: '' })}
    />
  );
}

/** Which challenge, and in which variant: the same for all readers, or another one for each. */
function Challenge({ draft, faults, onChange }: Pick<ChoicesProps, 'draft' | 'faults' | 'onChange'>) {
  const texts = useBuilder();
  const { language } = useTexts();
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>({ [draft.challenge]: '…' });
  useEffect(() => {
    let wanted = true;
    const show = (contents: ChallengeContents) => {
      if (wanted) setTitles(contents.titles);
    };
    loadChallengeContents(language).then(show, () => undefined);
    return () => {
      wanted = false;
    };
  }, [language]);
  return (
    <div className="builder__pair">
      <SelectField
        label={texts.challenge}
        value={draft.challenge}
        choices={Object.entries(titles).map(([value, label]) => ({ value, label }))}
        onChange={(challenge) => onChange({ challenge })}
      />
      <NumberField
        label={texts.variant}
        unit={draft.variant === '' ? texts.seedHint : undefined}
        text={draft.variant}
        fault={faults.includes('variant') ? texts.numberFault(0, 2 ** 32 - 1) : null}
        onChange={(variant) => onChange({ variant })}
      />
    </div>
  );
}

const SIZES = [
  ['post', 640, 302],
  ['wide', 800, 420],
  ['slide', 960, 540],
  ['phone', 360, 460],
] as const;

const SPEEDS = [1 / 100, 1 / 50, 1 / 20, 1 / 10, 1 / 5, 1] as const;

function Look({ draft, onChange }: ChoicesProps) {
  const texts = useBuilder();
  const { options } = draft;
  const set = (fields: Partial<Draft['options']>) => onChange({ options: { ...options, ...fields } });
  const number = (name: 'width' | 'height') => (
    <NumberField
      label={texts[name]}
      unit={texts.px}
      text={draft[name]}
      fault={sizeOf(draft[name], SIZE_LIMITS[name]) === null ? texts.numberFault(...SIZE_LIMITS[name]) : null}
      onChange={(text) => onChange({ [name]: text })}
    />
  );
  return (
    <FieldGroup label={texts.looks}>
      <div className="builder__sizes">
        {SIZES.map(([name, width, height]) => (
          <Button
            key={name}
            aria-pressed={draft.width === String(width) && draft.height === String(height)}
            onClick={() => onChange({ width: String(width), height: String(height) })}
          >
            {texts.sizes[name]}
          </Button>
        ))}
      </div>
      <div className="builder__pair">
        {number('width')}
        {number('height')}
      </div>
      <Several
        label={texts.views}
        all={EMBED_VIEWS}
        chosen={options.views}
        names={texts.view}
        least={1}
        onChange={(views) => set({ views })}
      />
      <div className="builder__pair">
        <SelectField
          label={texts.controls}
          value={options.controls}
          choices={choicesOf(texts.controlsOf)}
          onChange={(controls) => set({ controls })}
        />
        <SelectField
          label={texts.theme}
          value={options.theme}
          choices={choicesOf(texts.themes)}
          onChange={(theme) => set({ theme })}
        />
        <SelectField
          label={texts.lang}
          value={options.lang}
          choices={choicesOf(texts.langs)}
          onChange={(lang) => set({ lang })}
        />
        <SelectField
          label={texts.speed}
          value={String(options.speed)}
          choices={[
            { value: 'auto', label: texts.speedAuto },
            ...SPEEDS.map((rate) => ({ value: String(rate), label: formatRate(rate) })),
          ]}
          onChange={(speed) => set({ speed: speed === 'auto' ? speed : Number(speed) })}
        />
      </div>
    </FieldGroup>
  );
}

function Manners({ draft, faults, onChange }: ChoicesProps) {
  const texts = useBuilder();
  const { options } = draft;
  const set = (fields: Partial<Draft['options']>) => onChange({ options: { ...options, ...fields } });
  return (
    <FieldGroup label={texts.manners}>
      <Check label={texts.autoplay} checked={options.autoplay} onChange={(autoplay) => set({ autoplay })} />
      <Check
        label={texts.hotkeys}
        checked={options.hotkeys === 'focus'}
        onChange={(on) => set({ hotkeys: on ? 'focus' : 'off' })}
      />
      <SelectField
        label={texts.load}
        value={options.load}
        choices={choicesOf(texts.loads)}
        onChange={(load) => set({ load })}
      />
      <Several
        label={texts.allow}
        all={EMBED_ALLOW}
        chosen={options.allow}
        names={texts.allows}
        least={0}
        onChange={(allow) => set({ allow })}
      />
      <label className="field">
        <span className="field__label">{texts.origin}</span>
        <input
          className="input"
          value={draft.origin}
          spellCheck={false}
          placeholder={texts.originHint}
          aria-invalid={faults.includes('origin')}
          onChange={(event) => onChange({ origin: event.target.value })}
        />
        <span className="builder__hint" role="status">
          {faults.includes('origin') ? texts.originFault : ''}
        </span>
      </label>
    </FieldGroup>
  );
}

function choicesOf<Value extends string>(names: Readonly<Record<Value, string>>) {
  return (Object.keys(names) as Value[]).map((value) => ({ value, label: names[value] }));
}

interface SeveralProps<Value extends string> {
  readonly label: string;
  readonly all: readonly Value[];
  readonly chosen: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  /** So many stay chosen. */
  readonly least: number;
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** Any of a few. */
function Several<Value extends string>({ label, all, chosen, names, least, onChange }: SeveralProps<Value>) {
  return (
    <fieldset className="builder__several" aria-label={label}>
      <legend className="field__label">{label}</legend>
      {all.map((value) => {
        const isOn = chosen.includes(value);
        return (
          <Check
            key={value}
            label={names[value]}
            checked={isOn}
            disabled={isOn && chosen.length <= least}
            onChange={(on) => onChange(all.filter((one) => (one === value ? on : chosen.includes(one))))}
          />
        );
      })}
    </fieldset>
  );
}
