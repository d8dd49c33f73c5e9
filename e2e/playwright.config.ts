import { defineConfig } from '@playwright/test';

// The runner found the browser and started the server, and tells the workers through the environment.
const { RAFTARIUM_BROWSER: executablePath, RAFTARIUM_BROWSER_ARGS: args, RAFTARIUM_URL: baseURL } = process.env;
if (!executablePath || !args || !baseURL) throw new Error('Start the journeys with `npm run e2e`.');

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  // Ample: a machine may have other things to do.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  retries: 0,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL,
    browserName: 'chromium',
    actionTimeout: 15_000,
    viewport: { width: 1280, height: 800 },
    // It would fetch the whole page for every journey.
    serviceWorkers: 'block',
    // Recording costs a quarter of the time: `RAFTARIUM_TRACE=1` asks for it.
    trace: process.env.RAFTARIUM_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath, args: JSON.parse(args) },
  },
});
