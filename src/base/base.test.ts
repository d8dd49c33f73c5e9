import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AssertionError, assert, clamp, digestText, draw, drawBetween, exhaustive, failure, success } from './index';

const uint32 = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('draws', () => {
  test('are integers below 2^32, the same for the same seed, stream and number', () => {
    fc.assert(
      fc.property(uint32, uint32, fc.nat(), (seed, stream, n) => {
        const drawn = draw(seed, stream, n);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < 2 ** 32).toBe(true);
        expect(draw(seed, stream, n)).toBe(drawn);
      }),
    );
  });

  test('are the same on every machine and in every version, or old links would replay differently', () => {
    expect([draw(0, 0, 0), draw(1, 101, 0), draw(1, 101, 1), draw(4294967295, 1099, 12345)]).toMatchInlineSnapshot(`
      [
        818880763,
        1545207369,
        3577024206,
        1857215439,
      ]
    `);
  });

  test('of neighbouring seeds, streams and numbers have nothing to do with each other', () => {
    const seen = new Set<number>();
    for (let seed = 0; seed < 20; seed++) {
      for (let stream = 0; stream < 20; stream++) for (let n = 0; n < 20; n++) seen.add(draw(seed, stream, n));
    }
    expect(seen.size).toBeGreaterThan(8000 - 3);
  });

  test('spread evenly over sixteen classes, within a stream and across streams', () => {
    for (const of of [(i: number) => draw(7, 3, i), (i: number) => draw(7, i, 3), (i: number) => draw(i, 7, 3)]) {
      const counts = new Array<number>(16).fill(0);
      for (let i = 0; i < 16_000; i++) counts[of(i) >>> 28]++;
      // 1000 are expected in each; the standard deviation is about 31.
      for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(160);
    }
  });

  test('between two ends include both and nothing outside', () => {
    fc.assert(
      fc.property(uint32, fc.integer({ min: -50, max: 50 }), fc.nat(6), (seed, low, width) => {
        const drawn = new Set(Array.from({ length: 300 }, (_, n) => drawBetween(seed, 1, n, low, low + width)));
        expect([...drawn].sort((a, b) => a - b)).toEqual(Array.from({ length: width + 1 }, (_, i) => low + i));
      }),
      { numRuns: 50 },
    );
  });

  test('between ends far apart are even, too', () => {
    const [low, high] = [1000, 4_000_000_000];
    const drawn = Array.from({ length: 4000 }, (_, n) => drawBetween(3, 1, n, low, high));
    const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;

    expect(drawn.every((each) => Number.isInteger(each) && each >= low && each <= high)).toBe(true);
    expect(mean / (high + low)).toBeGreaterThan(0.48);
    expect(mean / (high + low)).toBeLessThan(0.52);
  });

  test('from an interval of one or none are its lower end', () => {
    expect([drawBetween(1, 1, 1, 5, 5), drawBetween(1, 1, 1, 5, 4)]).toEqual([5, 5]);
  });
});

describe('digests', () => {
  test('are 16 hexadecimal digits, the same for the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(digestText(text)).toMatch(/^[0-9a-f]{16}$/);
        expect(digestText(`${text}`)).toBe(digestText(text));
      }),
    );
  });

  test('of texts that differ a little differ', () => {
    const texts = Array.from({ length: 20_000 }, (_, i) => `cluster ${i}`);
    expect(new Set(texts.map(digestText)).size).toBe(texts.length);
    expect(digestText('ab')).not.toBe(digestText('ba'));
    expect(digestText('')).not.toBe(digestText('\0'));
  });

  test('stay what they are', () => {
    expect([digestText(''), digestText('raft'), digestText('任期')]).toMatchInlineSnapshot(`
      [
        "811d9ffc2f0b6151",
        "a1b1e4efc8c0eeb3",
        "77950774053e568c",
      ]
    `);
  });
});

describe('assertions', () => {
  test('pass when the invariant holds, and name it when it does not', () => {
    expect(() => assert(true, 'one is one')).not.toThrow();
    expect(() => assert(false, 'one is two')).toThrow(new AssertionError('Invariant broken: one is two'));
  });

  test('a value that no case covers is named', () => {
    expect(() => exhaustive({ type: 'odd' } as never)).toThrow('{"type":"odd"}');
  });
});

test('clamp keeps within both ends, and gives the lower one for what is no number', () => {
  expect([clamp(5, 1, 3), clamp(0, 1, 3), clamp(2, 1, 3), clamp(Number.NaN, 1, 3)]).toEqual([3, 1, 2, 1]);
});

test('a result is a value or an error', () => {
  expect([success(1), failure('no')]).toEqual([
    { ok: true, value: 1 },
    { ok: false, error: 'no' },
  ]);
});
