import { useMemo } from 'react';
import { formatInstant, useDiagram, useWhy, wordsOf } from '../../i18n';
import { useStore } from '../../store';
import { explain, type Step, type Trace, transitionOf } from '../../trace';
import type { DiagramDriver } from './driver';
import type { DiagramState } from './driver-state';
import { eventText, lineFacts } from './words';
import '../why/steps.css';

interface ChosenEventProps {
  readonly driver: DiagramDriver;
  readonly state: DiagramState;
}

/** The chosen event: what it was, the messages that came and left with it, and how it came to this. */
export function ChosenEvent({ driver, state }: ChosenEventProps) {
  const texts = useDiagram();
  const why = useWhy();
  const trace = useStore(({ session }) => session.trace);
  const seq = state.chosen?.seq ?? 0;
  const steps = useMemo(() => stepsTo(trace, seq), [trace, seq]);
  const { row } = driver;
  if (row < 0) {
    return (
      <section className="diagram__chosen" aria-label={texts.chosen}>
        <p className="diagram__hint">{texts.choose}</p>
      </section>
    );
  }
  const { events } = driver.chronicle;
  const counts = texts.counts(state.past, state.future, state.isPart);
  return (
    <section className="diagram__chosen" aria-label={texts.chosen}>
      <h2>
        {eventText(trace, seq, why)}
        <small>{formatInstant(events.at[row])}</small>
      </h2>
      <p className="diagram__counts" role="status">
        {counts}
      </p>
      <Messages driver={driver} row={row} />
      {steps.length > 1 ? (
        <>
          <h3>{texts.because}</h3>
          <ol className="steps" aria-label={texts.because}>
            {steps.map((step) => (
              <li key={`${step.seq} ${step.topic}`}>
                <button
                  type="button"
                  className="step"
                  aria-current={step.seq === seq ? 'step' : undefined}
                  onClick={() => {
                    driver.choose(driver.chronicle.rowOf(step.seq));
                    driver.goTo(step.at);
                  }}
                >
                  <span className="step__dot" />
                  <span className="step__time">{formatInstant(step.at)}</span>
                  <span className="step__text">{wordsOf(why, step.topic).step(step.facts)}</span>
                </button>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </section>
  );
}

function stepsTo(trace: Trace, seq: number): readonly Step[] {
  const transition = transitionOf(trace, seq);
  return transition === null ? [] : explain(trace, transition).steps;
}

/** With which message it came, and what it sent, each with its fate. */
function Messages({ driver, row }: { readonly driver: DiagramDriver; readonly row: number }) {
  const texts = useDiagram();
  const { chronicle } = driver;
  const { messages, events } = chronicle;
  const [from, to] = chronicle.sentBy(row);
  const received = events.message[row];
  const sent = Array.from({ length: to - from }, (_, i) => from + i);
  const textOf = (m: number, ...more: readonly string[]) => {
    const facts = lineFacts(chronicle, m);
    return texts.facts([texts.line(facts), texts.fate(facts), ...more]);
  };
  const go = (target: number, m: number) => {
    if (target < 0) return;
    driver.choose(target, messages.key[m]);
    driver.goTo(events.at[target]);
  };
  if (received < 0 && sent.length === 0) return null;
  return (
    <ul className="diagram__messages">
      {received < 0 ? null : (
        <li>
          <b>{texts.received}</b>
          <button type="button" className="link" onClick={() => go(messages.origin[received], received)}>
            {textOf(received, texts.sentAt(messages.start[received]))}
          </button>
        </li>
      )}
      {sent.map((m, i) => (
        <li key={m}>
          <b>{i === 0 ? texts.sent : ''}</b>
          <button type="button" className="link" onClick={() => go(messages.ending[m], m)}>
            {textOf(m)}
          </button>
        </li>
      ))}
    </ul>
  );
}
