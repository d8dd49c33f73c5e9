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

/** What axe-core objects to on the page as it stands, one line for each rule. */
export async function accessibilityFaults(page: Page, scope: AxeScope = {}): Promise<string[]> {
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
