import { useState } from 'react';
import { useNotes, usePanelTexts, useTimeTools } from '../../i18n';
import { useAppStore } from '../../store';
import {
  BREAK_MESSAGES,
  BREAK_NUMBERS,
  BREAK_OUTCOMES,
  BREAK_ROLES,
  BREAK_VALUE_MAX,
  type BreakRule,
  COMPARISONS,
} from '../../trace';
import { Button, FieldGroup, NumberField, SelectField } from '../../ui';
import { readNumber } from '../panels/numbers';

const WHATS = ['role', 'term', 'commitIndex', 'logLength', 'sent', 'received', 'dropped', 'client'] as const;
type What = (typeof WHATS)[number];

const RANGE = { min: 0, max: BREAK_VALUE_MAX, factor: 1 };

/** What has been chosen in the menus; not all of it belongs to every condition. */
interface Draft {
  readonly subject: string;
  readonly what: What;
  readonly role: (typeof BREAK_ROLES)[number];
  readonly comparison: (typeof COMPARISONS)[number];
  readonly message: (typeof BREAK_MESSAGES)[number];
  readonly outcome: (typeof BREAK_OUTCOMES)[number];
}

const FIRST: Draft = {
  subject: '0',
  what: 'role',
  role: 'candidate',
  comparison: 'atLeast',
  message: 'any',
  outcome: 'ok',
};

function ruleOf({ subject, what, role, comparison, message, outcome }: Draft, value: number): BreakRule {
  const id = Number(subject);
  switch (what) {
    case 'role':
      return { type: 'role', server: id, role };
    case 'term':
    case 'commitIndex':
    case 'logLength':
      return { type: 'number', server: id, what, comparison, value };
    case 'sent':
    case 'received':
    case 'dropped':
      return { type: 'message', server: id, fate: what, message };
    case 'client':
      return { type: 'client', client: id, outcome };
  }
}

interface RuleMakerProps {
  readonly onAdd: (rule: BreakRule) => void;
  readonly onCancel: () => void;
}

/** A condition put together from menus, and below it in words. */
export function RuleMaker({ onAdd, onCancel }: RuleMakerProps) {
  const texts = useTimeTools();
  const { faults } = usePanelTexts().app;
  const words = useNotes().stops;
  const [draft, setDraft] = useState(FIRST);
  const [text, setText] = useState('5');
  const value = readNumber(text, RANGE, faults);
  const isNumber = (BREAK_NUMBERS as readonly string[]).includes(draft.what);
  const isFaulty = isNumber && value.fault !== null;
  const rule = isFaulty ? null : ruleOf(draft, value.fault === null ? value.value : 0);
  const change = (fields: Partial<Draft>) => {
    const isOther = fields.what !== undefined && (fields.what === 'client') !== (draft.what === 'client');
    setDraft({ ...draft, ...fields, ...(isOther ? { subject: '0' } : {}) });
  };
  return (
    <form
      className="rule-maker"
      onSubmit={(event) => {
        event.preventDefault();
        if (rule !== null) onAdd(rule);
      }}
    >
      <FieldGroup label={texts.stops.own}>
        <Subject draft={draft} onChange={change} />
        <SelectField
          label={texts.stops.what}
          value={draft.what}
          choices={WHATS.map((what) => ({ value: what, label: texts.stops.whats[what] }))}
          onChange={(what) => change({ what })}
        />
        <Rest draft={draft} onChange={change} />
        {isNumber ? <NumberField label={texts.stops.value} text={text} fault={value.fault} onChange={setText} /> : null}
      </FieldGroup>
      <p className="rule-maker__words" aria-live="polite">
        {rule === null ? '' : words.rule(rule)}
      </p>
      <div className="button-row">
        <Button type="submit" variant="primary" disabled={rule === null}>
          {texts.stops.add}
        </Button>
        <Button onClick={onCancel}>{texts.branches.cancel}</Button>
      </div>
    </form>
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly onChange: (fields: Partial<Draft>) => void;
}

/** Any or one of the servers, or of the clients. */
function Subject({ draft, onChange }: PartProps) {
  const store = useAppStore();
  const texts = useTimeTools().stops;
  const words = useNotes().stops;
  const { servers, clients } = store.frame();
  const isClient = draft.what === 'client';
  const count = isClient ? clients.length : servers.length;
  const name = isClient ? words.anyClient : words.anyServer;
  return (
    <SelectField
      label={texts.subject}
      value={draft.subject}
      choices={Array.from({ length: count + 1 }, (_, id) => ({ value: String(id), label: name(id) }))}
      onChange={(subject) => onChange({ subject })}
    />
  );
}

/** What it becomes, sends, or how it compares. */
function Rest({ draft, onChange }: PartProps) {
  const texts = useTimeTools().stops;
  const words = useNotes().stops;
  const { role } = usePanelTexts().common;
  switch (draft.what) {
    case 'role':
      return (
        <SelectField
          label={texts.role}
          value={draft.role}
          choices={BREAK_ROLES.map((value) => ({ value, label: role[value] }))}
          onChange={(next) => onChange({ role: next })}
        />
      );
    case 'term':
    case 'commitIndex':
    case 'logLength':
      return (
        <SelectField
          label={texts.comparison}
          value={draft.comparison}
          choices={COMPARISONS.map((value) => ({ value, label: words.signs[value] }))}
          onChange={(comparison) => onChange({ comparison })}
        />
      );
    case 'client':
      return (
        <SelectField
          label={texts.outcome}
          value={draft.outcome}
          choices={BREAK_OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))}
          onChange={(outcome) => onChange({ outcome })}
        />
      );
    default:
      return (
        <SelectField
          label={texts.message}
          value={draft.message}
          choices={BREAK_MESSAGES.map((value) => ({ value, label: words.message(value) }))}
          onChange={(message) => onChange({ message })}
        />
      );
  }
}
