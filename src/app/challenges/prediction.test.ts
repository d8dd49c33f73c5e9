import { expect, it } from 'vitest';
import type { Part } from '../../challenges';
import { choose, deniedOf, isRight, judge, NOTHING, openParts, pickOf, rightParts } from './prediction';

const choices = [1, 2, 3].map((value) => ({ type: 'number', value }) as const);
const one: Part = { id: 'one', form: 'one', choices, answer: [1] };
const several: Part = { id: 'several', form: 'several', choices, answer: [0, 2] };
const each: Part = { id: 'each', form: 'each', choices, answer: [2] };
const parts = [one, several, each];

it('one choice replaces another; of several each is taken or given back', () => {
  const chosen = choose(choose(NOTHING, one, 0), one, 1);
  expect(pickOf(chosen, one)).toEqual([1]);
  const some = choose(choose(choose(NOTHING, several, 2), several, 0), several, 1);
  expect(pickOf(some, several)).toEqual([0, 1, 2]);
  expect(pickOf(choose(some, several, 1), several)).toEqual([0, 2]);
});

it('each choice is judged, and may be judged anew', () => {
  const judged = judge(judge(NOTHING, each, 0, true), each, 0, false);
  expect([pickOf(judged, each), deniedOf(judged, each)]).toEqual([[], [0]]);
});

it('it is complete when every part is answered; none of several is an answer', () => {
  expect(openParts(NOTHING, parts).map(({ id }) => id)).toEqual(['one', 'each']);
  const judged = [0, 1].reduce((all, place) => judge(all, each, place, false), choose(NOTHING, one, 1));
  expect(openParts(judged, parts).map(({ id }) => id)).toEqual(['each']);
  const complete = judge(judged, each, 2, true);
  expect(openParts(complete, parts)).toEqual([]);
  expect(parts.map((part) => isRight(complete, part))).toEqual([true, false, true]);
  expect(rightParts(complete, parts)).toBe(2);
});
