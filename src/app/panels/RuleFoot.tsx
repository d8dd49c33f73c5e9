import { useSyncExternalStore } from 'react';
import { useMore } from '../../i18n';
import type { RuleSwitch } from '../../raft';
import { breakingOf, LIVENESS_RULES, type LivenessRule } from '../../scenarios';
import { useAppStore } from '../../store';
import { Button } from '../../ui';
import { measurer } from './measurer';

/** What can be seen of a rule: the run that breaks it, and what it costs where it is not about safety. */
export function RuleFoot({ id, onClose }: { readonly id: RuleSwitch; readonly onClose: () => void }) {
  const store = useAppStore();
  const { rules: words, switches } = useMore();
  const { name } = switches[id];
  const show = () => {
    const scenario = breakingOf(id);
    store.openRun(scenario.run, 0, scenario.id);
    onClose();
  };
  return (
    <div className="rule-foot">
      <Button variant="plain" aria-label={words.shortestOf(name)} onClick={show}>
        {words.shortest}
      </Button>
      {isLivenessRule(id) ? <Cost rule={id} name={name} /> : null}
    </div>
  );
}

const isLivenessRule = (rule: RuleSwitch): rule is LivenessRule =>
  (LIVENESS_RULES as readonly RuleSwitch[]).includes(rule);

function Cost({ rule, name }: { readonly rule: LivenessRule; readonly name: string }) {
  const { rules: words } = useMore();
  const state = useSyncExternalStore(measurer.subscribe, () => measurer.state(rule));
  const isIdle = state.phase === 'idle' || state.phase === 'failed';
  return (
    <>
      {isIdle ? (
        <Button variant="plain" aria-label={words.measureOf(name)} onClick={() => measurer.start(rule)}>
          {words.measure}
        </Button>
      ) : null}
      {state.phase === 'measuring' ? <p>{words.measuring(state.done, state.of)}</p> : null}
      <div role="status">
        {state.phase === 'failed' ? <p className="field__fault">{words.measureFailed(state.reason)}</p> : null}
        {state.phase === 'done' ? (
          <>
            {state.comparison.figures.map(({ measure, withRule, without }) => (
              <p key={measure} className="rule-figure">
                {words.measured(measure, withRule, without)}
              </p>
            ))}
            <p>{words.runs(state.comparison.runs)}</p>
          </>
        ) : null}
      </div>
    </>
  );
}
