import { expect, it } from 'vitest';
import { loadLab } from '../../i18n';
import { EXPERIMENTS, type Experiment, linesOf } from '../../lab';
import { OWN } from './address';
import { lineName } from './words';

const OWN_READS: Experiment = {
  ...OWN,
  base: 'reads',
  measure: 'staleness',
  sweep: { parameter: 'reads', values: [0] },
};

async function namesIn(language: 'en' | 'zh-CN'): Promise<string[]> {
  const texts = await loadLab(language);
  return [...EXPERIMENTS, OWN, OWN_READS].flatMap((one) => linesOf(one).map((line) => lineName(texts, one, line)));
}

it('a line of two parts reads on in small letters, but for names', async () => {
  const names = await namesIn('en');
  expect(names).toContain('leader in Virginia, client in Virginia');
  for (const name of names) {
    const [, second] = name.split(', ');
    if (second !== undefined) expect(second).toMatch(/^([a-z]|\w*[a-z][A-Z]|\d)/);
  }
});

it('in Chinese a place follows its word at once', async () => {
  const names = await namesIn('zh-CN');
  expect(names).toContain('领导者在弗吉尼亚，客户端在弗吉尼亚');
  for (const name of names) expect(name).not.toMatch(/在 /);
});
