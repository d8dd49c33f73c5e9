import { expect, test } from 'vitest';
import { COPY_KINDS, copyOf } from './copies';

const parts = {
  address: 'https://host/raft/#run=AQHQ-_Bj&t=600.5',
  title: 'Figure 8 "unsafe" <b>, at 600 ms',
  sentence: 'S1 holds [three] votes.',
  described: ['S1 leads term 4.'],
};

test('a copy of any kind leads to the same run and instant', () => {
  for (const kind of COPY_KINDS) {
    const text = copyOf(kind, parts);
    expect(text).toContain('AQHQ-_Bj');
    expect(text).toContain('t=600.5');
  }
});

test('the frame is of the page for embeds, and its title can hold anything', () => {
  const text = copyOf('iframe', parts);
  expect(text).toContain('src="https://host/raft/embed.html?t=600.5#run=AQHQ-_Bj"');
  expect(text).toContain('title="Figure 8 &quot;unsafe&quot; &lt;b&gt;, at 600 ms"');
});

test('Markdown stays what it says', () => {
  expect(copyOf('markdown', parts)).toBe(
    '[Figure 8 "unsafe" \\<b\\>, at 600 ms](https://host/raft/#run=AQHQ-_Bj&t=600.5)\n\n> S1 holds \\[three\\] votes.',
  );
});

test('text says what happened and how things are', () => {
  expect(copyOf('text', parts).split('\n')).toEqual([parts.title, parts.sentence, 'S1 leads term 4.', parts.address]);
});
