import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  type BuiltFile,
  CODE_LIMIT,
  doorsOf,
  ELEMENT_LIMIT,
  EMBED_LIMIT,
  FONT_LIMIT,
  firstLoad,
  reachable,
  weigh,
} from './size.ts';

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

const MAPPED =
  '__vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./HomeDoor-3.js","./HomeDoor-4.css","./LearnDoor-5.js"])))=>i.map(i=>d[i]);' +
  'var h=()=>p(()=>import(`./HomeDoor-3.js`),__vite__mapDeps([0,1]),import.meta.url),' +
  'l=()=>p(()=>import(`./LearnDoor-5.js`).then(e=>e.t),__vite__mapDeps([2]),import.meta.url);';

test('each door is weighed with what it loads, and the story with a chapter', () => {
  const weight = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const files = (home: number, learn: number, chapter: number) => [
    page,
    style,
    file('assets/main-1.js', MAPPED),
    file('assets/HomeDoor-3.js', 'home()'),
    file('assets/HomeDoor-4.css', weight(home)),
    file('assets/LearnDoor-5.js', 'import("./chapter-6.js");import("./captions-7.js");import("./captions-8.js")'),
    file('assets/chapter-6.js', weight(learn)),
    file('assets/captions-7.js', weight(chapter)),
    // The other language.
    file('assets/captions-8.js', weight(chapter * 0.9)),
  ];
  expect([...doorsOf(files(1, 1, 1))]).toEqual([
    ['Home', ['assets/HomeDoor-3.js', 'assets/HomeDoor-4.css']],
    ['Learn', ['assets/LearnDoor-5.js']],
  ]);
  const { lines, withinLimits } = weigh(files(CODE_LIMIT * 0.8, CODE_LIMIT * 0.4, CODE_LIMIT * 0.4));
  expect(withinLimits).toBe(true);
  expect(lines.filter((line) => line.includes('first load of'))).toHaveLength(2);
  expect(weigh(files(CODE_LIMIT * 1.1, 1, 1)).withinLimits).toBe(false);
  expect(weigh(files(1, CODE_LIMIT * 0.7, CODE_LIMIT * 0.5)).withinLimits).toBe(false);
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

test('an embed is weighed with its texts and the heaviest run, without what stands in for it; its script, too', () => {
  const weight = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const files = (element: number, main: number, texts: number, run: number) => [
    page,
    style,
    file('assets/main-1.js', 'new URL("embed.html")'),
    file('embed.html', '<script src="./embed-start.js"></script><script src="./embed/embed-8.js">'),
    file('embed-start.js', 'load("embed-whole.js")'),
    file('embed-whole.js', weight(EMBED_LIMIT)),
    file('embed.js', weight(element)),
    file(
      'embed/embed-8.js',
      'import "./core-9.js";import("./texts-7.js");import("./texts-6.js");import("./scenarios-5.js")',
    ),
    file('embed/core-9.js', weight(main)),
    file('embed/texts-7.js', weight(texts)),
    file('embed/texts-6.js', weight(texts)),
    file('embed/scenarios-5.js', 'import "./run-4.js"'),
    file('embed/run-4.js', weight(run)),
  ];
  const third = EMBED_LIMIT * 0.3;
  const { lines, withinLimits } = weigh(files(ELEMENT_LIMIT * 0.9, third, third, third));
  expect(withinLimits).toBe(true);
  expect(lines.find((line) => line.startsWith('all that an embed loads'))).toMatch(/10\d\.\d kB of 120/);
  expect(weigh(files(ELEMENT_LIMIT + 1, 1, 1, 1)).withinLimits).toBe(false);
  for (const heavy of [1, 2, 3]) {
    const weights = [100, third, third, third];
    weights[heavy] *= 1.6;
    const [element, main, texts, run] = weights;
    expect(weigh(files(element, main, texts, run)).withinLimits).toBe(false);
  }
});
