import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  // A relative base lets the built page work from any sub-path.
  base: './',
  plugins: [react()],
  build: {
    target: 'es2022',
    rolldownOptions: {
      output: {
        // The size check knows the parts of the story by their names.
        chunkFileNames: ({ facadeModuleId }) =>
          `assets/${/\/stories\//.test(facadeModuleId ?? '') ? 'story-' : ''}[name]-[hash].js`,
        // What every door needs is one file; what only some need, and the table of rules, the bundler shares out.
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /node_modules\/(react|react-dom|scheduler|zustand)\/|\/src\/(base|raft(?!\/rules)|sim|share|store(?!\/(entr|keys|registry)))\//,
            },
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
    // The mode `golden` rewrites the golden files, on systems without `VAR=value command` too.
    env: mode === 'golden' ? { RAFTARIUM_GOLDEN: 'write' } : {},
  },
}));
