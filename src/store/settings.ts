/** The reader's preferences, kept in localStorage where there is one. Nothing here throws. */
import type { Environment } from './environment';
import { DEFAULT_SETTINGS, SCALES, type Settings } from './state';

const KEY = 'raftarium.settings';
const VERSION = 1;

const CHOICES: { readonly [Name in keyof Settings]: readonly Settings[Name][] } = {
  theme: ['auto', 'light', 'dark', 'projector'],
  language: ['auto', 'en', 'zh-CN'],
  motion: ['auto', 'reduce', 'full'],
  shortcuts: [true, false],
  sound: [false, true],
  scale: SCALES,
};

/** What was kept, as far as it makes sense; the rest as it is by default. */
export function loadSettings({ storage }: Pick<Environment, 'storage'>): Settings {
  try {
    return readSettings(JSON.parse(storage?.getItem(KEY) ?? 'null'));
  } catch {
    return DEFAULT_SETTINGS;
  }
}

export function saveSettings({ storage }: Pick<Environment, 'storage'>, settings: Settings): void {
  try {
    storage?.setItem(KEY, JSON.stringify({ version: VERSION, ...settings }));
  } catch {
    // Storage is full or denied: the preferences last as long as the page.
  }
}

function readSettings(kept: unknown): Settings {
  if (typeof kept !== 'object' || kept === null || !('version' in kept) || kept.version !== VERSION) {
    return DEFAULT_SETTINGS;
  }
  const fields = kept as Record<string, unknown>;
  const choose = <Name extends keyof Settings>(name: Name): Settings[Name] =>
    CHOICES[name].find((choice) => choice === fields[name]) ?? DEFAULT_SETTINGS[name];
  return {
    theme: choose('theme'),
    language: choose('language'),
    motion: choose('motion'),
    shortcuts: choose('shortcuts'),
    sound: choose('sound'),
    scale: choose('scale'),
  };
}
