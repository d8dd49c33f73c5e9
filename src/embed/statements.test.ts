import { expect, test } from 'vitest';
import { findChallenge, type Posed, pose } from '../challenges';
import { answerFields, type Predicted, predictFields } from './statements';

const BASE = 'https://host.example/raftarium/';

async function posed(id: string): Promise<Posed> {
  const challenge = await findChallenge(id)?.load();
  if (challenge === undefined) throw new Error(`there is no challenge ${id}`);
  return pose(challenge, 2);
}

function predicted({ parts }: Posed, right: readonly boolean[]): Predicted {
  return {
    id: 'first-candidate',
    variant: 2,
    title: 'The first candidate',
    question: 'Which server stands first?',
    confidence: 'certain',
    parts: parts.map((part, i) => ({
      part,
      question: `part ${part.id}?`,
      yours: right[i] ? `truth of ${part.id}` : 'something else',
      truth: `truth of ${part.id}`,
      isRight: right[i],
    })),
    base: BASE,
    language: 'en',
    thought: 12_340,
    now: Date.UTC(2026, 0, 2, 3, 4, 5),
    uuid: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee',
  };
}

type Fields = Record<string, unknown>;

/** What xAPI 1.0.3 demands of a statement, as far as ours are concerned; what is wrong with this one. */
function faultsOf(statement: Fields): string[] {
  const faults: string[] = [];
  const need = (is: boolean, what: string) => {
    if (!is) faults.push(what);
  };
  const isIri = (text: unknown) => typeof text === 'string' && URL.canParse(text);
  const isMap = (map: unknown) =>
    Object.entries(map as Fields).every(
      ([tag, text]) => /^[a-z]{2}(-[A-Z]{2})?$/.test(tag) && typeof text === 'string',
    );
  const { actor, verb, object, result, timestamp, id, version, context } = statement as Record<string, Fields>;
  const account = actor.account as Fields;
  need(actor.objectType === 'Agent' && isIri(account.homePage) && typeof account.name === 'string', 'actor');
  need(isIri(verb.id) && isMap(verb.display), 'verb');
  const definition = object.definition as Fields;
  need(object.objectType === 'Activity' && isIri(object.id), 'object');
  need(isIri(definition.type) && isMap(definition.name) && isMap(definition.description), 'definition');
  need(typeof definition.interactionType === 'string', 'an interaction needs its type');
  const pattern = definition.correctResponsesPattern;
  need(pattern === undefined || (Array.isArray(pattern) && pattern.every((one) => typeof one === 'string')), 'pattern');
  need(/^PT\d+(\.\d{1,2})?S$/.test(String(result.duration)) && typeof result.response === 'string', 'result');
  need(Object.keys(result.extensions as Fields).every(isIri), 'extensions');
  const score = result.score as Record<string, number> | undefined;
  if (score !== undefined) {
    need(score.scaled >= 0 && score.scaled <= 1 && score.raw >= score.min && score.raw <= score.max, 'score');
    need(typeof result.success === 'boolean', 'success');
  }
  need(new Date(String(timestamp)).toISOString() === String(timestamp), 'timestamp');
  need(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(id)) && /^1\.0(\.\d+)?$/.test(String(version)), 'id');
  need(/^[a-z]{2}/.test(String(context.language)), 'context');
  return faults;
}

test('a prediction and its answer are statements; the first of them does not tell the answer', async () => {
  const situation = await posed('first-candidate');
  expect(situation.parts).toHaveLength(2);
  const given = predicted(situation, [true, false]);
  const first = predictFields(given) as Fields;
  const then = answerFields(given) as Fields;
  for (const fields of [first, then]) expect(faultsOf(fields.xapi as Fields)).toEqual([]);
  expect(JSON.stringify(first)).not.toContain(`truth of ${situation.parts[1].id}`);
  expect(first).toMatchObject({ challenge: 'first-candidate', variant: 2, confidence: 'certain' });
  expect(then).toMatchObject({ success: false, right: 1, of: 2 });
  expect(then.xapi).toMatchObject({
    object: { id: `${BASE}#challenge=first-candidate&v=2` },
    result: { success: false, score: { scaled: 0.5, raw: 1, min: 0, max: 2 }, duration: 'PT12.34S' },
  });
  expect(answerFields(predicted(situation, [true, true]))).toMatchObject({ success: true, right: 2 });
});

test('what checks statements finds what is wrong', async () => {
  const { xapi } = answerFields(predicted(await posed('first-candidate'), [true, true])) as { xapi: Fields };
  expect(faultsOf({ ...xapi, verb: { id: 'answered', display: {} } })).toEqual(['verb']);
  expect(faultsOf({ ...xapi, actor: { objectType: 'Agent', account: { name: 'x' } } })).toEqual(['actor']);
  const result = xapi.result as Fields;
  expect(faultsOf({ ...xapi, result: { ...result, duration: '12 s' } })).toEqual(['result']);
  expect(faultsOf({ ...xapi, result: { ...result, extensions: { confidence: 1 } } })).toEqual(['extensions']);
});
