import { runInNewContext } from 'node:vm';
import { expect, test } from '@playwright/test';
import { build, type Rolldown } from 'vite';

/** The probe as one classic script. */
async function bundleProbe(): Promise<string> {
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'e2e/digest-probe.ts', formats: ['iife'], name: 'probe' },
    },
  })) as Rolldown.RolldownOutput[];
  return output[0].output[0].code;
}

test('the same runs give the same digests in Node, in the page and in a worker', async ({ page }) => {
  const script = await bundleProbe();
  const inNode: string[] = runInNewContext(`${script}; digests`);
  expect(new Set(inNode).size).toBe(inNode.length);
  await page.goto('about:blank');
  const inPage = await page.evaluate(`${script}; digests`);
  const inWorker = await page.evaluate(
    (source) =>
      new Promise((resolve, reject) => {
        const url = URL.createObjectURL(new Blob([`${source}; postMessage(digests)`], { type: 'text/javascript' }));
        const worker = new Worker(url);
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      }),
    script,
  );
  expect(inPage).toEqual([...inNode]);
  expect(inWorker).toEqual([...inNode]);
});
