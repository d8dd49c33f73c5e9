/** What the documentation of the format shows is true: its example opens, its recipes are those of the page. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeTrace, problemText, traceOfRecording } from '../../recorded';
import { clusterAt, extend } from '../../trace';
import { EXAMPLE, KINDS, RECIPES } from './recipes';

const docs = readFileSync('docs/trace.md', 'utf8');

function opened(text: string) {
  const decoded = decodeTrace(text);
  if (!decoded.ok) throw new Error(problemText(decoded.problem));
  const trace = traceOfRecording(decoded.recording, 'trace', null);
  extend(trace, trace.source.end);
  return trace;
}

test('the smallest example is in the documentation, opens, and says what it should', () => {
  expect(docs).toContain(EXAMPLE);
  const trace = opened(EXAMPLE);
  const [leader, follower] = clusterAt(trace, trace.source.end).hosts;
  expect(leader.server).toMatchObject({ role: 'leader', commitIndex: 1, lastApplied: 1 });
  expect(leader.store.values.get('x')).toBe('5');
  expect(follower.server.log).toBe(leader.server.log);
  expect(trace.source.origin?.remarks.map(({ type }) => type)).toEqual(['noTimers']);
});

test.each(Object.entries(RECIPES))('the recipe in %s is in the documentation', (_, recipe) => {
  expect(docs).toContain(recipe);
});

test('every line that the page explains can be read', () => {
  const kinds = Object.values(KINDS).map((line) => line.replace('{…}', '{}').replace('"from":4', '"from":1'));
  const [header, ...lines] = kinds;
  const sent = lines.find((line) => line.includes('"send"')) ?? '';
  const others = lines.filter((line) => line !== sent);
  const trace = opened([header, sent, ...others].join('\n'));
  expect(trace.head.transitions).toBeGreaterThan(8);
});
