import { useTexts } from '../i18n';
import { type EntryId, entry, labelOf, type Selection, useAppStore } from '../store';
import { Icon, type IconName, Menu, type MenuItem, type Rect } from '../ui';
import { contextOf } from './context';

export interface TargetMenuState {
  readonly target: Selection;
  readonly anchor: Rect;
}

const ICONS: Partial<Record<EntryId, IconName>> = {
  crash: 'power',
  freeze: 'pause',
  expireTimer: 'timer',
  isolate: 'isolate',
  machine: 'clock',
  drop: 'drop',
  duplicate: 'copy',
  deliver: 'deliver',
};

const ENTRIES: Record<Selection['type'], readonly EntryId[]> = {
  server: ['crash', 'freeze', 'expireTimer', 'isolate', 'transfer', 'membership', 'compact', 'machine'],
  message: ['drop', 'duplicate', 'deliver'],
};

interface TargetMenuProps {
  readonly state: TargetMenuState;
  readonly onClose: () => void;
  /** Leaves out what is not to be offered; without it, all is. */
  readonly allows?: (id: EntryId) => boolean;
}

/** The menu of a server or a message. */
export function TargetMenu({ state, onClose, allows = () => true }: TargetMenuProps) {
  const store = useAppStore();
  const texts = useTexts();
  const { target, anchor } = state;
  const context = contextOf(store, target);
  const items = ENTRIES[target.type].filter(allows).map((id): MenuItem => {
    const { enabled, run, keys } = entry(id);
    const icon = ICONS[id];
    return {
      type: 'item',
      id,
      label: labelOf(entry(id), texts.actions, context),
      icon: icon === undefined ? undefined : <Icon name={icon} />,
      keyName: keys[0] === undefined ? undefined : texts.keyName(keys[0]),
      disabled: !enabled(context),
      onSelect: () => run(context),
    };
  });
  const label = target.type === 'server' ? texts.common.server(target.id) : texts.groups.message;
  return <Menu label={label} titled items={items} anchor={anchor} onClose={onClose} />;
}
