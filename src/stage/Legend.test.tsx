// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { createTexts } from '../i18n';
import { Legend } from './Legend';

describe('Legend', () => {
  test.each(['en', 'zh-CN'] as const)('says in %s what every mark means, with nothing in it to press', (language) => {
    const { stage, legend } = createTexts(language);
    const texts = { ...stage, legend };
    const html = renderToStaticMarkup(<Legend texts={texts} />);
    for (const text of Object.values(texts.legend)) {
      if (typeof text === 'string' && text !== texts.legend.title) expect(html).toContain(text);
    }
    expect(html).not.toContain('role="button"');
    expect(html).not.toContain('data-live');
  });
});
