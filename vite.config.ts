import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { besideThePage, CORE, embeds, partOf, RUNS, treeshake } from './src/build/index.ts';

export default defineConfig(({ mode }) => ({
  // A relative base lets the built page work from any sub-path.
  base: './',
  plugins: [react(), embeds(), besideThePage()],
  build: {
    target: 'es2022',
    // Browsers of that target know it themselves.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake,
      output: {
        // The size check knows the parts of the story and of the challenges by their names.
        chunkFileNames: ({ facadeModuleId }) => `assets/${partOf(facadeModuleId ?? '')}[name]-[hash].js`,
        // What every door needs is one file; what only some need, the bundler shares out.
        codeSplitting: {
          groups: [
            CORE,
            // Each chapter of the story loads the runs that it tells.
            RUNS,
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  test: {
    // Component tests choose happy-dom with a docblock at the top of the file.
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'e2e/**/*.spec.ts'],
    testTimeout: 30_000,
    // Modules are loaded once for all files of a worker: nothing here keeps what a test changes, and loading was the larger part.
    isolate: false,
    // The mode `golden` rewrites the golden files, on systems without `VAR=value command` too.
    env: mode === 'golden' ? { RAFTARIUM_GOLDEN: 'write' } : {},
  },
}));
