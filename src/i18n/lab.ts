/** The texts of the lab, loaded with its door. */
import type { LabTexts } from './en/lab';
import type { Language } from './language';

export type { LabTexts } from './en/lab';

/** Rejects when they cannot be fetched. */
export async function loadLab(language: Language): Promise<LabTexts> {
  const { lab } = language === 'zh-CN' ? await import('./zh/lab') : await import('./en/lab');
  return lab;
}
