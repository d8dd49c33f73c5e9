import { formatInstant, useTexts, useWhy, wordsOf } from '../../i18n';
import { useAppStore } from '../../store';
import type { Explanation } from '../../trace';
import { useExplanation } from './explanation';
import './steps.css';

export interface WhyPaneProps {
  /** Nothing but the sentence, and where there is room, where the paper says so. */
  readonly brief?: boolean;
  /** In a panel, beside the one of the page: it is no landmark of its own. */
  readonly inPanel?: boolean;
}

/** The one sentence that says what just happened and why, and the steps that led to it. */
export function WhyPane({ brief = false, inPanel = false }: WhyPaneProps) {
  const texts = useTexts();
  const why = useWhy();
  const words = why.pane;
  const explanation = useExplanation();
  const about = explanation === null ? null : wordsOf(why, explanation.topic);
  const question = about === null || explanation === null ? words.quietQuestion : about.question(explanation.facts);
  const sentence = about === null || explanation === null ? words.quiet : about.why(explanation.facts);
  if (brief) {
    return (
      <section className="why why--brief" aria-label={texts.app.regions.why}>
        <p className="why__sentence">{sentence}</p>
        {explanation?.section == null ? null : <p className="why__section">{texts.citation(explanation.section)}</p>}
      </section>
    );
  }
  return (
    <section className="why" aria-label={inPanel ? undefined : texts.app.regions.why}>
      <h2>{question}</h2>
      <p className="why__sentence">{sentence}</p>
      {explanation === null ? null : <Origin explanation={explanation} />}
    </section>
  );
}

/** Where the paper says so, and how it came to this: each step leads to its instant. */
function Origin({ explanation }: { readonly explanation: Explanation }) {
  const store = useAppStore();
  const texts = useTexts();
  const why = useWhy();
  const words = why.pane;
  const { section, steps } = explanation;
  return (
    <>
      {section === null ? null : <p className="why__section">{texts.citation(section)}</p>}
      <div className="steps-room">
        <div className="steps-box">
          <ol className="steps" aria-label={words.causes}>
            {steps.map((step, i) => {
              const text = wordsOf(why, step.topic).step(step.facts);
              return (
                <li key={`${step.seq} ${step.topic}`}>
                  <button
                    type="button"
                    className="step"
                    aria-current={i === steps.length - 1 ? 'step' : undefined}
                    onClick={() => {
                      store.pause();
                      store.seek(step.at);
                    }}
                  >
                    <span className="step__dot" />
                    <span className="step__time">{formatInstant(step.at)}</span>
                    <span className="step__text">{text}</span>
                  </button>
                </li>
              );
            })}
          </ol>
        </div>
      </div>
    </>
  );
}
