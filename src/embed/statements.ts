/** What a reader predicted and what came of it, as hosts hear it: plainly, and as statements of xAPI 1.0.3. */
import type { Part } from '../challenges';
import type { Language } from '../i18n';

/** One part of the question with its choices in words. */
export interface Said {
  readonly part: Part;
  /** What is asked. */
  readonly question: string;
  /** What was predicted, and what came. */
  readonly yours: string;
  readonly truth: string;
  readonly isRight: boolean;
}

export interface Predicted {
  readonly id: string;
  readonly variant: number;
  readonly title: string;
  /** The whole question. */
  readonly question: string;
  readonly confidence: string;
  readonly parts: readonly Said[];
  /** Where the page lies, with a slash at its end; a name for what is said in it. */
  readonly base: string;
  readonly language: Language;
  /** How long the question had stood there when it was locked, in real milliseconds. */
  readonly thought: number;
  /** Now, in milliseconds since 1970. */
  readonly now: number;
  /** A UUID for the statement; undefined: who stores it gives one. */
  readonly uuid?: string;
}

const VERBS = {
  predict: { id: 'http://adlnet.gov/expapi/verbs/responded', display: { 'en-US': 'responded' } },
  answer: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { 'en-US': 'answered' } },
} as const;

type Event = keyof typeof VERBS;

/** The fields of the event `challenge:predict`, sent when the prediction is locked: nothing in it tells the answer. */
export function predictFields(predicted: Predicted): object {
  const { id, variant, confidence, parts } = predicted;
  const prediction = parts.map(({ part, yours }) => ({ part: part.id, yours }));
  return { challenge: id, variant, confidence, prediction, xapi: statement('predict', predicted) };
}

/** The fields of the event `challenge:answer`, sent when the run has come to what decides. */
export function answerFields(predicted: Predicted): object {
  const { id, variant, confidence, parts } = predicted;
  const right = parts.filter(({ isRight }) => isRight).length;
  return {
    challenge: id,
    variant,
    confidence,
    success: right === parts.length,
    right,
    of: parts.length,
    answers: parts.map(({ part, yours, truth, isRight }) => ({ part: part.id, yours, truth, right: isRight })),
    xapi: statement('answer', predicted),
  };
}

/** Who answers is not known here: an anonymous account, which the page around puts its reader in place of. */
function statement(event: Event, predicted: Predicted): object {
  const { base, language, parts, thought, now, uuid } = predicted;
  const right = parts.filter(({ isRight }) => isRight).length;
  const outcome = {
    success: right === parts.length,
    completion: true,
    score: { scaled: right / parts.length, raw: right, min: 0, max: parts.length },
  };
  return {
    ...(uuid === undefined ? {} : { id: uuid }),
    version: '1.0.3',
    timestamp: new Date(now).toISOString(),
    actor: { objectType: 'Agent', account: { homePage: base, name: 'anonymous' } },
    verb: VERBS[event],
    object: activity(event, predicted),
    result: {
      ...(event === 'answer' ? outcome : {}),
      response: parts.map(({ yours }) => yours).join('[,]'),
      duration: `PT${(thought / 1000).toFixed(2)}S`,
      extensions: { [`${base}xapi/confidence`]: predicted.confidence, [`${base}xapi/variant`]: predicted.variant },
    },
    context: { platform: 'Raftarium', language },
  };
}

function activity(event: Event, { base, id, variant, title, question, language, parts }: Predicted): object {
  const asked = parts.length === 1 ? question : `${question} ${parts.map((part) => `(${part.question})`).join(' ')}`;
  return {
    objectType: 'Activity',
    id: `${base}#challenge=${id}&v=${variant}`,
    definition: {
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      interactionType: 'other',
      name: { [language]: title },
      description: { [language]: asked },
      ...(event === 'answer' ? { correctResponsesPattern: [parts.map(({ truth }) => truth).join('[,]')] } : {}),
    },
  };
}
