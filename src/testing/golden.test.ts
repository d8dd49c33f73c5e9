import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectGolden } from './golden.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raftarium-golden-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('what was written is expected from then on', () => {
  vi.stubEnv('RAFTARIUM_GOLDEN', 'write');
  expectGolden('deep/story', 'S1 becomes leader\r\nS2 follows', folder);
  expect(readFileSync(join(folder, 'deep/story.txt'), 'utf8')).toBe('S1 becomes leader\nS2 follows\n');

  vi.stubEnv('RAFTARIUM_GOLDEN', '');
  expectGolden('deep/story', 'S1 becomes leader\nS2 follows\n', folder);
  expect(() => expectGolden('deep/story', 'S1 becomes leader', folder)).toThrow(/understand every changed line/);
});

test('a missing file is a failure, not a new truth', () => {
  vi.stubEnv('RAFTARIUM_GOLDEN', '');
  expect(() => expectGolden('absent', 'S1 becomes leader', folder)).toThrow(/absent\.txt/);
});
