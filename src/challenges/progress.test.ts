import { expect, it } from 'vitest';
import { NO_PROGRESS, noteAnswer, noteTask, readProgress, scoreOf, writeProgress } from './progress';

const some = noteTask(
  noteAnswer(
    noteAnswer(noteAnswer(NO_PROGRESS, 'near-tie.1', true, 'guess'), 'near-tie.2', false, 'certain'),
    'twice.1',
    true,
    'certain',
  ),
  'deposed',
  '#run=AUQ&t=4',
);

it('the first prediction counts, later ones are counted', () => {
  const again = noteAnswer(some, 'near-tie.2', true, 'guess');
  expect(again.answers['near-tie.2']).toEqual({ right: false, confidence: 'certain', times: 2 });
  expect(noteTask(some, 'deposed', '#run=other').tasks).toEqual({ deposed: '#run=AUQ&t=4' });
});

it('scores are of one challenge or of all', () => {
  expect(scoreOf(some, 'near-tie')).toEqual({ answered: 2, right: 1, certain: 1, certainRight: 0 });
  expect(scoreOf(some, 'near')).toEqual({ answered: 0, right: 0, certain: 0, certainRight: 0 });
  expect(scoreOf(some)).toEqual({ answered: 3, right: 2, certain: 2, certainRight: 1 });
});

it('what is written is read again', () => {
  expect(readProgress(writeProgress(some))).toEqual(some);
  expect(readProgress(writeProgress(NO_PROGRESS))).toEqual(NO_PROGRESS);
});

it('what makes no sense is left out, and nothing throws', () => {
  for (const text of [
    null,
    '',
    'x',
    '[]',
    '1',
    'null',
    '{}',
    '{"version":2}',
    '{"version":1,"answers":[]}',
    'x'.repeat(500_000),
  ]) {
    expect(readProgress(text)).toEqual(NO_PROGRESS);
  }
  const odd = {
    version: 1,
    answers: {
      'twice.1': { right: true, confidence: 'fair', times: 1 },
      'twice.2': { right: 'yes', confidence: 'fair', times: 1 },
      'twice.3': { right: true, confidence: 'sure', times: 1 },
      'twice.4': { right: true, confidence: 'fair', times: 0.5 },
      '<b>': { right: true, confidence: 'fair', times: 1 },
      'twice.5': null,
    },
    tasks: { deposed: 'javascript:alert(1)', 'two-leaders': '#run=A' },
  };
  expect(readProgress(JSON.stringify(odd))).toEqual({
    answers: { 'twice.1': { right: true, confidence: 'fair', times: 1 } },
    tasks: { 'two-leaders': '#run=A' },
  });
});
