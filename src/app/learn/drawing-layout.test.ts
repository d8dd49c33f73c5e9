import { describe, expect, test } from 'vitest';
import { loadCaptions } from '../../i18n';
import { textWidth } from '../../scene';
import { type Diagram, findChapter } from '../../stories';
import { layoutOf, messagePath } from './drawing-layout';

const entry = findChapter('where-raft-stands');
if (entry === null) throw new Error('the chapter has gone');
const { chapter } = await entry.load();
const diagrams = chapter.acts.flatMap(({ cues }) =>
  cues.flatMap(({ figure }): Diagram[] => (figure?.type === 'diagram' ? [figure.diagram] : [])),
);

describe.each(['en', 'zh-CN'] as const)('drawings in %s', async (language) => {
  const { figures } = await loadCaptions(language, chapter.id);
  const word = (key: string) => figures?.words[key] ?? key;

  /** Boxes of the words beside messages. */
  const textsOf = (diagram: Diagram, width: number, height: number) => {
    const layout = layoutOf(
      diagram,
      width,
      height,
      diagram.lanes.map(({ role }) => word(role)),
    );
    return diagram.messages.flatMap((line) => {
      if (line.text === undefined) return [];
      const { text } = messagePath(line, layout, null);
      const length = textWidth(word(line.text), 13);
      const x = text.anchor === 'end' ? text.x - length : text.x;
      return [{ word: word(line.text), x, end: x + length, y: text.y }];
    });
  };

  test.each(diagrams)('$id: its words stay inside, and none covers another', (diagram) => {
    const texts = textsOf(diagram, 780, 500);
    expect(texts.length).toBeGreaterThan(2);
    for (const [i, one] of texts.entries()) {
      expect(one.x, one.word).toBeGreaterThanOrEqual(0);
      expect(one.end, one.word).toBeLessThanOrEqual(780);
      for (const other of texts.slice(i + 1)) {
        const apart = Math.abs(one.y - other.y) > 14 || one.end < other.x || other.end < one.x;
        expect(apart, `${one.word} and ${other.word}`).toBe(true);
      }
    }
  });

  test.each(diagrams)('$id: lanes fit, whatever the size of the page', (diagram) => {
    for (const [width, height] of [
      [780, 500],
      [360, 370],
      [480, 300],
    ]) {
      const layout = layoutOf(diagram, width, height, ['coordinator']);
      const last = diagram.lanes[diagram.lanes.length - 1].name;
      expect(layout.y(last) + layout.r).toBeLessThanOrEqual(height);
      expect(layout.x(diagram.until)).toBeLessThanOrEqual(width);
      expect(layout.x(0)).toBeGreaterThan(layout.nameX);
    }
  });
});

test('a message that the wall stops ends at the wall', () => {
  const diagram = diagrams.find(({ id }) => id === 'commit-cut');
  const stopped = diagram?.messages.find(({ lost }) => lost === true);
  if (diagram === undefined || stopped === undefined) throw new Error('nothing is stopped');
  const layout = layoutOf(diagram, 780, 500, ['coordinator']);
  const wall = layout.y('A') + layout.pitch / 2;
  expect(messagePath(stopped, layout, wall).tip.y).toBeCloseTo(wall, 0);
  expect(messagePath({ from: 'C', to: 'B', sent: 46, arrives: 58, kind: 'value' }, layout, null).tip.y).toBeGreaterThan(
    layout.y('B') - 8,
  );
});
