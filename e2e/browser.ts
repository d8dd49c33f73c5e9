import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** A browser that was seen to start, and the flags it needed. */
export type Browser = { path: string; args: string[] };

export type Finding = { ok: true; browser: Browser } | { ok: false; reason: string };

/** What the search may ask of the machine; tests hand in a made-up one. */
export type Machine = {
  variable: string | undefined; // RAFTARIUM_CHROMIUM
  bundled: string; // where Playwright would keep its own Chromium
  installed: () => string[]; // Chromium and Chrome found on the machine, best first
  isRoot: boolean;
  isDebian: boolean; // exactly Debian: Ubuntu's package is a stub for snap
  starts: (path: string, args: string[]) => Promise<boolean>; // probes by launching: a file's existence proves nothing
  downloadBundled: () => boolean;
  installPackage: () => boolean;
  say: (line: string) => void;
};

/** Without these a closed network sees many refused connections at each start. */
export const QUIET_FLAGS = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const INSTRUCTIONS = [
  'No Chromium could be started. Do one of these and run again:',
  '  set RAFTARIUM_CHROMIUM to the path of a Chromium or Chrome',
  '  npx playwright install --with-deps chromium',
  '  install the package "chromium" of your system',
].join('\n');

/** Root cannot have the sandbox; others give it up only after a sandboxed start has failed. */
async function tryStart(machine: Machine, path: string): Promise<Browser | undefined> {
  const unsandboxed = [...QUIET_FLAGS, '--no-sandbox'];
  if (machine.isRoot) return (await machine.starts(path, unsandboxed)) ? { path, args: unsandboxed } : undefined;
  if (await machine.starts(path, QUIET_FLAGS)) return { path, args: QUIET_FLAGS };
  if (!(await machine.starts(path, unsandboxed))) return undefined;
  machine.say(`browser: ${path} does not start with its sandbox, so it runs without`);
  return { path, args: unsandboxed };
}

async function firstThatStarts(machine: Machine, paths: string[]): Promise<Browser | undefined> {
  for (const path of paths) {
    const browser = await tryStart(machine, path);
    if (browser) return browser;
  }
  return undefined;
}

/** The order: variable, Playwright's own, installed, Playwright's download, Debian's package, instructions. */
export async function findBrowser(machine: Machine): Promise<Finding> {
  const found = (browser: Browser): Finding => ({ ok: true, browser });
  if (machine.variable) {
    const named = await tryStart(machine, machine.variable);
    return named
      ? found(named)
      : { ok: false, reason: `RAFTARIUM_CHROMIUM is ${machine.variable}, which does not start as a browser.` };
  }

  const bundled = await tryStart(machine, machine.bundled);
  if (bundled) return found(bundled);

  machine.say("browser: Playwright's own Chromium is not here, so an installed one is looked for");
  const installed = await firstThatStarts(machine, machine.installed());
  if (installed) return found(installed);

  machine.say('browser: none is installed, so Playwright is asked to download Chromium');
  if (machine.downloadBundled()) {
    const downloaded = await tryStart(machine, machine.bundled);
    if (downloaded) return found(downloaded);
  }

  if (machine.isDebian && machine.isRoot) {
    machine.say("browser: the download did not help, so Debian's package chromium is installed");
    if (machine.installPackage()) {
      const packaged = await firstThatStarts(machine, machine.installed());
      if (packaged) return found(packaged);
    }
  }
  return { ok: false, reason: INSTRUCTIONS };
}

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

function installedBrowsers(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...new Set([...onPath, ...APPLICATIONS])].filter((path) => existsSync(path));
}

async function startsHere(path: string, args: string[]): Promise<boolean> {
  if (!existsSync(path)) return false;
  try {
    const browser = await chromium.launch({ executablePath: path, args, timeout: 30_000 });
    const page = await browser.newPage();
    const answer = await page.evaluate('1 + 1');
    await browser.close();
    return answer === 2;
  } catch {
    return false;
  }
}

/** Installers talk on standard error, so that standard output keeps to the tests. */
function runQuietly(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env, timeout: 300_000 });
  return result.status === 0;
}

function isDebianHere(): boolean {
  try {
    return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

export function thisMachine(): Machine {
  return {
    variable: process.env.RAFTARIUM_CHROMIUM || undefined,
    bundled: chromium.executablePath(),
    installed: installedBrowsers,
    isRoot: process.getuid?.() === 0,
    isDebian: isDebianHere(),
    starts: startsHere,
    downloadBundled: () =>
      runQuietly(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']),
    installPackage: () =>
      runQuietly('apt-get', ['update', '-qq']) && runQuietly('apt-get', ['install', '-y', '-qq', 'chromium']),
    say: (line) => process.stderr.write(`${line}\n`),
  };
}
