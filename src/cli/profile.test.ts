import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calmRun } from '../lab';
import { advance, SECOND, startCluster } from '../sim';
import { partOf, profile, shareOut } from './profile';

const frame = (functionName: string) => ({ functionName, scriptId: '1', url: '', lineNumber: 0, columnNumber: 0 });

test('time is shared out by what was on top, and for how long', () => {
  const names = ['sim/world.ts findNext', 'raft/step.ts handle', ' (garbage collector)', ' idle'];
  const found = shareOut(
    {
      nodes: names.map((name, i) => ({ id: i + 1, callFrame: frame(name) })),
      startTime: 0,
      endTime: 100,
      samples: [1, 2, 3, 1, 4],
      // A sample lasts until the next one; nothing is known of the last.
      timeDeltas: [5, 40, 30, 10, 20],
    },
    ({ functionName }) => {
      const [file, name] = functionName.split(' ');
      return { file, name };
    },
  );
  expect(found.samples).toBe(5);
  expect(found.parts).toMatchObject({ pickingTheNextTransition: 0.6, raft: 0.3, garbageCollector: 0, recording: 0 });
  expect(found.functions).toEqual({ 'sim/world.ts findNext': 0.6, 'raft/step.ts handle': 0.3 });
});

test('the collector has a part of its own, and what is not ours is told apart', () => {
  expect(partOf({ file: '', name: '(garbage collector)' })).toBe('garbageCollector');
  expect(partOf({ file: '', name: '(program)' })).toBe('other');
  expect(partOf({ file: 'cli/bench.ts', name: 'electionRate' })).toBe('other');
  expect(partOf({ file: 'sim/world.ts', name: 'transmit' })).toBe('carryingOut');
});

test('every file of the engine and its history belongs to a part', () => {
  for (const folder of ['base', 'raft', 'sim', 'trace']) {
    for (const file of readdirSync(`src/${folder}`)) {
      expect(partOf({ file: `${folder}/${file}`, name: 'anything' }), file).not.toBe('other');
    }
  }
});

test('real work is found in the source', async () => {
  const run = calmRun(1, 5);
  const found = await profile(() => advance(startCluster(run), run, 600 * SECOND));
  const sum = Object.values(found.parts).reduce((total, share) => total + share, 0);
  expect(sum).toBeCloseTo(1, 1);
  expect(Object.keys(found.functions).some((name) => /^(sim|raft)\//.test(name))).toBe(true);
  expect(found.parts.raft + found.parts.pickingTheNextTransition + found.parts.carryingOut).toBeGreaterThan(0);
});
