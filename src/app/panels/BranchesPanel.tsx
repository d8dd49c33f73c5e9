import { usePanelTexts } from '../../i18n';
import { useAppStore, useStore } from '../../store';
import { Button } from '../../ui';

/** The futures that the reader left, newest first. */
export function BranchesPanel() {
  const store = useAppStore();
  const texts = usePanelTexts();
  const branches = useStore((state) => state.session.branches);
  if (branches.length === 0) return <p>{texts.branches.none}</p>;
  return (
    <div className="panel-stack">
      <p>{texts.app.branches.current}</p>
      <ul className="branches">
        {branches.toReversed().map(({ id, name, leftAt, run }) => (
          <li key={id}>
            <span>
              <strong>{texts.branches.name(name)}</strong>
              <br />
              {texts.branches.leftAt(leftAt)}, {texts.branches.actions(run.actions.length)}
            </span>
            <Button
              aria-label={`${texts.app.branches.open}: ${texts.branches.name(name)}`}
              onClick={() => store.switchBranch(id)}
            >
              {texts.app.branches.open}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
