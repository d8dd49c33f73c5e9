import { expect, it } from 'vitest';
import { NO_PROGRESS, noteAnswer } from '../../challenges';
import { createKeep } from './keep';

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const answer = (name: string) => (progress: typeof NO_PROGRESS) => noteAnswer(progress, name, true, 'fair');

it('is there again for the next page, together with what another page added', () => {
  const storage = memory();
  const [one, other] = [createKeep(storage), createKeep(storage)];
  one.change(answer('twice.1'));
  other.change(answer('twice.2'));
  expect(Object.keys(createKeep(storage).get().answers)).toEqual(['twice.1', 'twice.2']);
  expect(one.isKept()).toBe(true);
});

it('tells who listens, and is gone when it is cleared', () => {
  const storage = memory();
  const keep = createKeep(storage);
  let told = 0;
  const stop = keep.subscribe(() => told++);
  keep.change(answer('twice.1'));
  keep.clear();
  stop();
  keep.change(answer('twice.1'));
  expect(told).toBe(2);
  keep.clear();
  expect(createKeep(storage).get()).toEqual(NO_PROGRESS);
});

it('works where nothing is kept: without storage, and with one that throws', () => {
  const broken = {
    getItem: () => {
      throw new Error('denied');
    },
    setItem: () => {
      throw new Error('full');
    },
    removeItem: () => {
      throw new Error('denied');
    },
  };
  for (const storage of [null, broken]) {
    const keep = createKeep(storage);
    keep.change(answer('twice.1'));
    keep.change(answer('twice.2'));
    expect(Object.keys(keep.get().answers)).toHaveLength(2);
    expect(keep.isKept()).toBe(false);
    keep.clear();
    expect(keep.get()).toEqual(NO_PROGRESS);
  }
});
