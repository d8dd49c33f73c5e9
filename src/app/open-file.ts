/** What the reader brings along: chosen in a dialog, dropped anywhere on the page, or pasted. */
import { formatOf, HEAD } from '../recorded';
import { LIMITS } from '../share';
import type { AppStore } from '../store';
import { learnScenarios } from './address-book';

/** Opens a run or a recording from a file; a notice says what is wrong with it. Returns whether it was opened. */
export async function openFile(store: AppStore, file: File): Promise<boolean> {
  const head = await file
    .slice(0, HEAD)
    .text()
    .catch(() => '');
  const recorded = await openRecorded(store, head, file, file.name);
  if (recorded !== null) return recorded;
  // A character takes three bytes at most. What is longer is not even read.
  if (file.size > 3 * LIMITS.json) return store.bring('x'.repeat(LIMITS.json + 1), file.name);
  const text = await file.text().catch(() => null);
  await learnScenarios(text ?? '');
  return store.bring(text, file.name);
}

/** The same of a text that was pasted. */
export async function openText(store: AppStore, text: string): Promise<boolean> {
  const recorded = await openRecorded(store, text.slice(0, HEAD), new Blob([text]), null);
  if (recorded !== null) return recorded;
  await learnScenarios(text);
  return store.bring(text, null);
}

/** Whether it was opened; null: it is no recording. What reads recordings is loaded with the first of them. */
async function openRecorded(store: AppStore, head: string, file: Blob, name: string | null): Promise<boolean | null> {
  const format = formatOf(head);
  if (format === null) return null;
  const importing = await import('./importing').catch(() => null);
  if (importing !== null) return importing.openRecording(store, file, format, name);
  store.notify({ type: 'notRecorded', name, problem: 'unreadable' });
  return false;
}
