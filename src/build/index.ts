/** What a build makes beside the page: one file that needs no server, and the service worker. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { writeServiceWorker } from './service-worker.ts';
import { singleFile } from './single-file.ts';

export { CORE, RUNS, treeshake } from './chunks.ts';
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
      await writeServiceWorker(folder);
    },
  };
}
