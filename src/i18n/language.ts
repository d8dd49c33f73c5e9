/** Which language the reader gets. */
export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The chosen language; with `auto` the first of the reader's languages that we have, else English.
 *
 * @param preferred BCP 47 tags, best first, as in `navigator.languages`
 */
export function negotiateLanguage(choice: 'auto' | Language, preferred: readonly string[]): Language {
  if (choice !== 'auto') return choice;
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split(/[-_]/)[0];
    if (primary === 'zh') return 'zh-CN';
    if (primary === 'en') return 'en';
  }
  return 'en';
}
