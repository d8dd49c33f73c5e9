import { expect, test } from 'vitest';
import { type Action, createRun, defaultConfig, MILLISECOND, record } from '../../sim';
import { createTrace, type Frame, frameAt } from '../../trace';
import { latestOperations } from './latest-operations';

const config = { ...defaultConfig(), clients: { ...defaultConfig().clients, count: 1, interval: 0 } };
const write: Action = {
  type: 'clientRequest',
  client: 1,
  operation: { type: 'put', key: 'x', value: '7' },
  to: null,
};

/** The frame some time after the leader was asked, with what is done to the cluster before. */
function frameAfter(wait: number, before: (leader: number) => Action | null): Frame {
  const run = createRun(7, config);
  const settled = 600 * MILLISECOND;
  const leader = frameAt(createTrace(run), settled).servers.find(({ role }) => role === 'leader')?.id ?? 0;
  const action = before(leader);
  const changed = action === null ? run : record(run, settled, action);
  const asked = record(changed, settled + 1, { ...write, to: leader } as Action);
  return frameAt(createTrace(asked), settled + wait);
}

test('a write that a majority stores ends well', () => {
  const [row] = latestOperations(
    frameAfter(300 * MILLISECOND, () => null),
    4,
  );
  expect(row).toMatchObject({ command: 'x←7', outcome: 'ok', attempts: 1 });
  expect(row.index).toBeGreaterThan(0);
  expect(row.age).toBeGreaterThan(0);
});

test('an entry of a leader that reaches no majority cannot commit', () => {
  const [row] = latestOperations(
    frameAfter(100 * MILLISECOND, (leader) => ({ type: 'isolate', server: leader })),
    4,
  );
  expect(row.outcome).toBe('stuck');
});

test('a crashed server does not answer', () => {
  const [row] = latestOperations(
    frameAfter(100 * MILLISECOND, (leader) => ({ type: 'crash', server: leader })),
    4,
  );
  expect(row.outcome).toBe('down');
});

test('a read waits at a leader that nobody confirms', () => {
  const run = createRun(7, config);
  const settled = 600 * MILLISECOND;
  const leader = frameAt(createTrace(run), settled).servers.find(({ role }) => role === 'leader')?.id ?? 0;
  const operation = { type: 'read', key: 'x', mode: 'readIndex' } as const;
  const cut = record(run, settled, { type: 'isolate', server: leader });
  const asked = record(cut, settled + 1, { type: 'clientRequest', client: 1, operation, to: leader });
  const [row] = latestOperations(frameAt(createTrace(asked), settled + 100 * MILLISECOND), 4);
  expect(row).toMatchObject({ command: 'x? ReadIndex', outcome: 'reading', target: leader });
});
