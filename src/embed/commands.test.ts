import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRun, defaultConfig } from '../sim';
import { type Command, changesRun, checkAction, hear } from './commands';
import { heightMessages } from './height';

const heard = (fields: object) => hear({ raftarium: 1, id: 7, ...fields });
const commandOf = (fields: object): Command | string => {
  const { command } = heard(fields) ?? {};
  if (command === undefined) return 'ignored';
  return command.ok ? command.value : command.error;
};

test('each command is understood', () => {
  for (const type of ['play', 'pause', 'reset', 'getState', 'getLink', 'getEmbedCode', 'describe', 'destroy']) {
    expect(commandOf({ type })).toEqual({ type });
  }
  expect(commandOf({ type: 'seek', t: 512.5 })).toEqual({ type: 'seek', to: { type: 'time', at: 512_500 } });
  expect(commandOf({ type: 'seek', t: 'cue:won' })).toEqual({ type: 'seek', to: { type: 'cue', id: 'won' } });
  expect(commandOf({ type: 'step' })).toEqual({ type: 'step', by: 'key', n: 1 });
  expect(commandOf({ type: 'step', by: 'event', n: -3 })).toEqual({ type: 'step', by: 'event', n: -3 });
  expect(commandOf({ type: 'setSpeed', speed: 0.1 })).toEqual({ type: 'setSpeed', speed: 0.1 });
  expect(commandOf({ type: 'setSpeed', speed: 'auto' })).toEqual({ type: 'setSpeed', speed: 'auto' });
  expect(commandOf({ type: 'setTheme', theme: 'dark' })).toEqual({ type: 'setTheme', theme: 'dark' });
  expect(commandOf({ type: 'setLang', lang: 'zh-CN' })).toEqual({ type: 'setLang', lang: 'zh-CN' });
  expect(commandOf({ type: 'setViews', views: ['log', 'cluster'] })).toEqual({
    type: 'setViews',
    views: ['cluster', 'log'],
  });
  expect(commandOf({ type: 'load', scenario: 'split-vote', t: 9 })).toMatchObject({
    type: 'load',
    options: { scenario: 'split-vote', t: { type: 'time', at: 9000 } },
  });
  expect(commandOf({ type: 'load', challenge: 'first-candidate', seed: 3 })).toMatchObject({
    type: 'load',
    options: { challenge: 'first-candidate', seed: 3 },
  });
  expect(commandOf({ type: 'branch' })).toEqual({ type: 'branch', branch: null });
  expect(commandOf({ type: 'screenshot' })).toEqual({ type: 'screenshot', as: 'svg' });
  expect(commandOf({ type: 'on', events: ['raft:leader'] })).toEqual({ type: 'on', events: ['raft:leader'] });
});

test('slide tools and others are understood without an answer', () => {
  expect(hear('slide:start')).toEqual({ id: undefined, command: { ok: true, value: { type: 'play' } } });
  expect(hear('slide:stop')?.command).toEqual({ ok: true, value: { type: 'pause' } });
  expect(hear({ method: 'pause' })?.command).toEqual({ ok: true, value: { type: 'pause' } });
});

test('what cannot be understood is answered with a sentence', () => {
  for (const fields of [
    { type: 'fly' },
    { type: [{ toString: 0 }] },
    { type: 'setViews', views: [{ toString: 0 }] },
    { type: 'constructor' },
    { type: 'seek' },
    { type: 'seek', t: -1 },
    { type: 'seek', t: Number.NaN },
    { type: 'step', by: 'year' },
    { type: 'step', n: 0.5 },
    { type: 'step', n: 100_000 },
    { type: 'setSpeed', speed: 100 },
    { type: 'setTheme', theme: 'pink' },
    { type: 'setViews', views: ['cluster', 'secrets'] },
    { type: 'load', run: '<script>' },
    { type: 'load', challenge: '../first-candidate' },
    { type: 'act' },
    { type: 'act', action: [] },
    { type: 'branch', branch: 'A' },
    { type: 'screenshot', as: 'gif' },
    { type: 'on', events: 'all' },
    { raftarium: 2, type: 'play' },
  ]) {
    expect(commandOf(fields), JSON.stringify(fields)).toMatch(/\.$/);
  }
});

test('what was not meant for an embed is ignored', () => {
  for (const data of [
    null,
    1,
    'hello',
    [],
    {},
    { type: 'play' },
    { context: 'iframe.resize' },
    { raftarium: 1, type: 'turn' },
  ]) {
    expect(hear(data)).toBeNull();
  }
});

test('10,000 malformed messages do nothing and never throw', () => {
  const types = fc.constantFrom(
    'play',
    'seek',
    'step',
    'load',
    'act',
    'setViews',
    'on',
    'screenshot',
    'branch',
    '__proto__',
  );
  const fields = fc.record(
    {
      raftarium: fc.oneof(fc.constant(1), fc.anything()),
      id: fc.anything(),
      type: fc.oneof(types, fc.anything()),
      t: fc.anything(),
      by: fc.anything(),
      n: fc.anything(),
      speed: fc.anything(),
      run: fc.anything(),
      scenario: fc.anything(),
      views: fc.anything(),
      events: fc.anything(),
      action: fc.anything(),
    },
    { requiredKeys: [] },
  );
  const known: unknown[] = [];
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fields), (data) => {
      const found = hear(data);
      if (found === null) return;
      if (!found.command.ok) expect(found.command.error.length).toBeGreaterThan(0);
      else known.push(found.command.value.type);
    }),
    { numRuns: 10_000 },
  );
  // Now and then one of them is a command after all: the test reaches the readers.
  expect(known.length).toBeGreaterThan(100);
});

test('an action is checked as one of a run, by the names of its fields', () => {
  const run = createRun(1, defaultConfig(5));
  expect(checkAction({ type: 'crash', server: 2 }, run, 5)).toEqual({ ok: true, value: { type: 'crash', server: 2 } });
  expect(checkAction({ type: 'crash', server: 6 }, run, 5)).toMatchObject({ ok: false });
  // A server that was added later.
  expect(checkAction({ type: 'crash', server: 6 }, run, 6)).toMatchObject({ ok: true });
  expect(checkAction({ type: 'explode' }, run, 5)).toMatchObject({ ok: false });
  fc.assert(fc.property(fc.anything(), (action) => checkAction(action, run, 5).ok !== undefined));
});

test('only what changes the run is kept from strangers', () => {
  const changing = ['act', 'load', 'reset', 'branch'].map((type) =>
    commandOf({ type, scenario: 'split-vote', action: { type: 'heal' } }),
  );
  for (const command of changing) expect(changesRun(command as Command)).toBe(true);
  expect(changesRun(commandOf({ type: 'seek', t: 1 }) as Command)).toBe(false);
});

test('the height is told in the forms that hosts understand', () => {
  const messages = heightMessages(302, { href: 'https://a.example/embed.html?childId=c1', search: '?childId=c1' });
  const frame = { context: 'iframe.resize', height: 302, src: 'https://a.example/embed.html?childId=c1' };
  expect(messages).toEqual([
    { raftarium: 1, type: 'resize', height: 302 },
    { sentinel: 'amp', type: 'embed-size', height: 302 },
    frame,
    JSON.stringify(frame),
    'pymxPYMxc1xPYMxheightxPYMx302',
  ]);
  expect(heightMessages(302, { href: '', search: '' })).toHaveLength(4);
});
