import { expect, test } from 'vitest';
import { qrPath } from './QrCode';

/** The modules of a code, rows of booleans, read back from its path. */
function modulesOf(text: string): boolean[][] {
  const { size, d } = qrPath(text);
  const modules = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, x, y] of d.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) modules[Number(y)][Number(x)] = true;
  return modules;
}

/** The mark by which readers find a code: a ring around a square. */
const isFinder = (modules: boolean[][], left: number, top: number) =>
  Array.from({ length: 49 }, (_, i) => [i % 7, Math.floor(i / 7)]).every(([x, y]) => {
    const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
    return modules[top + y][left + x] === (ring !== 2);
  });

const LINK = 'https://example.org/raftarium/#run=AUQH0ROKMMaAhJ6BkMfCDcY0BPGOaCjpjQME455NIA&t=1044';

test('a code has its three finding marks, and white around it', () => {
  const modules = modulesOf(LINK);
  const { length } = modules;
  expect(isFinder(modules, 4, 4)).toBe(true);
  expect(isFinder(modules, length - 11, 4)).toBe(true);
  expect(isFinder(modules, 4, length - 11)).toBe(true);
  expect(isFinder(modules, length - 11, length - 11)).toBe(false);
  const isEdge = (n: number) => n < 4 || n >= length - 4;
  expect(modules.flatMap((row, y) => row.filter((black, x) => black && (isEdge(x) || isEdge(y))))).toEqual([]);
});

test('another text is another code; a longer one is larger', () => {
  expect(modulesOf(`${LINK}.5`)).not.toEqual(modulesOf(LINK));
  expect(modulesOf(LINK.repeat(10)).length).toBeGreaterThan(modulesOf(LINK).length);
});
