import { spawnSync } from 'node:child_process';

/** What the page costs in Chromium; measured by a program of its own, which needs a browser. */
export function measureFrames(): unknown {
  const command = ['src/cli/run.mjs', 'e2e/frames.ts'];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return status === 0 ? JSON.parse(stdout) : `not measured: ${stderr.trim().split('\n').at(-1)}`;
}
