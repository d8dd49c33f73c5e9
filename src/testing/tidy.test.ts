import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BANNED_IN_CORE, BANNED_IN_RING, PURE_RING, TABLE } from './fence.ts';
import type { SourceFile } from './source.ts';
import { tidyFaults } from './tidy.ts';

function readTree(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.(tsx?|css)$/.test(item.name))
    .map((item) => join(item.parentPath, item.name).replaceAll('\\', '/'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

test('the source is tidy', () => {
  expect(tidyFaults([...readTree('src'), ...readTree('e2e')])).toEqual([]);
});

test('the compiler checks exactly the pure ring without DOM and Node', () => {
  expect(JSON.parse(readFileSync('src/tsconfig.pure.json', 'utf8')).include).toEqual(PURE_RING);
});

test('no folder of src is missing from the table', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((item) => item.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !TABLE[name])).toEqual([]);
  expect(existsSync('src/testing/fence.ts')).toBe(true);
});

/** A small tree without a fault, with files put in or replaced. */
function planted(changes: Record<string, string>): string[] {
  const files: Record<string, string> = {
    'src/main.tsx': "import { App } from './app/index.ts';\nApp();",
    'src/app/index.ts': "export { App } from './app.tsx';",
    'src/app/app.tsx': "import { step } from '../raft/index.ts';\nexport const App = () => step(1);",
    'src/raft/index.ts': "export { step } from './step.ts';",
    'src/raft/step.ts': 'export const step = (n: number) => n + 1;',
    'src/raft/step.test.ts':
      "import { test } from 'vitest';\nimport { step } from './step.ts';\ntest('', () => step(1));",
    'src/base/index.ts': 'export const zero = 0;',
    'src/base/index.test.ts': "import { zero } from './index.ts';\nzero;",
    ...changes,
  };
  return tidyFaults(Object.entries(files).map(([path, text]) => ({ path, text })));
}

const step = (body: string) => ({ 'src/raft/step.ts': `export const step = (n: number) => ${body};` });

test('the planted tree is tidy before anything is planted', () => {
  expect(planted({})).toEqual([]);
});

describe('imports', () => {
  test('upwards are refused', () => {
    const faults = planted({ 'src/raft/step.ts': "import { App } from '../app/index.ts';\nexport const step = App;" });
    expect(faults).toContain('src/raft/step.ts:1 raft may not import app');
  });

  test('of a package that the folder may not have are refused', () => {
    const faults = planted({
      'src/raft/step.ts': "import { scaleLinear } from 'd3';\nexport const step = scaleLinear;",
    });
    expect(faults).toEqual(['src/raft/step.ts:1 raft may not import the package d3']);
  });

  test('of Node are refused outside cli and tests', () => {
    const text = "import 'node:fs';\n";
    expect(
      planted({ 'src/app/app.tsx': `${text}export { step as App } from '../raft/index.ts';\nexport const one = 1;` }),
    ).toEqual(['src/app/app.tsx:1 app may not import the package node']);
    expect(planted({ 'src/cli/trace.ts': text, 'src/raft/file.test.ts': text })).toEqual([]);
  });

  test('past an index are refused', () => {
    const faults = planted({
      'src/app/app.tsx': "import { step } from '../raft/step.ts';\nexport const App = () => step(1);",
      'src/cli/trace.ts': "import '../raft/index.ts';",
    });
    expect(faults).toEqual(['src/app/app.tsx:1 enter raft through its index.ts']);
    const fake = { 'src/raft/fake-log.ts': 'export const log = 1;' };
    const text = "import { log } from '../raft/fake-log.ts';\nlog;";
    expect(planted({ ...fake, 'src/app/app.test.ts': text })).toEqual([]);
    expect(planted({ ...fake, 'src/app/other.ts': text })).toContain(
      'src/app/other.ts:1 enter raft through its index.ts',
    );
  });

  test('of values are refused where only types are allowed, and tests may have them', () => {
    const scene = (text: string) => ({
      'src/scene/index.ts': `${text} from '../raft/index.ts';\nexport const scene = 1;`,
      'src/scene/index.test.ts': "import { step } from '../raft/index.ts';\nimport './index.ts';\nstep(1);",
    });
    expect(planted(scene('import type { Server }'))).toEqual([]);
    expect(planted(scene('import { type Server }'))).toEqual([]);
    expect(planted(scene('import { step }'))).toEqual(['src/scene/index.ts:1 scene may import only types from raft']);
  });

  test('of testing are refused outside tests', () => {
    const testing = { 'src/testing/words.ts': 'export const word = 1;' };
    const use = "import { word } from '../testing/words.ts';\nword;";
    expect(planted({ ...testing, 'src/raft/words.test.ts': use })).toEqual([]);
    expect(planted({ ...testing, 'src/cli/trace.ts': use })).toEqual([
      'src/cli/trace.ts:1 only tests may import testing',
    ]);
  });

  test('between app and embed are refused, lazy ones too', () => {
    const faults = planted({
      'src/embed/index.ts': "export const embed = () => import('../app/index.ts');",
      'src/main.tsx': "import './app/index.ts';\nimport './embed/index.ts';",
    });
    expect(faults).toEqual(['src/embed/index.ts:1 embed may not import app']);
  });

  test('of app by embed go through its panes', () => {
    const panes = { 'src/app/panes.tsx': 'export const Why = 1;' };
    const use = (path: string) => ({ ...panes, [path]: "import { Why } from '../app/panes.tsx';\nWhy;" });
    expect(planted({ ...use('src/embed/main.tsx') })).toEqual([]);
    expect(planted({ ...use('src/stage/why.ts') })).toContain('src/stage/why.ts:1 stage may not import app');
  });

  test('of the gallery must be lazy', () => {
    const gallery = { 'src/gallery/index.ts': 'export const gallery = 1;' };
    const main = "import './app/index.ts';\n";
    expect(planted({ ...gallery, 'src/main.tsx': `${main}import('./gallery/index.ts');` })).toEqual([]);
    expect(planted({ ...gallery, 'src/main.tsx': `${main}import './gallery/index.ts';` })).toEqual([
      'src/main.tsx:2 load gallery with import(), so that readers do not',
    ]);
  });

  test('of d3 as a whole are refused', () => {
    const scene = (text: string) => ({
      'src/scene/index.ts': text,
      'src/scene/index.test.ts': "import './index.ts';",
    });
    expect(planted(scene("import { arc } from 'd3';\nexport const scene = arc;"))).toEqual([]);
    expect(planted(scene("import * as d3 from 'd3';\nexport const scene = d3;"))).toEqual([
      'src/scene/index.ts:1 import d3 by names, or the whole of it is shipped',
    ]);
  });

  test('of nothing are noticed', () => {
    expect(planted({ 'src/cli/trace.ts': "import './absent.ts';" })).toEqual([
      'src/cli/trace.ts:1 there is no ./absent.ts',
    ]);
  });

  test('from a folder that the table does not know are noticed', () => {
    expect(planted({ 'src/misc/index.test.ts': '' })).toEqual([
      'src/misc/index.test.ts: misc is not in the table of testing/fence.ts',
    ]);
  });
});

