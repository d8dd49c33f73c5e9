import { useTexts } from '../i18n';
import { groupLetter } from '../stage';
import { type GroupState, useAppStore, useStore } from '../store';
import { Segments } from '../ui';

/** Which of several Raft groups is shown, and who leads each. */
export function GroupChooser({ groups }: { readonly groups: readonly GroupState[] }) {
  const store = useAppStore();
  const words = useTexts().app.groups;
  const shown = useStore((state) => state.session.group);
  if (groups.length === 0) return null;
  return (
    <div className="groups">
      <Segments
        label={words.label}
        value={shown}
        choices={groups.map(({ group, leader }) => ({
          value: group,
          label: words.choice(groupLetter(group), leader ?? 0),
        }))}
        onChange={(group) => store.showGroup(group)}
      />
    </div>
  );
}
