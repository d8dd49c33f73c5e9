import { useState } from 'react';
import { useNotes, usePanelTexts, useTimeTools } from '../../i18n';
import { useAppStore, useStore } from '../../store';
import { BREAK_VALUE_MAX, BREAKS_MAX, type BreakRule } from '../../trace';
import { Button, Check, Icon, IconButton, NumberField } from '../../ui';
import { readNumber } from '../panels/numbers';
import { RuleMaker } from './RuleMaker';

const PLAIN = ['leader', 'commit', 'truncation', 'violation'] as const;

const isPlain = ({ type }: BreakRule): boolean => (PLAIN as readonly string[]).includes(type);

/** What playback stops on: what is usual to be ticked, and conditions of the reader's own. */
export function StopRules() {
  const store = useAppStore();
  const texts = useTimeTools().stops;
  const words = useNotes().stops;
  const breaks = useStore((state) => state.playback.breaks);
  const own = breaks.filter((rule) => !isPlain(rule) && rule.type !== 'termAbove');
  const without = (rule: BreakRule) => store.setBreaks(breaks.filter((other) => other !== rule));
  const toggle = (type: (typeof PLAIN)[number], on: boolean) =>
    store.setBreaks(on ? [...breaks, { type }] : breaks.filter((rule) => rule.type !== type));
  const isFull = breaks.length >= BREAKS_MAX;
  return (
    <section className="time-tools">
      <h3>{texts.title}</h3>
      {PLAIN.map((type) => (
        <Check
          key={type}
          label={texts[type]}
          checked={breaks.some((rule) => rule.type === type)}
          onChange={(on) => toggle(type, on)}
        />
      ))}
      <TermRule breaks={breaks} />
      {own.length === 0 ? null : (
        <ul className="own-stops">
          {own.map((rule) => (
            <li key={JSON.stringify(rule)}>
              <span>{words.rule(rule)}</span>
              <IconButton
                tip="end"
                label={texts.remove(words.rule(rule))}
                icon={<Icon name="close" />}
                onClick={() => without(rule)}
              />
            </li>
          ))}
        </ul>
      )}
      {isFull ? <p className="hint">{texts.full}</p> : <OwnRule breaks={breaks} />}
    </section>
  );
}

interface RulesProps {
  readonly breaks: readonly BreakRule[];
}

const RANGE = { min: 0, max: BREAK_VALUE_MAX, factor: 1 };

/** Stops when a term above a number begins. */
function TermRule({ breaks }: RulesProps) {
  const store = useAppStore();
  const texts = useTimeTools().stops;
  const { faults } = usePanelTexts().app;
  const rule = breaks.find(({ type }) => type === 'termAbove') as
    | Extract<BreakRule, { readonly type: 'termAbove' }>
    | undefined;
  const [text, setText] = useState(() => String(rule?.term ?? 3));
  const term = readNumber(text, RANGE, faults);
  const others = breaks.filter(({ type }) => type !== 'termAbove');
  const set = (value: number) => store.setBreaks([...others, { type: 'termAbove', term: value }]);
  return (
    <div className="term-stop">
      <Check
        label={texts.termAbove}
        checked={rule !== undefined}
        disabled={term.fault !== null}
        onChange={(on) => (on && term.fault === null ? set(term.value) : store.setBreaks(others))}
      />
      <NumberField
        label={texts.term}
        text={text}
        fault={term.fault}
        onChange={(next) => {
          setText(next);
          const read = readNumber(next, RANGE, faults);
          if (rule !== undefined && read.fault === null) set(read.value);
        }}
      />
    </div>
  );
}

/** A condition put together from menus. */
function OwnRule({ breaks }: RulesProps) {
  const store = useAppStore();
  const texts = useTimeTools().stops;
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div className="button-row">
        <Button onClick={() => setOpen(true)}>{texts.own}</Button>
      </div>
    );
  }
  const add = (rule: BreakRule) => {
    const isKnown = breaks.some((other) => JSON.stringify(other) === JSON.stringify(rule));
    if (!isKnown) store.setBreaks([...breaks, rule]);
    setOpen(false);
  };
  return <RuleMaker onAdd={add} onCancel={() => setOpen(false)} />;
}
