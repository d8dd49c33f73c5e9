/**
 * Draws the pictures of link previews into `public/preview`: a scenario or a chapter at an instant of its own, with its
 * name in both languages. Run by `npm run previews` when there are new ones; they are kept, so that a build needs no browser.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { createTexts, loadContents } from '../src/i18n';
import { SCENARIOS } from '../src/scenarios';
import { advance, type Microseconds, type Run, startCluster } from '../src/sim';
import { CHAPTERS, findStops } from '../src/stories';
import { findBrowser, thisMachine } from './browser.ts';
import { serve } from './run.ts';

const SIZE = { width: 800, height: 420 };
const FOLDER = 'public/preview';

interface Subject {
  /** The file that is written, without its ending. */
  readonly name: string;
  /** The address that shows it, from `#` on. */
  readonly hash: string;
  readonly titles: readonly string[];
}

/** @param argv names of pictures; all when empty */
export async function main(argv: string[]): Promise<number> {
  const finding = await findBrowser(thisMachine());
  if (!finding.ok) {
    process.stderr.write(`${finding.reason}\n`);
    return 3;
  }
  if (!argv.includes('--built')) await build({ logLevel: 'error' });
  const only = argv.filter((argument) => !argument.startsWith('--'));
  const server = await serve();
  const browser = await chromium.launch({ executablePath: finding.browser.path, args: [...finding.browser.args] });
  mkdirSync(FOLDER, { recursive: true });
  try {
    const subjects = [...(await chapters()), ...scenarios()];
    const wanted = subjects.filter(({ name }) => only.length === 0 || only.includes(name)).values();
    const drawSome = async () => {
      for (const subject of wanted) {
        writeFileSync(`${FOLDER}/${subject.name}.jpg`, await draw(browser, server.url, subject));
      }
    };
    await Promise.all([drawSome(), drawSome(), drawSome()]);
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}

/** The instant at which there is most to be seen: messages, crashes, cuts, and above all two leaders. */
function richest(run: Run, until: Microseconds): Microseconds {
  const cluster = startCluster(run);
  let best = { time: until, worth: -1 };
  for (let i = 1; i <= LOOKS; i++) {
    const time = Math.round((until * i) / LOOKS / 1000) * 1000;
    advance(cluster, run, time);
    const leaders = cluster.hosts.filter(({ status, server }) => status === 'up' && server.role === 'leader').length;
    const ill = cluster.hosts.filter(({ status }) => status !== 'up').length;
    const cut = new Set(cluster.network.groups).size > 1 ? 3 : 0;
    const worth = Math.min(5, cluster.flights.length) + 12 * Math.max(0, leaders - 1) + 2 * ill + cut;
    if (worth >= best.worth) best = { time, worth };
  }
  return best.time;
}

const LOOKS = 80;

function scenarios(): Subject[] {
  const [en, zh] = (['en', 'zh-CN'] as const).map((language): Record<string, string> => createTexts(language).scenes);
  return SCENARIOS.filter(({ breaking }) => breaking === undefined).map(({ id, run, until }) => ({
    name: `s-${id}`,
    hash: `#scenario=${id}&t=${richest(run, until) / 1000}`,
    titles: [en[id] ?? id, zh[id] ?? ''],
  }));
}

async function chapters(): Promise<Subject[]> {
  const [en, zh] = await Promise.all([loadContents('en'), loadContents('zh-CN')]);
  return Promise.all(
    CHAPTERS.map(async ({ id, load }) => {
      const stops = findStops((await load()).chapter);
      if (!stops.ok) throw new Error(stops.error);
      const { cue } = stops.value[Math.floor(stops.value.length * 0.6)];
      return {
        name: `c-${id}`,
        hash: `#story=${id}&cue=${cue.id}`,
        titles: [en, zh].map((all) => all[id as keyof typeof en].title),
      };
    }),
  );
}

async function draw(browser: Browser, url: string, { hash, titles }: Subject): Promise<Buffer> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    deviceScaleFactor: 2,
    serviceWorkers: 'block',
  });
  await page.addInitScript(() =>
    localStorage.setItem('raftarium.settings', JSON.stringify({ version: 1, theme: 'light' })),
  );
  await page.goto(`${url}${hash}`);
  const stage = page.locator('.stage-svg, .drawing').first();
  await stage.waitFor();
  await page.evaluate('document.fonts.ready');
  await settle(page);
  const picture = (await stage.screenshot()).toString('base64');
  await page.setViewportSize(SIZE);
  await page.evaluate(
    ([source, first, second]) => {
      document.body.innerHTML = `<main style="position:fixed;inset:0;display:grid;grid-template-columns:1fr 250px;background:var(--surface);z-index:99">
        <div style="background:center/contain no-repeat url(data:image/png;base64,${source});margin:6px"></div>
        <div style="display:flex;flex-direction:column;justify-content:center;gap:14px;padding:0 26px 0 14px">
          <b style="font:650 22px var(--font-ui);color:var(--role-leader)">Raftarium</b>
          <span style="font:400 31px/1.15 var(--font-voice);text-wrap:balance"></span>
          <span lang="zh-CN" style="font:400 23px/1.35 var(--font-voice);color:var(--ink-2)"></span>
        </div></main>`;
      const [one, other] = document.querySelectorAll('span');
      one.textContent = first;
      other.textContent = second;
    },
    [picture, ...titles],
  );
  await settle(page);
  const taken = await page.screenshot({ type: 'jpeg', quality: 82, scale: 'css' });
  await page.close();
  return taken;
}

/** When two looks at the page are the same. */
async function settle(page: Page): Promise<void> {
  for (let last = ''; ; ) {
    const now = (await page.screenshot()).toString('base64');
    if (now === last) return;
    last = now;
  }
}
