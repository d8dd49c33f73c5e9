import type { Page } from '@playwright/test';
import { drawn, expect, linkTo, open, quietRun, test } from './journey.ts';

/** What stays Latin in Chinese: names of the protocol and of its fields, of keys and of this program, units. */
const LATIN = [
  'Raftarium',
  'Raft',
  'English interface',
  'English',
  'RequestVoteResponse',
  'RequestVote',
  'AppendEntriesResponse',
  'AppendEntries',
  'InstallSnapshot',
  'TimeoutNow',
  'PreVote',
  'CheckQuorum',
  'ReadIndex',
  'Cold',
  'Cnew',
  'currentTerm',
  'votedFor',
  'commitIndex',
  'lastApplied',
  'nextIndex',
  'matchIndex',
  'no-op',
  'raft-trace/1',
  'etcd raft',
  'etcd',
  'RPC',
  'HTML',
  'Markdown',
  'SVG',
  'PNG',
  'WebM',
  'ZIP',
  'QR',
  'JSON Lines',
  'JSON',
  'PageDown',
  'PageUp',
  'Shift',
  'Ctrl',
  'Space',
  'Esc',
  'Home',
  'End',
  'ms',
];

/** Every word with two or more Latin letters that the page shows or says, beyond those that may. */
async function foreignWords(page: Page): Promise<string[]> {
  const texts: string[] = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent?.closest('script, style, noscript, textarea') === null) found.push(node.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'alt']) {
        found.push(element.getAttribute(name) ?? '');
      }
    }
    return [...found, document.title];
  });
  const rest = texts.map((text) => LATIN.reduce((left, word) => left.replaceAll(word, ' '), text));
  const words = rest.flatMap((text) => text.match(/[A-Za-z]{2,}[^\p{Script=Han}]*/gu) ?? []);
  return [...new Set(words)];
}

const PANELS = ['p', 'o', 'Shift+w', 'Shift+l', 'Shift+o', 'g', '?', 'Control+k'];
const LISTED = ['时钟与磁盘', '客户端负载', '设置', '新建集群', '时间参数', '分支', '检查器', '分享与保存'];

test('the button switches everything to Chinese, and it stays so', async ({ page }) => {
  await open(page, linkTo(quietRun(3, 5, 100), 1500));
  await page.getByRole('button', { name: '中文界面' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('button', { name: '重启' }).or(page.getByRole('button', { name: '崩溃' }))).toBeVisible();
  await drawn(page);
  expect(await foreignWords(page)).toEqual([]);

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('region', { name: '集群', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'English interface' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test.describe('a reader whose browser speaks Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('begins in Chinese, in every panel and menu', async ({ page }) => {
    await open(page, linkTo(quietRun(3, 5, 100), 1500));
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await page.keyboard.press('2');
    const foreign: string[] = [];
    const look = async (what: string) => {
      await drawn(page);
      foreign.push(...(await foreignWords(page)).map((word) => `${what}: ${word}`));
    };
    await look('page');
    for (const key of PANELS) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(key);
      await page.keyboard.press('Escape');
    }
    for (const name of LISTED) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: '搜索命令' }).fill(name);
      await page.keyboard.press('Enter');
      await look(name);
      await page.keyboard.press('Escape');
    }
    for (const name of ['菜单', /^主题/, /台服务器/, '更多速度']) {
      await page.getByRole('button', { name }).first().click();
      await expect(page.getByRole('menu')).toBeVisible();
      await look(String(name));
      await page.keyboard.press('Escape');
    }
    expect(foreign).toEqual([]);
  });

  test('is told in Chinese what happened and what is wrong', async ({ page }) => {
    await open(page, '#run=broken');
    await expect(page.getByRole('status').filter({ hasText: '链接' })).toBeVisible();
    await expect(page.locator('.why')).toContainText('Raft 论文');
    await drawn(page);
    expect(await foreignWords(page)).toEqual([]);
  });
});
