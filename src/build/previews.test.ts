import { expect, test } from 'vitest';
import { SCENARIOS } from '../scenarios';
import { CHAPTERS } from '../stories';
import { previewPages } from './previews';

const site = 'https://example.org/raft';
const pictures = new Set(['s-two-leaders']);
const found = (path: string, all = previewPages(site, pictures)) => all.find((file) => file.path === path)?.text ?? '';

test('every scenario and every chapter has a page in both languages', () => {
  const paths = previewPages(null, new Set()).map(({ path }) => path);
  const names = [...CHAPTERS.map(({ id }) => `c/${id}`), ...SCENARIOS.map(({ id }) => `s/${id}`)];
  expect(paths.toSorted()).toEqual(names.flatMap((name) => [`${name}.html`, `${name}.zh.html`]).toSorted());
});

test('a page says in its language what it is of, and leads there', () => {
  const page = found('s/two-leaders.zh.html');
  expect(page).toContain('<html lang="zh-CN">');
  expect(page).toContain('<meta property="og:title" content="两个领导者" />');
  expect(page).toContain('url=../#scenario=two-leaders"');
  expect(page).toContain(`content="${site}/preview/s-two-leaders.jpg"`);
  expect(found('c/leader-election.html')).toContain('url=../#story=leader-election"');
  // Where there is no picture of it, that of the whole stands in.
  expect(found('s/replication.html')).toContain(`content="${site}/preview/c-leader-election.jpg"`);
});

test('what it says of oEmbed is there, and is a frame of the page', () => {
  const href = /oembed" href="([^"]+)"/.exec(found('s/two-leaders.html'))?.[1] ?? '';
  const answer = JSON.parse(found(href.replace(`${site}/`, '')));
  expect(answer).toMatchObject({ version: '1.0', type: 'rich', title: 'Two leaders', width: 720, height: 480 });
  expect(answer.html).toContain(`<iframe src="${site}/embed.html?scenario=two-leaders"`);
});

test('without the address of the site nothing claims one', () => {
  const all = previewPages(null, pictures);
  expect(all.filter(({ text, path }) => /https?:|og:url|og:image|oembed/.test(text + path))).toEqual([]);
});

test('no text breaks out of its attribute', () => {
  for (const { path, text } of previewPages(site, pictures)) {
    if (!path.endsWith('.html')) continue;
    const tags = text.match(/<meta [^\n]*>/g) ?? [];
    expect(tags.filter((tag) => !/^<meta( [\w-]+="[^"<>]*")+ \/>$/.test(tag))).toEqual([]);
  }
});
