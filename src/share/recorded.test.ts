import { describe, expect, test } from 'vitest';
import { MARKED_VERSION } from './format-bookmarks';
import { SHORT_VERSION } from './format-short';
import { runFromJson } from './json';
import { decodeRun } from './link';
import { RECORDED } from './recorded';
import { RECORDED_SHORT } from './recorded-short';
import { fromBase64Url } from './text';

const ALL = [...RECORDED, ...RECORDED_SHORT];

describe('recorded links open for ever as the runs that they were made from', () => {
  test.each(ALL)('version $version: $about', ({ link, run }) => {
    const found = decodeRun(link);
    expect(found).toEqual(runFromJson(JSON.stringify(run)));
    expect(found.ok).toBe(true);
  });

  test.each([RECORDED, RECORDED_SHORT])('with every type of action among them', (...table) => {
    const found = table.map(({ link }) => decodeRun(link));
    const types = found.flatMap((run) => (run.ok ? run.value.actions.map(({ action }) => action.type) : []));
    expect(new Set(types).size).toBe(31);
  });

  test('with links of every version of the format', () => {
    expect(new Set(ALL.map(({ version }) => version))).toEqual(new Set([1, MARKED_VERSION, SHORT_VERSION]));
    for (const { link, version } of ALL) expect(fromBase64Url(link)?.[0]).toBe(version);
  });
});
