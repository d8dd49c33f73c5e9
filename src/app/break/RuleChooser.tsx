import { useMore } from '../../i18n';
import type { RuleSwitch } from '../../raft';
import { RULE_GROUP_NAMES, RULE_GROUPS } from '../panels/rule-groups';

export interface RuleChooserProps {
  readonly off: readonly RuleSwitch[];
  readonly onChange: (off: readonly RuleSwitch[]) => void;
  readonly disabled: boolean;
}

/** The rules by topic, each with what remains without it. A topic opens by a press; the first one is open. */
export function RuleChooser({ off, onChange, disabled }: RuleChooserProps) {
  const { breakRaft: words, rules: ruleWords } = useMore();
  return (
    <div className="rules">
      {RULE_GROUP_NAMES.map((group, i) => {
        const rules: readonly RuleSwitch[] = RULE_GROUPS[group];
        return (
          <details key={group} open={i === 0}>
            <summary>
              <span>{ruleWords.groups[group]}</span>
              <span className="rules__count">{words.chosen(rules.filter((rule) => off.includes(rule)).length)}</span>
            </summary>
            {group === 'liveness' ? <p className="rules__note">{words.availability}</p> : null}
            <ul>
              {rules.map((rule) => (
                <li key={rule}>
                  <RuleBox
                    rule={rule}
                    isOff={off.includes(rule)}
                    disabled={disabled}
                    onChange={(isOff) => onChange(isOff ? [...off, rule] : off.filter((other) => other !== rule))}
                  />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

interface RuleBoxProps {
  readonly rule: RuleSwitch;
  readonly isOff: boolean;
  readonly disabled: boolean;
  readonly onChange: (isOff: boolean) => void;
}

/** The name is the rule as it stands; checked, it is switched off. */
function RuleBox({ rule, isOff, disabled, onChange }: RuleBoxProps) {
  const { switches, rules: words } = useMore();
  const { name, breaks } = switches[rule];
  return (
    <label className="rule-box">
      <input type="checkbox" checked={isOff} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
      <span>
        <span className={isOff ? 'rule-box__name is-off' : 'rule-box__name'}>{name}</span>
        <span className="rule-box__without">{words.breaks(breaks)}</span>
      </span>
    </label>
  );
}
