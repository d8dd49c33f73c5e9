import { useCallback } from 'react';
import { formatInstant, useMore, usePanelTexts } from '../../i18n';
import { PROPERTY_IDS, type PropertyId, type Violation } from '../../invariants';
import { type Safety, useAppStore, useFrame, useSafety } from '../../store';
import type { Frame } from '../../trace';
import { Icon } from '../../ui';
import { ClientHistory } from '../safety/ClientHistory';
import { proofText } from '../safety/proof-text';
import '../safety/safety.css';
import '../why/steps.css';

/** The properties that Raft promises, with what was checked, what is broken and why, and what clients saw. */
export function SafetyPanel() {
  const texts = usePanelTexts().safety;
  const safety = useSafety();
  return (
    <div className="safety">
      <RulesAway />
      <p className="safety__intro">{texts.intro}</p>
      {safety === null ? (
        <p>{texts.waiting}</p>
      ) : (
        <>
          <ul className="safety__board">
            {PROPERTY_IDS.map((id) => (
              <Property key={id} id={id} safety={safety} />
            ))}
          </ul>
          <ClientHistory violations={safety.violations} />
        </>
      )}
    </div>
  );
}

interface PropertyProps {
  readonly id: PropertyId;
  readonly safety: Safety;
}

function Property({ id, safety: { violations, ahead, counts } }: PropertyProps) {
  const texts = usePanelTexts();
  const { safety } = texts;
  const { name, statement, section } = safety.properties[id];
  const violation = violations.find(({ property }) => property === id) ?? null;
  const later = ahead.find(({ property }) => property === id) ?? null;
  return (
    <li className={violation === null ? 'property' : 'property property--broken'}>
      <div className="property__head">
        <Icon name={violation === null ? 'check' : 'close'} />
        <h3>{name}</h3>
        <span className="property__state">
          {violation !== null ? safety.brokenAt(violation.at) : safety.holds(later?.at ?? null)}
        </span>
      </div>
      <p>{statement}</p>
      <p className="property__fine">
        {safety.checked[id](counts)} · {texts.citation(section)}
      </p>
      <Proof violation={violation ?? later} />
    </li>
  );
}

/** The transitions that prove it; each leads to its instant. */
function Proof({ violation }: { readonly violation: Violation | null }) {
  const store = useAppStore();
  const texts = usePanelTexts();
  const now = useFrame((frame) => frame.time);
  if (violation === null) return null;
  return (
    <ol className="steps" aria-label={texts.safety.proofTitle}>
      {violation.witness.map((step, i) => (
        <li key={`${step.seq} ${step.role}`}>
          <button
            type="button"
            className="step"
            aria-current={step.at === now ? 'step' : undefined}
            onClick={() => {
              store.pause();
              store.seek(step.at);
            }}
          >
            <span className="proof__number">{i + 1}</span>
            <span className="step__time">{formatInstant(step.at)}</span>
            <span className="step__text">{proofText(step, texts)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** What the rules say that this run breaks on purpose. */
function RulesAway() {
  const words = usePanelTexts().safety.off;
  const { switches } = useMore();
  const off = useFrame(useCallback((frame: Frame) => frame.options.off, []));
  if (off.length === 0) return null;
  return (
    <section className="rules-away">
      <h3>{words.title}</h3>
      <dl>
        {off.map((id) => (
          <div key={id}>
            <dt>{switches[id].name}</dt>
            <dd>{switches[id].says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
