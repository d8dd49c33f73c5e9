/** A student looks at what their own Raft did. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRun, defaultConfig, MILLISECOND } from '../src/sim';
import { exportTrace } from '../src/trace';
import { drawn, expect, openAt, quietRun, readout, server, slowDown, stateOf, test } from './journey.ts';

/** Three servers of which n2 votes for both candidates of term 1. */
const NODES = ['n1', 'n2', 'n3'];
const vote = (id: number, from: string, to: string) => [
  { t: 10, node: from, kind: 'becomeCandidate', state: { currentTerm: 1, votedFor: from, votesGranted: [from] } },
  {
    t: 10,
    node: from,
    kind: 'send',
    msg: { id, type: 'RequestVote', from, to, term: 1, lastLogIndex: 0, lastLogTerm: 0 },
  },
  { t: 10 + id, node: to, kind: 'recv', id, state: { currentTerm: 1, votedFor: from } },
  {
    t: 10 + id,
    node: to,
    kind: 'send',
    msg: { id: id + 1, type: 'RequestVoteResponse', from: to, to: from, term: 1, voteGranted: true, re: id },
  },
  { t: 20 + id, node: from, kind: 'recv', id: id + 1, state: { role: 'leader', votesGranted: [from, to] } },
];
const TWO_LEADERS = [
  { v: 'raft-trace/1', kind: 'header', t: 0, nodes: NODES },
  ...vote(10, 'n1', 'n2'),
  ...vote(50, 'n3', 'n2').map((line) => ({ ...line, t: line.t + 40 })),
  { t: 200, node: 'n2', kind: 'tick' },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

const ETCD = `raft2020/06/21 11:58:53 INFO: 1 is starting a new election at term 1
raft2020/06/21 11:58:53 INFO: 1 became candidate at term 2
raft2020/06/21 11:58:53 INFO: 1 [logterm: 1, index: 3] sent MsgVote request to 2 at term 2
raft2020/06/21 11:58:53 INFO: 2 [logterm: 1, index: 3, vote: 0] cast MsgVote for 1 [logterm: 1, index: 3] at term 2
raft2020/06/21 11:58:53 INFO: 1 received MsgVoteResp from 2 at term 2
raft2020/06/21 11:58:53 INFO: 1 became leader at term 2`;

/** A minute of nine busy servers: some megabytes. */
function longTrace(): string {
  const config = defaultConfig(9);
  const clients = { ...config.clients, count: 9, interval: 4 * MILLISECOND };
  const lines: string[] = [];
  exportTrace(createRun(5, { ...config, clients }), 22_000_000, (line) => lines.push(line));
  return lines.join('\n');
}

test('a recording opens at what it broke, is watched, refuses what would change it, and gives way to the run before', async ({
  page,
}) => {
  await openAt(page, quietRun(8, 4), 500);
  await drawn(page);
  const before = await stateOf(page);
  const address = page.url();
  const give = async (name: string, text: string) => {
    await page.keyboard.press('Shift+O');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a file…' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  };

  await give('mine.jsonl', TWO_LEADERS.replace('"role":"leader"', '"role":"boss"'));
  await expect(page.getByText('mine.jsonl was not opened: line 6, field state.role should be one of')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await give('mine.jsonl', TWO_LEADERS);
  await expect(page.getByText('Recording: mine.jsonl')).toBeVisible();
  await expect(page.getByText('Election Safety is broken: S1 and S3 were both elected in term 1.')).toBeVisible();
  expect(await readout(page)).toBe(110);
  await page.getByRole('button', { name: 'Show the proof' }).click();
  await expect(page.getByRole('button', { name: /^\d 20 ms S2 voted for S1/ })).toBeVisible();
  await page.getByRole('button', { name: /^\d 100 ms S2 voted for S3/ }).click();
  await expect.poll(() => readout(page)).toBe(100);
  await page.keyboard.press('Escape');
  await expect(server(page, 2)).toHaveAccessibleName(/^S2, follower/);
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Cut network' })).toBeDisabled();
  await page.keyboard.press('2');
  await page.keyboard.press('c');
  await expect(page.getByText('This is a recording of another Raft')).toBeVisible();
  await page.keyboard.press('End');
  await expect.poll(() => readout(page)).toBe(200);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('The recording ends here.')).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('5');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => readout(page)).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Back to the run before' }).click();
  await expect(page.getByText('Recording: mine.jsonl')).toHaveCount(0);
  await drawn(page);
  expect(await stateOf(page)).toBe(before);
  expect(page.url()).toBe(address);

  await page.keyboard.press('Shift+O');
  await page.getByRole('textbox', { name: /paste a link/ }).fill(ETCD);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('Recording: pasted text')).toBeVisible();
  await page.keyboard.press('End');
  await expect(server(page, 1)).toHaveAccessibleName(/^S1, leader, term 2/);
  await page.getByRole('button', { name: 'Back to the run before' }).click();
  await drawn(page);
  expect(await stateOf(page)).toBe(before);
});

test('a long recording shows how far it is read, can be given up, and nothing is lost', async ({ page }) => {
  await openAt(page, quietRun(8, 4), 500);
  await drawn(page);
  const before = await stateOf(page);
  const text = longTrace();
  expect(text.length).toBeGreaterThan(8_000_000);
  await page.keyboard.press('Shift+O');
  // From the disk: bytes that a test hands over are unpacked by the page itself, which is slowed down.
  const file = test.info().outputPath('long.jsonl');
  writeFileSync(file, text);
  const chooser = page.locator('input[type=file]');
  await slowDown(page, 8);
  await chooser.setInputFiles(file);
  const progress = page.getByRole('progressbar', { name: 'Reading long.jsonl' });
  await expect(progress).toBeVisible();
  const first = Number(await progress.getAttribute('value'));
  await expect.poll(async () => Number(await progress.getAttribute('value'))).toBeGreaterThan(first);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toHaveCount(0);
  await slowDown(page, 1);
  await drawn(page);
  expect(await stateOf(page)).toBe(before);

  await chooser.setInputFiles(file);
  await expect(page.getByText('Recording: long.jsonl')).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('End');
  await expect.poll(() => readout(page)).toBeGreaterThan(21_000);
});

test('how to record is told in the page, with an example that opens', async ({ page }) => {
  await openAt(page, quietRun(8, 4), 500);
  await page.keyboard.press('Shift+O');
  await page.getByRole('button', { name: 'Record your own Raft…' }).click();
  await page.getByRole('radio', { name: 'Rust' }).check();
  await expect(page.getByText('use std::fs::File;')).toBeVisible();
  await page.getByRole('button', { name: 'Open this example' }).click();
  await expect(page.getByText('Recording: pasted text')).toBeVisible();
  await page.keyboard.press('End');
  await expect(server(page, 1)).toHaveAccessibleName(/^S1, leader, term 1/);
  expect(readFileSync('docs/trace.md', 'utf8')).toContain('use std::fs::File;');
});
