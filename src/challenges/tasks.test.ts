import { describe, expect, it } from 'vitest';
import {
  compact,
  crash,
  type Direction,
  delay,
  directions,
  expireTimer,
  figure8,
  isolate,
  partition,
  put,
  read,
  rejoin,
  restart,
} from '../scenarios';
import { type Action, type Microseconds, type Run, SECOND } from '../sim';
import { createWatcher, findTask, TASKS, type Task } from './tasks';
import { at, ms, serversBut, withOptions } from './watch';

/** The run of a task, with things done so many milliseconds after its start. */
function doing({ start }: Task, ...steps: Direction[]): Run {
  const actions = directions(...steps.map(([time, action]): Direction => [start.time / 1000 + time, action]));
  return { ...start.run, actions: [...start.run.actions, ...actions] };
}

const leaderOf = ({ start }: Task): number => at(start.run, start.time).leaders[0];
const all = (action: (id: number) => Action, time: number): Direction[] =>
  serversBut(5).map((id) => [time, action(id)]);

/** What reaches each goal, by the id of its task, and how long it takes in milliseconds. */
const SOLUTIONS: Readonly<Record<string, (task: Task) => { readonly run: Run; readonly within: number }>> = {
  'two-leaders': (task) => {
    const leader = leaderOf(task);
    const [near, ...others] = serversBut(5, leader);
    return { run: doing(task, [10, partition([leader, near], others)]), within: 1200 };
  },
  'split-vote': (task) => {
    const leader = leaderOf(task);
    const [a, b, c, d] = serversBut(5, leader);
    const links = [delay(a, c, 8), delay(a, d, 20), delay(b, d, 8), delay(b, c, 20)];
    const begin = links.map((action): Direction => [1, action]);
    return {
      run: doing(task, ...begin, [10, crash(leader)], [40, expireTimer(a)], [40, expireTimer(b)]),
      within: 600,
    };
  },
  deposed: (task) => {
    const [away] = serversBut(5, leaderOf(task));
    return { run: doing(task, [10, isolate(away)], [900, rejoin(away)]), within: 1200 };
  },
  unavailable: (task) => ({ run: doing(task, ...all(isolate, 10)), within: 2500 }),
  snapshot: (task) => {
    const leader = leaderOf(task);
    const [away] = serversBut(5, leader);
    return {
      run: doing(
        task,
        [10, crash(away)],
        [20, put('x', '1', leader)],
        [60, put('x', '2', leader)],
        [200, compact(leader)],
        [260, restart(away)],
      ),
      within: 700,
    };
  },
  'three-terms': (task) => ({ run: doing(task, ...all(isolate, 10)), within: 3000 }),
  'stale-read': (task) => {
    const leader = leaderOf(task);
    const [away] = serversBut(5, leader);
    return {
      run: doing(
        task,
        [10, put('x', '1', leader)],
        [200, isolate(away)],
        [210, put('x', '2', leader)],
        [320, read('x', 'stale', away)],
      ),
      within: 500,
    };
  },
  overwritten: () => ({ run: figure8.run, within: 700 }),
};

describe.each(TASKS.map((task) => [task.id, task] as const))('%s', (id, task) => {
  const { run, within } = SOLUTIONS[id](task);
  const until = task.start.time + ms(within);

  it('is reached by doing it, step by step, and stays reached', () => {
    const watcher = createWatcher(task);
    let reached = 0;
    for (let time = task.start.time; time <= until; time += ms(25)) {
      const { steps } = watcher.look(run, time);
      const now = steps.filter(Boolean).length;
      expect(steps.slice(0, now).every(Boolean), 'steps come in order').toBe(true);
      expect(now).toBeGreaterThanOrEqual(reached);
      reached = now;
    }
    const state = watcher.look(run, until);
    expect(state.steps).toEqual(Array.from({ length: task.steps }, () => true));
    expect(state.spoilt).toBeNull();
    expect(state.doneAt).not.toBeNull();
    const { doneAt } = createWatcher(task).look(run, until);
    expect(doneAt).toBe(state.doneAt);
    expect(createWatcher(task).look(run, (doneAt ?? 0) - 1).doneAt).toBeNull();
  });

  it('is not reached at its start, by waiting, nor before it was done when the run goes back', () => {
    const watcher = createWatcher(task);
    expect(watcher.look(run, until).doneAt).not.toBeNull();
    expect(watcher.look(run, task.start.time).doneAt).toBeNull();
    expect(watcher.look(task.start.run, task.start.time).steps).not.toContain(true);
    expect(watcher.look(task.start.run, 8 * SECOND)).toMatchObject({ doneAt: null, spoilt: null });
  });

  it('is not reached with a rule off', () => {
    const off = withOptions(run, { off: ['noDedup'] });
    expect(createWatcher(task).look(off, until)).toMatchObject({ doneAt: null, spoilt: 'rules' });
  });
});

it('a crash spoils the task that does without, until it is taken back', () => {
  const task = findTask('deposed');
  if (task === null) throw new Error('the task has gone');
  const watcher = createWatcher(task);
  const crashed = doing(task, [10, crash(leaderOf(task))]);
  const after: Microseconds = task.start.time + SECOND;
  expect(watcher.look(crashed, after)).toMatchObject({ doneAt: null, spoilt: 'crash' });
  expect(watcher.look(task.start.run, after).spoilt).toBeNull();
});
