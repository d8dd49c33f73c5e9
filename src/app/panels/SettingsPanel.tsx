import { usePanelTexts } from '../../i18n';
import { SCALES, type Settings, useAppStore, useStore } from '../../store';
import { SelectField } from '../../ui';

const THEMES = ['auto', 'light', 'dark', 'projector'] as const;
const LANGUAGES = ['auto', 'en', 'zh-CN'] as const;
const MOTIONS = ['auto', 'reduce', 'full'] as const;

/** Theme, language, motion, shortcuts, sound, size. */
export function SettingsPanel() {
  const store = useAppStore();
  const texts = usePanelTexts().app;
  const words = texts.settings;
  const settings = useStore((state) => state.settings);
  const set = (change: Partial<Settings>) => store.setSettings(change);
  const choices = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) =>
    values.map((value) => ({ value, label: labels[value] }));
  return (
    <div className="panel-stack">
      <SelectField
        label={words.theme}
        value={settings.theme}
        choices={choices(THEMES, texts.header.themes)}
        onChange={(theme) => set({ theme })}
      />
      <SelectField
        label={words.language}
        value={settings.language}
        choices={choices(LANGUAGES, words.languages)}
        onChange={(language) => set({ language })}
      />
      <SelectField
        label={words.motion}
        value={settings.motion}
        choices={choices(MOTIONS, words.motions)}
        onChange={(motion) => set({ motion })}
      />
      <SelectField
        label={words.shortcuts}
        value={settings.shortcuts ? 'on' : 'off'}
        choices={choices(['on', 'off'] as const, words)}
        onChange={(value) => set({ shortcuts: value === 'on' })}
      />
      <SelectField
        label={words.sound}
        value={settings.sound ? 'on' : 'off'}
        choices={choices(['off', 'on'] as const, words)}
        onChange={(value) => set({ sound: value === 'on' })}
      />
      <SelectField
        label={words.scale}
        value={String(settings.scale)}
        choices={SCALES.map((value) => ({ value: String(value), label: words.scaleValue(value) }))}
        onChange={(value) => set({ scale: Number(value) })}
      />
    </div>
  );
}
