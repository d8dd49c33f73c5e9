// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { createTexts, TextsProvider } from '../i18n';
import { runOf, runOfScenario } from '../testing/world';
import { createTrace, type Frame, frameAt, type Trace } from '../trace';
import { LogTable, type LogTableProps } from './LogTable';
import { Timeline } from './Timeline';
import { stillSource } from './types';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const trace: Trace = createTrace(
  runOf({ seed: 4, clients: { count: 1, interval: 30_000 }, actions: [[1, { type: 'expireTimer', server: 1 }]] }),
);
const frame: Frame = frameAt(trace, 900_000);
let end = () => {};

function show(element: React.ReactNode, language: 'en' | 'zh-CN' = 'en'): HTMLElement {
  const box = document.body.appendChild(document.createElement('div'));
  const root = createRoot(box);
  act(() => root.render(<TextsProvider value={createTexts(language)}>{element}</TextsProvider>));
  end = () => {
    act(() => root.unmount());
    box.remove();
  };
  return box;
}

afterEach(() => end());

const logTable = (more: Partial<LogTableProps> = {}) => (
  <LogTable frame={frame} selected={null} width={388} height={330} {...more} />
);

test('the log table is a table whose cells say what they hold', () => {
  const box = show(logTable());
  expect(box.querySelectorAll('tbody tr').length).toBe(5);
  const names = [...box.querySelectorAll('tbody td')].map((cell) => cell.getAttribute('aria-label'));
  expect(names.some((name) => /^entry \d+, term 1, .+, committed$/.test(name ?? ''))).toBe(true);
  const rows = [...box.querySelectorAll('tbody th .unseen')].map((name) => name.textContent);
  expect(rows[0]).toMatch(/^S1, leader, \d+ entries, commit index \d+$/);
  expect(rows[1]).toMatch(/^S2, follower, .*match index \d+, next index \d+$/);
});

test('long logs have no more cells than columns, and keys scroll through them', () => {
  const box = show(logTable());
  const count = box.querySelectorAll('thead th').length - 1;
  expect(box.querySelectorAll('tbody td').length).toBe(5 * count);
  const first = () => box.querySelector('thead th:nth-child(2)')?.textContent;
  expect(first()).toBe('⋯');
  const press = (key: string) =>
    act(() => box.querySelector('.logs-table')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
  press('Home');
  expect(first()).toBe('1');
  expect(box.textContent).toContain('Latest');
  press('End');
  expect(first()).toBe('⋯');
  expect(box.textContent).not.toContain('Latest');
});

test('choosing a server and Chinese work', () => {
  const onSelect = vi.fn();
  const box = show(logTable({ onSelect }), 'zh-CN');
  act(() => box.querySelectorAll<HTMLElement>('.log-server')[2].click());
  expect(onSelect).toHaveBeenCalledWith(3);
  expect(box.textContent).toContain('日志');
  expect(box.textContent).not.toMatch(/seen by|no-op/);
});

/** The cells of a row of a scenario's log table. */
function cellsOf(id: string, ms: number, row: number): (string | null)[] {
  const box = show(logTable({ frame: frameAt(createTrace(runOfScenario(id)), ms * 1000) }));
  const cells = box.querySelectorAll('tbody tr')[row - 1].querySelectorAll('td');
  return [...cells].map((cell) => `${cell.ariaLabel ?? cell.getAttribute('aria-label')} | ${cell.textContent}`);
}

test('a snapshot is one block over what it replaced', () => {
  const cells = cellsOf('install-snapshot', 800, 3);
  expect(cells[0]).toBe('snapshot up to entry 6 of term 1 | 1snapshot to 6');
  expect(cells[1]).toMatch(/^entry 7, term 1, x←9, /);
});

test('configuration entries say who votes, and who came or went', () => {
  const added = cellsOf('add-server', 460, 2);
  expect(added.find((cell) => cell?.includes('members'))).toMatch(
    /^entry 4, .*members S1, S2, S3 and S4.* \| 1123\+4$/,
  );
  end();
  const removed = cellsOf('remove-leader', 300, 2);
  expect(removed.find((cell) => cell?.includes('members'))).toContain('1234−1');
  end();
  const joint = cellsOf('joint-consensus', 248, 1);
  expect(joint.find((cell) => cell?.includes('joint'))).toContain('123/345');
});

test('the scrubber is a slider that says the instant, and moves by keys', () => {
  const onSeek = vi.fn();
  const box = show(<Timeline trace={trace} source={stillSource(frame)} rate={0.05} onSeek={onSeek} height={256} />);
  const slider = box.querySelector('[role=slider]');
  expect(slider?.getAttribute('aria-valuetext')).toBe('900 milliseconds, term 1, leader S1');
  const press = (key: string) => act(() => slider?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
  press('ArrowLeft');
  press('Home');
  press('PageUp');
  expect(onSeek.mock.calls).toEqual([[887_000], [0], [1_225_000]]);
});
