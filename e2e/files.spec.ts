import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { encodeRun, runFromJson, runToJson } from '../src/share';
import { createRun, defaultConfig, MILLISECOND, type Run, SECOND } from '../src/sim';
import { checkTrace } from '../src/testing/trace-checker.ts';
import { exportTrace } from '../src/trace';
import {
  command,
  drawn,
  expect,
  instant,
  linkTo,
  open,
  openAt,
  prefer,
  quietRun,
  readout,
  server,
  slowDown,
  stateOf,
  test,
} from './journey.ts';

/** What a press makes the browser download, as text. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: await textOf(download) };
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

/** The run in the address of the page. */
const runText = (page: Page) => /#run=([\w-]+)/.exec(page.url())?.[1];

/** Many clients that write as fast as they can: the trace of a minute takes seconds. */
function busyRun(): Run {
  const config = defaultConfig(9);
  const clients = { ...config.clients, count: 9, interval: 2 * MILLISECOND };
  return createRun(5, { ...config, clients, network: { ...config.network, latency: { min: 500, max: 1000 } } });
}

/** Drops a file on the page, as the browser would tell of it. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName));
      return transfer;
    },
    [name, text],
  );
  // A browser says again and again that something is over the page: what listens comes after the first picture.
  await expect(async () => {
    await page.dispatchEvent('#stage', 'dragover', { dataTransfer: data });
    await expect(page.getByText('Let go to open this file')).toBeVisible({ timeout: 300 });
  }).toPass();
  await page.dispatchEvent('#stage', 'drop', { dataTransfer: data });
  await expect(page.getByText('Let go to open this file')).toHaveCount(0);
}

test('the run is saved, and opens again by file dialog as it was; undo brings back what was open', async ({ page }) => {
  await openAt(page, quietRun(3, 5, 200), 900);
  await page.keyboard.press('4');
  await page.keyboard.press('c');
  await page.keyboard.press('Escape');
  await command(page, 'Share and save');
  const { name, text } = await downloaded(page, () => page.getByRole('button', { name: 'Save run' }).click());
  expect(name).toBe('raftarium-seed-3.run.json');
  const saved = runFromJson(text);
  expect(saved.ok && encodeRun(saved.value)).toBe(runText(page));
  await expect(page.getByRole('status').filter({ hasText: `Saved as ${name}.` })).toBeVisible();

  await openAt(page, quietRun(8, 3), 500);
  await drawn(page);
  const before = await stateOf(page);
  await page.keyboard.press('Shift+O');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file…' }).click(),
  ]);
  await chooser.setFiles({ name: 'saved.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(page.getByRole('status').filter({ hasText: 'saved.json is open.' })).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Open a file' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^S\d, / })).toHaveCount(5);
  expect(runText(page)).toBe(saved.ok && encodeRun(saved.value));

  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: /^S\d, / })).toHaveCount(3);
  await drawn(page);
  expect(await stateOf(page)).toBe(before);
});

test('the trace is that of the command line, and passes the checker', async ({ page }) => {
  const run = quietRun(3, 5, 100);
  await openAt(page, run, 2000);
  await page.keyboard.press('Home');
  await expect.poll(() => readout(page)).toBe(0);
  const { name, text } = await downloaded(page, () => command(page, 'Save trace'));
  expect(name).toBe('raftarium-seed-3.trace.jsonl');
  const lines: string[] = [];
  exportTrace(run, 2 * SECOND, (line) => lines.push(line));
  expect(text).toBe(`${lines.join('\n')}\n`);
  expect(lines.length).toBeGreaterThan(300);
  expect(checkTrace(text)).toEqual([]);
});

test('a long trace is written in pieces: its progress shows, it can be cancelled, and the page goes on', async ({
  page,
}) => {
  await open(page, linkTo(busyRun(), 20_000));
  await expect.poll(() => readout(page), { timeout: 120_000 }).toBe(20_000);
  let downloads = 0;
  page.on('download', () => downloads++);
  await slowDown(page, 8);
  await command(page, 'Save trace');
  const progress = page.getByRole('progressbar', { name: 'Saving the trace' });
  await expect(progress).toBeVisible();
  const first = Number(await progress.getAttribute('value'));
  await expect.poll(async () => Number(await progress.getAttribute('value'))).toBeGreaterThan(first);
  const before = instant(page);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => instant(page)).toBeLessThan(before);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toHaveCount(0);
  await slowDown(page, 1);
  await drawn(page);
  expect(downloads).toBe(0);

  const small = await downloaded(page, async () => {
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      linkTo(quietRun(4), 300),
    );
    await expect.poll(() => readout(page)).toBe(300);
    await command(page, 'Save trace');
  });
  expect(small.name).toBe('raftarium-seed-4.trace.jsonl');
});

const good = runToJson(quietRun());

const BROKEN: readonly (readonly [name: string, text: string, sentence: string])[] = [
  ['cut.json', good.slice(0, -9), 'cut.json was not opened: it is not JSON.'],
  ['notes.txt', 'milk, bread', 'notes.txt was not opened: it is neither a run in JSON nor a link to one.'],
  [
    'far.json',
    good.replace('"seed":3', '"seed":-3'),
    'far.json was not opened: it makes no sense: seed must be between 0 and 4294967295.',
  ],
  ['next.json', good.replace('"version":1', '"version":99'), 'it was made by a newer version of Raftarium.'],
  [
    'a.trace.jsonl',
    '{"v":"raft-trace/1","kind":"header","nodes":["a","b"]}\n{"t":1,"kind":"recv","node":"c"}',
    'a.trace.jsonl was not opened: line 2, field node should be a node of the header: a, b; it is "c".',
  ],
  ['huge.json', ' '.repeat(24_000_001), 'huge.json was not opened: it is too long to be a run.'],
];

test('a broken file says in one sentence what is wrong, and nothing of what is open is lost', async ({ page }) => {
  await openAt(page, quietRun(3, 5, 200), 700);
  await page.keyboard.press('4');
  await page.keyboard.press('c');
  await drawn(page);
  const state = await stateOf(page);
  for (const [name, text, sentence] of BROKEN) {
    await test.step(name, async () => {
      await dropFile(page, name, text);
      await expect(page.getByRole('status').filter({ hasText: sentence })).toBeVisible();
      await drawn(page);
      expect(await stateOf(page)).toBe(state);
    });
  }
  await page.keyboard.press('Control+z');
  await expect(server(page, 4)).toHaveAccessibleName(/^S4, (follower|leader|candidate)/);
});

test('a run opens where it is dropped, and a link where it is pasted', async ({ page }) => {
  await openAt(page, quietRun(3), 400);
  await dropFile(page, 'seven.json', runToJson(quietRun(5, 7)));
  await expect(page.getByRole('button', { name: /^S\d, / })).toHaveCount(7);
  expect(await readout(page)).toBe(0);

  await page.keyboard.press('Shift+O');
  const field = page.getByRole('textbox', { name: /paste a link/ });
  await field.fill(`https://example.org/#run=${encodeRun(quietRun(2, 4)).slice(0, -3)}&t=300`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'The text was not opened: it is damaged' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^S\d, / })).toHaveCount(7);

  await field.fill(`https://example.org/${linkTo(quietRun(2, 4), 300)}`);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('button', { name: /^S\d, / })).toHaveCount(4);
  await expect.poll(() => readout(page)).toBe(300);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Shift+O');
  await field.fill('#scenario=two-leaders&t=1400');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('button', { name: /^S\d, leader, / })).toHaveCount(2);
});

test('in Chinese too', async ({ page }) => {
  await prefer(page, { language: 'zh-CN' });
  await openAt(page, quietRun(3), 400);
  await page.keyboard.press('Shift+O');
  await page.getByRole('textbox', { name: /粘贴链接/ }).fill('牛奶');
  await page.getByRole('button', { name: '打开', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '这段文字没有打开：它既不是' })).toBeVisible();
  const { name } = await downloaded(page, async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '搜索命令' }).fill('保存轨迹');
    await page.keyboard.press('Enter');
  });
  expect(name).toBe('raftarium-seed-3.trace.jsonl');
  await expect(page.getByRole('status').filter({ hasText: `已保存为 ${name}。` })).toBeVisible();
});
