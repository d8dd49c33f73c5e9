/** From rows and messages of the chronicle to sentences. */
import { type DiagramLine, type Why, wordsOf } from '../../i18n';
import { type Chronicle, FATES, FLIGHT_KINDS, FLYING, stepOf, type Trace, transitionOf } from '../../trace';

/** The facts about a message, of which i18n makes a sentence. */
export function lineFacts({ messages }: Chronicle, m: number): DiagramLine {
  return {
    kind: FLIGHT_KINDS[messages.kind[m]],
    response: messages.response[m] === 1,
    positive: messages.positive[m] === 2 ? null : messages.positive[m] === 1,
    entries: messages.entries[m],
    from: messages.from[m],
    to: messages.to[m],
    term: messages.term[m],
    start: messages.start[m],
    end: messages.fate[m] === FLYING ? messages.arrives[m] : messages.end[m],
    fate: FATES[messages.fate[m]],
  };
}

/** What happened by a transition, as a step of a chain of causes tells it. */
export function eventText(trace: Trace, seq: number, why: Why): string {
  const transition = transitionOf(trace, seq);
  if (transition === null) return '';
  const { topic, facts } = stepOf(trace, transition);
  return wordsOf(why, topic).step(facts);
}
