import { useTexts } from '../i18n';
import { type EntryId, entry, labelOf, useAppStore } from '../store';
import { Icon, MenuButton, type MenuItem } from '../ui';
import { contextOf } from './context';
import { useLayout } from './layout';

const ENTRIES: readonly (EntryId | null)[] = [
  'newCluster',
  'scenarios',
  'undo',
  'branches',
  'bookmarks',
  'goTo',
  'diagram',
  'stops',
  null,
  'share',
  'open',
  null,
  'members',
  'options',
  'rules',
  null,
  'partition',
  'network',
  'timing',
  'clients',
  null,
  'safety',
  'legend',
  'palette',
  'lecture',
  'fullScreen',
  'settings',
];

const NARROW: readonly (EntryId | null)[] = ['compose', 'inspector', 'why', 'help', null, 'heal'];

const MEDIUM: readonly (EntryId | null)[] = ['inspector'];

const LECTURE: readonly (EntryId | null)[] = ['inspector', 'compose'];

/** Everything that has no button of its own. */
export function HeaderMenu() {
  const store = useAppStore();
  const texts = useTexts();
  const { form, lecture } = useLayout();
  const items = (): MenuItem[] => {
    const context = contextOf(store);
    const listed =
      form === 'wide'
        ? ENTRIES
        : form === 'narrow'
          ? [...NARROW, ...ENTRIES]
          : [...(lecture ? LECTURE : MEDIUM), ...ENTRIES];
    const entries = listed.map((id): MenuItem => {
      if (id === null) return { type: 'rule' };
      const { enabled, run, keys } = entry(id);
      return {
        type: 'item',
        id,
        label: labelOf(entry(id), texts.actions, context),
        keyName: keys[0] === undefined || form === 'narrow' ? undefined : texts.keyName(keys[0]),
        disabled: !enabled(context),
        onSelect: () => run(context),
      };
    });
    if (form !== 'narrow') return entries;
    const other = texts.language === 'en' ? 'zh-CN' : 'en';
    const go = (hash: string) => () => {
      window.location.hash = hash;
    };
    return [
      { type: 'item', id: 'home', label: texts.doors.home, onSelect: go('#home') },
      { type: 'item', id: 'learn', label: texts.doors.learn, onSelect: go('#learn') },
      { type: 'rule' },
      ...entries,
      {
        type: 'item',
        id: 'language',
        label: texts.app.header.otherLanguage,
        onSelect: () => store.setSettings({ language: other }),
      },
    ];
  };
  return (
    <MenuButton bare className="button button--plain button--icon" label={texts.app.header.menu} items={items}>
      <Icon name="menu" size={18} />
    </MenuButton>
  );
}
