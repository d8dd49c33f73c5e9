import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeRun, runToJson } from '../share';
import { createRun, defaultConfig, type Run, record, SECOND } from '../sim';
import { exportTrace } from '../trace';
import { chooseRun } from './trace';

const run: Run = record(createRun(4127, defaultConfig(7)), 400_001, { type: 'crash', server: 2 });
const code = encodeRun(run);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'raftarium-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('--run takes', () => {
  const chosen = (given: string, ...more: string[]) => chooseRun(['--run', given, ...more]);
  const choice = (until: number) => ({ ok: true, value: { run, until } });

  test('a file with the JSON of a run', () => {
    expect(chosen(file('run.json', runToJson(run)))).toEqual(choice(60 * SECOND));
    expect(chosen(file('run.json', JSON.stringify(run, null, 2)), '--for', '5')).toEqual(choice(5000));
  });

  test('a file with a link', () => {
    const path = file('link.txt', `https://example.org/raftarium/#run=${code}&t=1044.5\n`);
    expect(chosen(path)).toEqual(choice(1_044_500));
    expect(chosen(path, '--for', '9')).toEqual(choice(9000));
  });

  test('a link, with the address before it or not', () => {
    expect(chosen(`#run=${code}&t=250`)).toEqual(choice(250_000));
    expect(chosen(`https://example.org/?a=b#run=${code}&t=250`)).toEqual(choice(250_000));
    expect(chosen(`run=${code}`)).toEqual(choice(60 * SECOND));
    expect(chosen(`#run=${code}&t=0`)).toEqual(choice(60 * SECOND));
  });

  test.each([
    ['a file that is not there', () => join(folder, 'none.json'), /^cannot read .*none\.json: ENOENT/],
    ['a folder', () => folder, /^cannot read .*: EISDIR/],
    ['an empty file', () => file('empty', ''), /empty: This is neither/],
    ['JSON that is cut short', () => file('cut.json', '{"version":1'), /cut\.json: This is not JSON\./],
    ['a field out of bounds', () => file('far.json', '{"version":1,"seed":-1}'), /far\.json: seed must be between/],
    ['a trace', () => file('t.jsonl', '{"v":"raft-trace/1"}'), /t\.jsonl: This is the trace of a run/],
    ['a damaged link', () => `#run=${code.slice(2)}`, /^--run: This link is damaged/],
    ['a link without a run', () => '#scenario=figure-8', /^--run: This link names no run/],
    ['an instant that is none', () => `#run=${code}&t=-1`, /^--run: The instant in this link is not a time/],
  ])('not %s, and says so in one line', (_, given, message) => {
    const found = chosen(given());
    expect(found.ok ? '' : found.error).toMatch(message);
    expect(found.ok ? '' : found.error).not.toContain('\n');
  });

  test('nothing beside it that makes a run of its own', () => {
    const found = chosen(`#run=${code}`, '--seed', '3');
    expect(found).toEqual({ ok: false, error: '--seed does not go with a run that is given' });
  });
});

function trace(...args: string[]) {
  return spawnSync(process.execPath, ['src/cli/run.mjs', 'trace', ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
}

describe('the program', { timeout: 60_000 }, () => {
  test('prints the run of a link up to its instant', () => {
    const lines: string[] = [];
    exportTrace(run, SECOND, (line) => lines.push(line));
    const { status, stdout, stderr } = trace('--run', `https://example.org/#run=${code}&t=1000`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(`${lines.join('\n')}\n`);
  });

  test('ends with 2 and one line on standard error when the run is no good', () => {
    const { status, stdout, stderr } = trace('--run', `#run=${code.slice(2)}`);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^trace: --run: This link is damaged[^\n]*\n$/);
  });
});
