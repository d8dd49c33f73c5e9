import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, type Rollup } from 'vite';

/** Not kept for reading offline: what only other sites, downloads and installing ask for. */
const LEFT_OUT = /^sw\.js$|^raftarium\.html$|^embed-whole\.|^(?:[cs]|oembed|preview)\/|\.png$|\.map$/;

/** A file of the page, and what its bytes must be. */
export type Kept = readonly [path: string, digest: string];

const digestOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** All files of a build that the page may need, with slashes, in order. */
export function filesToKeep(folder: string): Kept[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .filter((path) => !LEFT_OUT.test(path))
    .sort()
    .map((path) => [path, digestOf(readFileSync(join(folder, path)))]);
}

/** Writes the service worker of what lies in the folder. Its build is named by all it keeps and by what it does. */
export async function writeServiceWorker(folder: string): Promise<void> {
  const files = filesToKeep(folder);
  const code = await compile();
  const name = digestOf(`${JSON.stringify(files)}${code}`).slice(0, 16);
  writeFileSync(join(folder, 'sw.js'), `const BUILD = '${name}', FILES = ${JSON.stringify(files)};\n${code}`);
}

async function compile(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: 'src/build/keeper.ts', output: { format: 'iife', codeSplitting: false } },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rollup.RollupOutput;
  return output[0].code;
}
