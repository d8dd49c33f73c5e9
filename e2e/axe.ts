import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface AxeScope {
  /** A selector of the only part to look at; left out: the whole page. */
  readonly within?: string;
  /** The only rules to go by; left out: all. */
  readonly only?: readonly string[];
  readonly except?: readonly string[];
}

/** What depends on the theme. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];

const THEMES = ['light', 'dark', 'projector'] as const;

/** What axe-core objects to on the page, and in the colours of the themes that it is not in. The theme stays as it was. */
export async function faultsInAllThemes(page: Page, scope: AxeScope = {}): Promise<string[]> {
  const before = await page.locator('html').getAttribute('data-theme');
  const faults = await accessibilityFaults(page, scope);
  for (const theme of THEMES.filter((one) => one !== before)) {
    await wear(page, theme);
    faults.push(...(await accessibilityFaults(page, { ...scope, only: COLOURS })).map((fault) => `${theme}: ${fault}`));
  }
  await wear(page, before ?? 'light');
  return faults;
}

/** Changes the colours only: no preference, and no size. */
async function wear(page: Page, theme: string): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
}

/** What moves into its place is there at once: half-way its colours are not those that are meant. */
async function arrive(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
    }
  });
}

/** What axe-core objects to on the page as it stands, one line for each rule. */
export async function accessibilityFaults(page: Page, scope: AxeScope = {}): Promise<string[]> {
  await arrive(page);
  // Evaluated rather than added as a script, which the content security policy would refuse.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source);
  const { within, only, except = [] } = scope;
  const options = {
    ...(only === undefined ? {} : { runOnly: { type: 'rule', values: only } }),
    rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
  };
  const context = within === undefined ? 'document' : JSON.stringify(within);
  const results = await page.evaluate<AxeResults>(`axe.run(${context}, ${JSON.stringify(options)})`);
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join(', ')})`,
  );
}
