/** What a build makes beside the page: one file that needs no server, pages for link previews, and the service worker. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Plugin, runnerImport } from 'vite';
import { writeServiceWorker } from './service-worker.ts';
import { singleFile } from './single-file.ts';

export { CORE, partOf, RUNS, treeshake } from './chunks.ts';
export { embeds } from './embeds.ts';

export function besideThePage(): Plugin {
  let folder = 'dist';
  let written = false;
  return {
    name: 'raftarium:beside-the-page',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    // A build that failed closes its bundle, too.
    writeBundle() {
      written = true;
    },
    async closeBundle() {
      if (!written) return;
      writeFileSync(join(folder, 'raftarium.html'), await singleFile());
      await writePreviews(folder, process.env.RAFTARIUM_SITE || null);
      await writeServiceWorker(folder);
    },
  };
}

/**
 * @param site the address of the site, for what needs whole addresses; null where it is not known
 */
export async function writePreviews(folder: string, site: string | null): Promise<void> {
  // Loaded here and not above: the whole story hangs on it, and a configuration is read for each test run, too.
  const { module } = await runnerImport<typeof import('./previews')>('./src/build/previews.ts', { configFile: false });
  const pictures = readdirSync(join(folder, 'preview')).map((name) => name.replace(/\.jpg$/, ''));
  for (const { path, text } of module.previewPages(site, new Set(pictures))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
