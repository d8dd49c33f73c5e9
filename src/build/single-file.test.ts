import { expect, test } from 'vitest';
import { assemble, type Part } from './single-file.ts';

const page = `<html><head><link rel="icon" type="image/svg+xml" href="./icon.svg" />
<link rel="manifest" href="./manifest.webmanifest" />
<script type="module" crossorigin src="./assets/index-a.js"></script>
<link rel="stylesheet" crossorigin href="./assets/index-b.css"></head><body></body></html>`;
const parts: Part[] = [
  { name: 'index.html', text: page },
  { name: 'assets/index-a.js', text: 'const end = "</script>", begin = "<!--", price = "$&";' },
  { name: 'assets/index-b.css', text: 'p { color: red }' },
];

test('everything is within, and nothing in the script ends its element', () => {
  const text = assemble(parts, 'data:,icon');
  expect(text).not.toMatch(/\.\/|manifest/);
  expect(text).toContain('href="data:,icon"');
  expect(text).toContain('<style>p { color: red }</style>');
  expect(text).toContain('const end = "<\\/script>", begin = "\\x3C!--", price = "$&";');
  expect(text.match(/<\/script/g)).toHaveLength(1);
});

test('what would stay outside is refused', () => {
  expect(() => assemble([...parts, { name: 'assets/font.woff2', text: '' }], '')).toThrow(/more files/);
  expect(() => assemble([...parts, { name: 'assets/later.js', text: '' }], '')).toThrow(/one \.js is expected/);
  const [, ...rest] = parts;
  const asking = { name: 'index.html', text: page.replace('<body>', '<body><img src="./far.png">') };
  expect(() => assemble([asking, ...rest], '')).toThrow(/far\.png/);
});
