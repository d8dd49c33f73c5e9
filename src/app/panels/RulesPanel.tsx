import { useCallback, useEffect } from 'react';
import { useMore, usePanelTexts } from '../../i18n';
import { RULE_SWITCHES, type RuleSwitch } from '../../raft';
import { useAppStore, useFrame } from '../../store';
import type { Frame } from '../../trace';
import { Button, Check } from '../../ui';
import { measurer } from './measurer';
import { RuleFoot } from './RuleFoot';
import { RULE_GROUP_NAMES, RULE_GROUPS } from './rule-groups';

/** Every rule of the protocol that can be switched off, with what it says and what breaks without it. */
export function RulesPanel({ onClose }: { readonly onClose: () => void }) {
  const store = useAppStore();
  const { rules: words, switches } = useMore();
  const { list } = usePanelTexts().common;
  const off = useFrame(useCallback((frame: Frame) => frame.options.off, []));
  const set = (next: readonly RuleSwitch[]) => {
    const { options } = store.frame();
    store.act({ type: 'setOptions', options: { ...options, off: RULE_SWITCHES.filter((id) => next.includes(id)) } });
  };
  const fresh = () => {
    const { options, servers } = store.frame();
    store.newCluster(servers.length, null, { options });
    onClose();
  };
  useEffect(() => () => measurer.close(), []);
  return (
    <div className="panel-stack">
      <p>{words.intro}</p>
      <p className={off.length > 0 ? 'warning' : undefined} role="status">
        {words.count(off.length)} {list(off.map((id) => switches[id].name))}
      </p>
      <div className="button-row">
        <Button disabled={off.length === 0} onClick={() => set([])}>
          {words.allOn}
        </Button>
        <Button disabled={off.length === 0} onClick={fresh}>
          {words.fresh}
        </Button>
      </div>
      {RULE_GROUP_NAMES.map((group) => (
        <fieldset key={group} className="field-group">
          <legend className="field-group__label">{words.groups[group]}</legend>
          {RULE_GROUPS[group].map((id) => (
            <div key={id}>
              <Rule
                id={id}
                on={!off.includes(id)}
                onChange={(on) => set(on ? off.filter((other) => other !== id) : [...off, id])}
              />
              <RuleFoot id={id} onClose={onClose} />
            </div>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

interface RuleProps {
  readonly id: RuleSwitch;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Rule({ id, on, onChange }: RuleProps) {
  const more = useMore();
  const { name, says, breaks } = more.switches[id];
  return (
    <Check label={name} checked={on} onChange={onChange}>
      {says} <span className={on ? undefined : 'rule-broken'}>{more.rules.breaks(breaks)}</span> <code>{id}</code>
    </Check>
  );
}
