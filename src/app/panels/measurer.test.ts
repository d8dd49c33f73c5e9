import { expect, test } from 'vitest';
import { compare, complete } from '../../lab';
import type { LivenessRule } from '../../scenarios';
import { createPool, localPort, type Port } from '../../worker';
import { createMeasurer, type Measurer, type MeasureState } from './measurer';

const RULE = 'removeSelfEarly';
const localPool = async () => createPool(1, localPort);

function until(measurer: Measurer, rule: LivenessRule, phase: MeasureState['phase']): Promise<MeasureState> {
  return new Promise((resolve) => {
    const end = measurer.subscribe(() => {
      const state = measurer.state(rule);
      if (state.phase !== phase) return;
      end();
      resolve(state);
    });
  });
}

test('measures when it is asked to, and keeps what it found', async () => {
  const measurer = createMeasurer(localPool);
  expect(measurer.state(RULE)).toEqual({ phase: 'idle' });
  measurer.start(RULE);
  expect(measurer.state(RULE)).toMatchObject({ phase: 'measuring' });
  const done = { phase: 'done', comparison: complete(compare, { rule: RULE }) };
  expect(await until(measurer, RULE, 'done')).toEqual(done);
  measurer.close();
  measurer.start(RULE);
  expect(measurer.state(RULE)).toEqual(done);
});

test('can be left while it measures, and asked again', async () => {
  const measurer = createMeasurer(localPool);
  measurer.start(RULE);
  measurer.close();
  expect(measurer.state(RULE)).toEqual({ phase: 'idle' });
  measurer.start(RULE);
  expect(await until(measurer, RULE, 'done')).toMatchObject({ phase: 'done' });
});

test('says why it could not, and tries again', async () => {
  let isBroken = true;
  const measurer = createMeasurer(async () =>
    createPool(1, (): Port => {
      if (isBroken) throw new Error('no workers here');
      return localPort();
    }),
  );
  measurer.start(RULE);
  expect(await until(measurer, RULE, 'failed')).toEqual({ phase: 'failed', reason: 'no workers here' });
  isBroken = false;
  measurer.start(RULE);
  expect(await until(measurer, RULE, 'done')).toMatchObject({ phase: 'done' });
});
