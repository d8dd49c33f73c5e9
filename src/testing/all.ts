import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

/** The whole of `npm test`: phase after phase until one fails, then the sum of all tests on the last line. */
type Phase = { name: string; command: string[]; env?: Record<string, string> };

export type Tally = { passed: number; failed: number; skipped: number };

const REPORTS = 'node_modules/.cache/raftarium';
const UNIT_REPORT = `${REPORTS}/unit.json`;
const E2E_REPORT = `${REPORTS}/e2e.json`;

/** No phase comes near this; one that hangs is ended rather than waited for. */
const PHASE_LIMIT_MS = 10 * 60_000;

const PHASES: Phase[] = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  { name: 'types of the pure ring', command: ['node_modules/typescript/bin/tsc', '-p', 'src/tsconfig.pure.json'] },
  { name: 'lint and format', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  {
    name: 'unit and property tests',
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${UNIT_REPORT}`,
    ],
  },
  { name: 'build', command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'] },
  { name: 'size', command: ['src/cli/run.mjs', 'src/testing/size.ts'] },
  {
    name: 'journeys',
    command: ['src/cli/run.mjs', 'e2e/run.ts', '--built', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT },
  },
];

function play({ command, env = {} }: Phase): Promise<number> {
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    timeout: PHASE_LIMIT_MS,
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Reads what Vitest and Playwright counted; a report that was never written counts nothing. */
export function tallyOf(unit: UnitReport = {}, e2e: JourneyReport = {}): Tally {
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = e2e.stats ?? {};
  return {
    passed: (unit.numPassedTests ?? 0) + expected + flaky,
    failed: (unit.numFailedTests ?? 0) + unexpected,
    skipped: (unit.numPendingTests ?? 0) + skipped,
  };
}

type UnitReport = { numPassedTests?: number; numFailedTests?: number; numPendingTests?: number };
type JourneyReport = { stats?: { expected?: number; flaky?: number; unexpected?: number; skipped?: number } };

/** A phase may fail without a failed test, as types do; the last line must not hide that. */
export function closingLine({ passed, failed, skipped }: Tally, code: number): string {
  const failures = code === 0 ? failed : Math.max(1, failed);
  return `${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const readReport = (path: string) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

export async function main(): Promise<number> {
  mkdirSync(REPORTS, { recursive: true });
  for (const report of [UNIT_REPORT, E2E_REPORT]) rmSync(report, { force: true });
  const started = Date.now();
  let code = 0;
  for (const phase of PHASES) {
    const phaseStarted = Date.now();
    code = await play(phase);
    const seconds = ((Date.now() - phaseStarted) / 1000).toFixed(1);
    process.stdout.write(`${code === 0 ? 'ok' : 'FAILED'}: ${phase.name}, ${seconds} s\n`);
    if (code !== 0) break;
  }
  process.stdout.write(`all: ${((Date.now() - started) / 1000).toFixed(1)} s\n\n`);
  process.stdout.write(`${closingLine(tallyOf(readReport(UNIT_REPORT), readReport(E2E_REPORT)), code)}\n`);
  return code;
}