describe('banned names', () => {
  test.each(Object.keys(BANNED_IN_RING))('%s in the pure ring', (name) => {
    expect(planted(step(name))).toEqual([`src/raft/step.ts:1 ${name} is banned here: ${BANNED_IN_RING[name]}`]);
  });

  test.each(Object.keys(BANNED_IN_CORE))('%s in the core', (name) => {
    expect(planted(step(name === '**' ? 'n ** 2' : `${name}(n)`))).toEqual([
      `src/raft/step.ts:1 ${name} is banned here: ${BANNED_IN_CORE[name]}`,
    ]);
  });

  test('by another way of writing them', () => {
    expect(planted(step("Math['random']()"))).toHaveLength(1);
    expect(planted(step('globalThis.setTimeout(n)'))).toHaveLength(1);
    expect(planted(step('((n **= 2), n)'))).toHaveLength(1);
  });

  test('but not in comments, texts, keys and members of our own', () => {
    expect(planted(step("({ window: 'document', Date: n }).window /* console */"))).toEqual([]);
  });

  test('but not outside the ring, nor in tests', () => {
    expect(planted({ 'src/app/app.tsx': 'export const App = () => Math.sqrt(Date.now());' })).not.toContain('banned');
    expect(planted({ 'src/raft/time.test.ts': 'performance.now();' })).toEqual([]);
  });

  test('a second animation loop', () => {
    const clock = { 'src/store/clock.ts': 'requestAnimationFrame(() => {});' };
    const main = { 'src/store/clock.test.ts': "import './clock.ts';" };
    expect(planted({ ...clock, ...main })).toEqual([]);
    expect(planted({ 'src/main.tsx': "import './app/index.ts';\nrequestAnimationFrame(() => {});" })).toHaveLength(1);
  });
});

describe('files', () => {
  test('in a cycle are named in its order', () => {
    const faults = planted({
      'src/raft/step.ts': "import { two } from './two.ts';\nexport const step = (n: number) => n + two;",
      'src/raft/two.ts': "import { step } from './step.ts';\nexport const two = step(1);",
    });
    expect(faults).toEqual(['cycle: src/raft/step.ts → src/raft/two.ts → src/raft/step.ts']);
  });

  test('that only re-export must be an index', () => {
    const faults = planted({
      'src/raft/all.ts': "export * from './step.ts';",
      'src/raft/all.test.ts': "import './all.ts';",
    });
    expect(faults).toEqual(['src/raft/all.ts: only an index.ts may do nothing but re-export']);
  });

  test('that nobody imports are found, also when they import each other', () => {
    const faults = planted({
      'src/raft/old.ts': "export * as old from './older.ts';\nexport const x = 1;",
      'src/raft/older.ts': 'export const y = 1;',
      'src/ui/old.css': '',
    });
    expect(faults).toEqual([
      'src/raft/old.ts: nobody imports it',
      'src/raft/older.ts: nobody imports it',
      'src/ui/old.css: nobody imports it',
    ]);
  });

  test('that a worker address or an import() names are in use', () => {
    const faults = planted({
      'src/main.tsx': "import './app/index.ts';\nimport('./share/index.ts');",
      'src/share/index.ts': "export const entry = new URL('./entry.ts', import.meta.url);",
      'src/share/entry.ts': 'export const x = 1;',
      'src/share/entry.test.ts': '',
    });
    expect(faults).toEqual([]);
  });

  test('of the pure ring need a test in their folder', () => {
    const faults = planted({ 'src/sim/index.ts': 'export {};', 'src/cli/trace.ts': "import '../sim/index.ts';" });
    expect(faults).toEqual(['src/sim: holds no *.test.ts']);
  });
});

describe('lines', () => {
  test('with a note to self are left over', () => {
    const note = `TO${'DO'}`;
    expect(planted({ 'src/base/index.ts': `export const zero = 0; // ${note}: one` })).toEqual([
      `src/base/index.ts:1 ${note} is left over: do it, or file it`,
    ]);
  });

  test('longer than a screen are refused, but not the texts of i18n', () => {
    const long = `export const zero = '${'o'.repeat(160)}';`;
    expect(planted({ 'src/base/index.ts': long })).toEqual([
      'src/base/index.ts:1 is 183 columns long, 160 is the most',
    ]);
    expect(planted({ 'src/i18n/en.test.ts': long })).toEqual([]);
  });
});
