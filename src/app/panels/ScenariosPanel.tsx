import { useMore, useScenes } from '../../i18n';
import { findScenario } from '../../scenarios';
import { useAppStore } from '../../store';
import { SCENARIO_TOPICS, type ScenarioId, TOPICS } from './scenario-topics';

/** Named runs, each of which shows one thing. */
export function ScenariosPanel({ onClose }: { readonly onClose: () => void }) {
  const store = useAppStore();
  const names = useScenes();
  const words = useMore().scenarios;
  const open = (id: ScenarioId) => {
    const scenario = findScenario(id);
    if (scenario === null) return;
    store.openRun(scenario.run, 0, id);
    onClose();
  };
  return (
    <div className="panel-stack">
      <p>{words.intro}</p>
      {TOPICS.map((topic) => (
        <section key={topic} className="scenarios">
          <h3>{words.topics[topic]}</h3>
          <ul>
            {SCENARIO_TOPICS[topic].map((id) => (
              <li key={id}>
                <button type="button" className="scenario" onClick={() => open(id)}>
                  <strong>{names[id]}</strong>
                  <span>{words.notes[id]}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
