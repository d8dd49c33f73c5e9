import type { ReactNode } from 'react';
import { useTexts } from '../i18n';
import { useAppStore } from '../store';
import { Icon, MenuButton, type MenuItem } from '../ui';
import { useLayout } from './layout';
import { LanguageButton, ThemeButton } from './Preferences';
import type { Door } from './route';

const DOORS = [
  { id: 'learn', href: '#learn' },
  { id: 'play', href: '#play' },
  { id: 'lab', href: '#lab' },
  { id: 'challenges', href: '#challenges' },
  { id: 'embed', href: '#embed' },
] as const;

/** Without a server there is nothing that other pages could hold. */
const doorsHere = () => DOORS.filter(({ id }) => id !== 'embed' || window.location.protocol !== 'file:');

/** The ways to the other doors. */
export function DoorLinks({ door }: { readonly door: Door }) {
  const texts = useTexts().doors;
  const here = door === 'story' ? 'learn' : door === 'challenge' ? 'challenges' : door;
  return (
    <nav className="doors" aria-label={texts.nav}>
      {/* The sandbox has no room for what is seldom wanted; its link leads there. */}
      {doorsHere()
        .filter(({ id }) => door !== 'play' || id !== 'embed')
        .map(({ id, href }) => (
          <a key={id} href={href} aria-current={id === here ? 'page' : undefined}>
            {texts[id]}
          </a>
        ))}
    </nav>
  );
}

/** The head of the pages that are read: name, doors, language and theme; on phones a menu instead. */
export function DoorHeader({ door, title }: { readonly door: Door; readonly title?: ReactNode }) {
  const texts = useTexts();
  const { form } = useLayout();
  return (
    <header className="head head--door">
      <a className="head__name" href="#home">
        {texts.app.name}
      </a>
      {form === 'narrow' ? (
        <>
          <span className="head__title">{title}</span>
          <DoorMenu />
        </>
      ) : (
        <>
          <DoorLinks door={door} />
          <div className="head__space" />
          <LanguageButton />
          <ThemeButton />
        </>
      )}
    </header>
  );
}

/** On phones: doors, language and theme. */
function DoorMenu() {
  const store = useAppStore();
  const texts = useTexts();
  const go = (hash: string) => () => {
    window.location.hash = hash;
  };
  const items = (): MenuItem[] => [
    { type: 'item', id: 'home', label: texts.doors.home, onSelect: go('#home') },
    ...doorsHere().map(({ id, href }): MenuItem => ({ type: 'item', id, label: texts.doors[id], onSelect: go(href) })),
    { type: 'rule' },
    {
      type: 'item',
      id: 'language',
      label: texts.app.header.otherLanguage,
      onSelect: () => store.setSettings({ language: texts.language === 'en' ? 'zh-CN' : 'en' }),
    },
    ...(['auto', 'light', 'dark'] as const).map(
      (id): MenuItem => ({
        type: 'item',
        id: `theme-${id}`,
        label: texts.app.header.themes[id],
        checked: store.getState().settings.theme === id,
        onSelect: () => store.setSettings({ theme: id }),
      }),
    ),
  ];
  return (
    <MenuButton bare className="button button--plain button--icon" label={texts.doors.menu} items={items}>
      <Icon name="menu" size={18} />
    </MenuButton>
  );
}
