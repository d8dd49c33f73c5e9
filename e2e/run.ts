import { spawn } from 'node:child_process';
import { build, preview } from 'vite';
import { findBrowser, thisMachine } from './browser.ts';

/** The page must live under such a policy, so the journeys meet it. React and the widgets set styles from scripts. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
].join('; ');

/** A sub-path, since the built page promises to work from any. */
const BASE = '/raftarium/';

/** Serves the built page as the journeys meet it: under a sub-path and a strict policy. */
export async function serve(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await preview({
    base: BASE,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0, headers: { 'Content-Security-Policy': POLICY } },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The preview server has no address.');
  return { url, close: () => server.close() };
}

function play(args: string[], env: Record<string, string>): Promise<number> {
  const command = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts', ...args];
  const child = spawn(process.execPath, command, { stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs the journeys over the built page; `--built` trusts the dist that is there, other arguments go to Playwright. */
export async function main(argv: string[]): Promise<number> {
  const finding = await findBrowser(thisMachine());
  if (!finding.ok) {
    process.stderr.write(`${finding.reason}\n`);
    return 3;
  }
  const { path, args } = finding.browser;
  process.stderr.write(`browser: ${path}\n`);

  if (!argv.includes('--built')) await build({ logLevel: 'warn' });
  const server = await serve();
  const env = { RAFTARIUM_BROWSER: path, RAFTARIUM_BROWSER_ARGS: JSON.stringify(args), RAFTARIUM_URL: server.url };
  const rest = argv.filter((argument) => argument !== '--built');
  try {
    return await play(rest, env);
  } finally {
    await server.close();
  }
}
