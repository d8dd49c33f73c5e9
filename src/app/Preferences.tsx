import { useTexts } from '../i18n';
import { type Settings, useAppStore, useStore } from '../store';
import { Button, Icon, MenuButton, type MenuItem } from '../ui';
import { useTheme } from './document';

/** Changes to the other language, and is written in it. */
export function LanguageButton() {
  const store = useAppStore();
  const texts = useTexts();
  const other = texts.language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      variant="plain"
      className="head__language"
      lang={other}
      aria-label={texts.app.header.toOtherLanguage}
      onClick={() => store.setSettings({ language: other })}
    >
      {texts.app.header.otherLanguage}
    </Button>
  );
}

const THEMES: readonly Settings['theme'][] = ['auto', 'light', 'dark', 'projector'];

export function ThemeButton() {
  const store = useAppStore();
  const texts = useTexts().app.header;
  const chosen = useStore((state) => state.settings.theme);
  const theme = useTheme();
  const items = () =>
    THEMES.map(
      (id): MenuItem => ({
        type: 'item',
        id,
        label: texts.themes[id],
        checked: id === chosen,
        onSelect: () => store.setSettings({ theme: id }),
      }),
    );
  return (
    <MenuButton
      bare
      className="button button--plain button--icon"
      label={`${texts.theme}: ${texts.themes[theme]}`}
      items={items}
    >
      <Icon name="sun" size={18} />
    </MenuButton>
  );
}
