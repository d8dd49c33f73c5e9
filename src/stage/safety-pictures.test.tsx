// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTexts, NOTES, TextsProvider } from '../i18n';
import { timelineLayout } from '../scene';
import { History, type NamedInterval } from './History';
import { WitnessMarks } from './WitnessMarks';

const layout = timelineLayout(1000, 256, 5, false);
const axis = { from: 0, to: 1000, left: layout.left, right: layout.right };

describe.each(['en', 'zh-CN'] as const)('%s', (language) => {
  const texts = createTexts(language);
  beforeAll(() => NOTES.load(language));
  const render = (node: React.ReactNode) => renderToStaticMarkup(<TextsProvider value={texts}>{node}</TextsProvider>);

  test('every bar of the history is a named button, and one of them is reached by the tab key', () => {
    const facts = { client: 1, label: 'x←7', from: 100, to: 200, point: 150, isFault: false } as const;
    const intervals: NamedInterval[] = [
      { ...facts, key: '1-1', status: 'ok', name: 'first' },
      { ...facts, key: '1-2', status: 'unknown', from: 300, to: 400, point: null, name: 'second' },
      { ...facts, key: '2-1', client: 2, status: 'ok', from: 500, to: 600, point: null, isFault: true, name: 'third' },
    ];
    const html = render(<History intervals={intervals} clients={[1, 2]} axis={axis} now={900} onSeek={() => {}} />);
    for (const name of ['first', 'second', 'third']) expect(html).toContain(`aria-label="${name}"`);
    expect(html.match(/tabindex="0"/g)).toHaveLength(1);
    expect(html.match(/history__bar--fault/g)).toHaveLength(1);
    expect(html.match(/history__tick/g)).toHaveLength(1);
    expect(html).toContain(texts.safety.history.laneName(2));
  });

  test('the marks of a proof are one picture with all of it in words; on phones there is none', () => {
    const parts = [
      { at: 100, server: 1, text: 'one' },
      { at: 800, server: 2, text: 'two' },
    ];
    const html = render(<WitnessMarks parts={parts} axis={axis} layout={layout} />);
    expect(html).toContain(`aria-label="${texts.safety.markTitle}: one; two"`);
    expect(html.match(/witness-mark__tag/g)).toHaveLength(2);
    const phone = timelineLayout(390, 64, 5, true);
    expect(render(<WitnessMarks parts={parts} axis={axis} layout={phone} />)).toBe('');
  });
});
