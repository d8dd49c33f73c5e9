import { describe, expect, test } from 'vitest';
import { MARKED_VERSION } from './format-bookmarks';
import { runFromJson } from './json';
import { decodeRun } from './link';
import { RECORDED } from './recorded';
import { fromBase64Url } from './text';

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

  test('with links of every version of the format', () => {
    expect(new Set(RECORDED.map(({ version }) => version))).toEqual(new Set([1, MARKED_VERSION]));
    for (const { link, version } of RECORDED) expect(fromBase64Url(link)?.[0]).toBe(version);
  });
});
