import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { type BuiltFile, CODE_LIMIT, FONT_LIMIT, firstLoad, reachable, weigh } from './size.ts';

const file = (path: string, content: string | Uint8Array): BuiltFile => ({
  path,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});
const page = file('index.html', '<script src="./assets/main-1.js"></script><link href="./assets/main-2.css">');
const style = file('assets/main-2.css', '@font-face{src:url(./sans-3.woff2)}');

test('lazy chunks, workers and fonts are reached, strangers are not', () => {
  const files = [
    page,
    style,
    file('assets/main-1.js', 'import("./lab-4.js")'),
    file('assets/lab-4.js', 'new Worker(new URL("worker-5.js", import.meta.url))'),
    file('assets/worker-5.js', ''),
    file('assets/sans-3.woff2', ''),
    file('embed.js', ''),
  ];
  expect(reachable(files).map(({ path }) => path)).toEqual([
    'index.html',
    'assets/main-2.css',
    'assets/main-1.js',
    'assets/sans-3.woff2',
    'assets/lab-4.js',
    'assets/worker-5.js',
  ]);
});

test('what is imported on demand is no part of the first load, except for one language', () => {
  const weight = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const half = file('assets/dialogs-4.js', weight(CODE_LIMIT * 0.7));
  const main = file('assets/main-1.js', 'import("./dialogs-4.js");import("./texts-5.js");import("./texts-6.js")');
  const english = file('assets/texts-5.js', weight(CODE_LIMIT * 0.7));
  const files = [page, style, main, half, english];
  expect(firstLoad(files).map(({ path }) => path)).toEqual(['index.html', 'assets/main-2.css', 'assets/main-1.js']);
  expect(weigh(files).withinLimits).toBe(true);
  expect(weigh([...files, file('assets/texts-6.js', weight(CODE_LIMIT * 1.1))]).withinLimits).toBe(false);
});

test('a thread is no part of the first load, but what is only named beside it is', () => {
  const start =
    'try{return new Worker(new URL(new URL(`worker-5.js`,import.meta.url).href,``+import.meta.url),{type:`module`})}';
  const files = [
    page,
    style,
    file('assets/main-1.js', `${start};new URL("beside-6.js",import.meta.url)`),
    file('assets/worker-5.js', new Uint8Array(randomBytes(CODE_LIMIT))),
    file('assets/beside-6.js', ''),
  ];
  expect(firstLoad(files).map(({ path }) => path)).toEqual([
    'index.html',
    'assets/main-2.css',
    'assets/main-1.js',
    'assets/beside-6.js',
  ]);
  const { lines, withinLimits } = weigh(files);
  expect(withinLimits).toBe(true);
  expect(lines.find((line) => line.startsWith('threads'))).toMatch(/180\.\d kB/);
});

test('a small page is within the limits', () => {
  expect(weigh([page, style, file('assets/main-1.js', 'go()')]).withinLimits).toBe(true);
});

test('code over the limit is refused', () => {
  const heavy = file('assets/main-1.js', new Uint8Array(randomBytes(CODE_LIMIT + 1)));
  expect(weigh([page, heavy]).withinLimits).toBe(false);
});

test('fonts over the limit are refused', () => {
  const heavy = file('assets/sans-3.woff2', new Uint8Array(FONT_LIMIT + 1));
  expect(weigh([page, style, file('assets/main-1.js', 'go()'), heavy]).withinLimits).toBe(false);
});

test('a build without a page is refused', () => {
  expect(weigh([]).withinLimits).toBe(false);
});
