/** Files from the reader: chosen in a dialog, or dropped anywhere on the page. */
import { LIMITS } from '../share';
import type { AppStore } from '../store';
import { learnScenarios } from './address-book';

/** Opens a run from a file; a notice says what is wrong with it. Returns whether it was opened. */
export async function openFile(store: AppStore, file: File): Promise<boolean> {
  // A character takes three bytes at most. What is longer is not even read.
  if (file.size > 3 * LIMITS.json) return store.bring('x'.repeat(LIMITS.json + 1), file.name);
  const text = await file.text().catch(() => null);
  await learnScenarios(text ?? '');
  return store.bring(text, file.name);
}
