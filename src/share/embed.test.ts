import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  EMBED_ALLOW,
  EMBED_DEFAULTS,
  EMBED_NAMES,
  EMBED_VIEWS,
  type EmbedOptions,
  embedAddress,
  readEmbed,
  SNIPPETS,
  snippetOf,
  writeEmbed,
} from '.';

const read = (text: string) => readEmbed(new URLSearchParams(text));

test('without a word everything is as it is by default', () => {
  expect(read('')).toEqual({ options: EMBED_DEFAULTS, faults: [] });
  expect(writeEmbed(EMBED_DEFAULTS)).toEqual([]);
  expect(embedAddress(EMBED_DEFAULTS)).toBe('embed.html');
});

test('each parameter is read', () => {
  const text =
    'scenario=figure-8&t=512.5&servers=7&seed=42&autoplay=1&loop=100-900&speed=0.1&controls=min&views=why,cluster' +
    '&theme=dark&scale=1.5&motion=reduce&lang=zh-CN&allow=crash,timer&hotkeys=off&load=click&sync=lecture-1' +
    '&role=audience&origin=https://blog.example';
  const { options, faults } = read(text);
  expect(faults).toEqual([]);
  expect(options).toEqual({
    ...EMBED_DEFAULTS,
    scenario: 'figure-8',
    t: { type: 'time', at: 512_500 },
    servers: 7,
    seed: 42,
    autoplay: true,
    loop: { from: 100_000, to: 900_000 },
    speed: 0.1,
    controls: 'min',
    views: ['cluster', 'why'],
    theme: 'dark',
    scale: 1.5,
    motion: 'reduce',
    lang: 'zh-CN',
    allow: ['crash', 'timer'],
    hotkeys: 'off',
    load: 'click',
    sync: 'lecture-1',
    role: 'audience',
    origin: 'https://blog.example',
  } satisfies EmbedOptions);
});

test('a wrong value falls back and is named, an unknown name too, and nothing else suffers', () => {
  const wrong = {
    t: '-1',
    servers: '10',
    seed: '4294967296',
    autoplay: 'yes',
    loop: '9-1',
    speed: '0',
    controls: 'some',
    views: 'cluster,nothing',
    theme: 'pink',
    scale: '3',
    motion: 'none',
    lang: 'fr',
    allow: 'crash,all',
    hotkeys: 'on',
    load: 'never',
    role: 'boss',
    origin: 'blog.example',
    run: 'a b',
    scenario: '../secret',
    sync: '',
    colour: 'red',
    __proto__x: '1',
  };
  const { options, faults } = readEmbed([...Object.entries(wrong), ['story', 'reads']]);
  expect(options).toEqual({ ...EMBED_DEFAULTS, story: 'reads' });
  expect(faults.map(({ name }) => name)).toEqual(Object.keys(wrong));
  expect(faults.filter(({ type }) => type === 'unknown').map(({ name }) => name)).toEqual(['colour', '__proto__x']);
});

test('names of every object are no options', () => {
  const { options, faults } = readEmbed([
    ['constructor', '1'],
    ['toString', '2'],
    ['__proto__', '3'],
  ]);
  expect(options).toEqual(EMBED_DEFAULTS);
  expect(faults).toHaveLength(3);
  expect(readEmbed([['allow', 'constructor']]).faults).toHaveLength(1);
});

const optionsArbitrary: fc.Arbitrary<EmbedOptions> = fc.record({
  scenario: fc.option(fc.constantFrom('split-vote', 'figure-8')),
  story: fc.option(fc.constant('reads')),
  challenge: fc.option(fc.constant('next-leader')),
  run: fc.option(fc.stringMatching(/^[\w-]{1,40}$/)),
  t: fc.oneof(
    fc.record({ type: fc.constant('time' as const), at: fc.nat(1_000_000_000) }),
    fc.record({ type: fc.constant('cue' as const), id: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/) }),
  ),
  servers: fc.integer({ min: 3, max: 9 }),
  seed: fc.option(fc.nat(0xffffffff)),
  autoplay: fc.boolean(),
  loop: fc.option(fc.record({ from: fc.nat(1000), to: fc.integer({ min: 1001, max: 1_000_000 }) })),
  speed: fc.constantFrom<EmbedOptions['speed']>('auto', 0.005, 0.05, 1, 10),
  controls: fc.constantFrom('full', 'min', 'none'),
  views: fc.subarray([...EMBED_VIEWS], { minLength: 1 }),
  theme: fc.constantFrom('auto', 'light', 'dark', 'projector'),
  scale: fc.constantFrom(0.75, 1, 1.25, 2.5),
  motion: fc.constantFrom('auto', 'reduce', 'full'),
  lang: fc.constantFrom('auto', 'en', 'zh-CN'),
  allow: fc.subarray([...EMBED_ALLOW]),
  hotkeys: fc.constantFrom('focus', 'off'),
  load: fc.constantFrom('visible', 'click', 'eager'),
  sync: fc.option(fc.stringMatching(/^[\w.:-]{1,20}$/)),
  role: fc.option(fc.constantFrom('presenter', 'audience', 'preview')),
  origin: fc.option(fc.constantFrom('https://blog.example', 'http://127.0.0.1:8080')),
});

test('what is written is read back, from an address too', () => {
  fc.assert(
    fc.property(optionsArbitrary, (options) => {
      expect(readEmbed(writeEmbed(options))).toEqual({ options, faults: [] });
      const { searchParams, hash } = new URL(embedAddress(options), 'https://host.example/raftarium/');
      expect(readEmbed([...searchParams, ...new URLSearchParams(hash.slice(1))])).toEqual({ options, faults: [] });
    }),
  );
});

test('nothing that is read throws', () => {
  const field = fc.tuple(fc.oneof(fc.constantFrom(...EMBED_NAMES), fc.string()), fc.string());
  fc.assert(
    fc.property(fc.array(field), (fields) => {
      const { options } = readEmbed(fields);
      expect(Object.keys(options)).toEqual(Object.keys(EMBED_DEFAULTS));
    }),
  );
});

test('every snippet holds the address, and no text of the author breaks out of it', () => {
  const parts = {
    options: { scenario: 'split-vote', views: ['cluster'] as const },
    base: 'https://host.example/raftarium/',
    width: 640,
    height: 302,
    title: 'A "split" <vote> & more',
    caption: 'A "split" <vote> & more',
    link: 'https://host.example/raftarium/#run=abc&t=1',
    picture: '<svg xmlns="http://www.w3.org/2000/svg"><text>1 &lt; 2</text></svg>',
  };
  for (const kind of SNIPPETS) {
    const text = snippetOf(kind, parts);
    expect(text).toMatch(/split-vote/);
  }
  for (const kind of ['iframe', 'element', 'markdown'] as const) {
    expect(snippetOf(kind, parts)).not.toContain('<vote>');
    expect(snippetOf(kind, parts)).toContain('aspect-ratio:640/302');
    expect(snippetOf(kind, parts)).toContain('https://host.example/raftarium/#run=abc');
  }
  const image = /src="(data:[^"]*)"/.exec(snippetOf('element', parts))?.[1] ?? '';
  expect(decodeURIComponent(image.slice('data:image/svg+xml,'.length))).toContain('<text>1 &lt; 2</text>');
});
