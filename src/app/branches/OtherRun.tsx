import { useState } from 'react';
import { useMore, useScenes, useTimeTools } from '../../i18n';
import { RULE_SWITCHES, type RuleSwitch } from '../../raft';
import { findScenario } from '../../scenarios';
import type { Run } from '../../sim';
import { useAppStore, useStore } from '../../store';
import { Button, FieldGroup, SelectField } from '../../ui';
import { SCENARIO_TOPICS, type ScenarioId } from '../panels/scenario-topics';

const SCENARIOS: readonly ScenarioId[] = Object.values(SCENARIO_TOPICS).flat();

/** The same run from its start, with one rule the other way round. */
function withOther(run: Run, rule: RuleSwitch): Run {
  const { off } = run.config.options;
  const others = off.includes(rule) ? off.filter((one) => one !== rule) : [...off, rule];
  const options = { ...run.config.options, off: RULE_SWITCHES.filter((one) => others.includes(one)) };
  return { ...run, config: { ...run.config, options } };
}

/** Another run to be watched beside this one: the same actions under another rule, or a scenario. */
export function OtherRun({ onClose }: { readonly onClose: () => void }) {
  const store = useAppStore();
  const texts = useTimeTools().branches;
  const { switches } = useMore();
  const scenes = useScenes();
  const run = useStore((state) => state.session.run);
  const [kind, setKind] = useState<'rule' | 'scenario'>('rule');
  const [rule, setRule] = useState<RuleSwitch>('commitOldTerm');
  const [scenario, setScenario] = useState<ScenarioId>('figure-8');
  const isOff = run.config.options.off.includes(rule);
  const show = () => {
    if (kind === 'rule') {
      const { name } = switches[rule];
      store.bringBeside(withOther(run, rule), isOff ? texts.with(name) : texts.without(name));
    } else {
      const found = findScenario(scenario);
      if (found !== null) store.bringBeside(found.run, scenes[scenario]);
    }
    onClose();
  };
  return (
    <FieldGroup label={texts.other}>
      <SelectField
        label={texts.other}
        quiet
        value={kind}
        choices={[
          { value: 'rule', label: texts.otherRule },
          { value: 'scenario', label: texts.otherScenario },
        ]}
        onChange={setKind}
      />
      {kind === 'rule' ? (
        <SelectField
          label={texts.rule}
          value={rule}
          choices={RULE_SWITCHES.map((value) => ({ value, label: switches[value].name }))}
          onChange={setRule}
        />
      ) : (
        <SelectField
          label={texts.scenario}
          value={scenario}
          choices={SCENARIOS.map((value) => ({ value, label: scenes[value] }))}
          onChange={setScenario}
        />
      )}
      <div className="button-row">
        <Button variant="primary" onClick={show}>
          {texts.show}
        </Button>
      </div>
    </FieldGroup>
  );
}
