import { describe, expect, test } from 'vitest';
import { runFromJson } from './json';
import { decodeRun } from './link';
import { RECORDED } from './recorded';

describe('recorded links open for ever as the runs that they were made from', () => {
  test.each(RECORDED)('version $version: $about', ({ link, run }) => {
    const found = decodeRun(link);
    expect(found).toEqual(runFromJson(JSON.stringify(run)));
    expect(found.ok).toBe(true);
  });

  test('with every type of action of version 1 among them', () => {
    const found = RECORDED.map(({ link }) => decodeRun(link));
    const types = found.flatMap((run) => (run.ok ? run.value.actions.map(({ action }) => action.type) : []));
    expect(new Set(types).size).toBe(31);
  });
});
