import { useState } from 'react';
import { useNotes, useTimeTools } from '../../i18n';
import { type Branch, useAppStore, useStore } from '../../store';
import { forksOf, isRecorded } from '../../trace';
import { Button, Icon, IconButton } from '../../ui';
import { BranchTree, type TreeRow } from './BranchTree';
import { useBranchName } from './names';
import { OtherRun } from './OtherRun';
import './branches.css';

/** The futures that the reader left as a tree: to go to, to watch beside, to name and to remove. */
export function BranchesPanel({ onClose }: { readonly onClose: () => void }) {
  const store = useAppStore();
  const texts = useTimeTools().branches;
  const nameOf = useBranchName();
  const { run, branches, current, trace } = useStore((state) => state.session);
  const forks = forksOf([run, ...branches.map((branch) => branch.run)]);
  const rows: readonly TreeRow[] = [
    { id: 0, name: nameOf(current), until: Math.max(trace.horizon, lastAction(run)), fork: forks[0] },
    ...branches.map((branch, i) => ({
      id: branch.id,
      name: nameOf(branch),
      until: Math.max(branch.seen, branch.leftAt, lastAction(branch.run)),
      fork: forks[i + 1],
    })),
  ];
  return (
    <div className="panel-stack">
      <p>{texts.intro}</p>
      {branches.length === 0 ? <p>{texts.none}</p> : <BranchTree rows={rows} />}
      <ul className="branches" aria-label={texts.tree}>
        {branches
          .map((branch, i) => ({ branch, parts: forks[i + 1].at }))
          // The newest first: that is where the reader comes from.
          .toReversed()
          .map(({ branch, parts }) => (
            <BranchItem key={branch.id} branch={branch} parts={parts} onClose={onClose} />
          ))}
      </ul>
      {isRecorded(trace) ? null : (
        <>
          <div className="button-row">
            <Button onClick={() => store.branchHere()}>{texts.keep}</Button>
          </div>
          <OtherRun onClose={onClose} />
        </>
      )}
    </div>
  );
}

const lastAction = ({ actions }: Branch['run']): number => actions.at(-1)?.at ?? 0;

interface BranchItemProps {
  readonly branch: Branch;
  /** When it leaves another one. */
  readonly parts: number;
  readonly onClose: () => void;
}

function BranchItem({ branch, parts, onClose }: BranchItemProps) {
  const store = useAppStore();
  const texts = useTimeTools().branches;
  const words = useNotes().branches;
  const name = useBranchName()(branch);
  const [renaming, setRenaming] = useState(false);
  if (renaming) return <Renaming branch={branch} onDone={() => setRenaming(false)} />;
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <br />
        {texts.parts(parts)}, {words.actions(branch.run.actions.length)}
      </span>
      <span className="branches__tools">
        <Button
          aria-label={texts.besideOf(name)}
          onClick={() => {
            store.showBeside(branch.id);
            onClose();
          }}
        >
          {texts.beside}
        </Button>
        <Button aria-label={texts.openOf(name)} onClick={() => store.switchBranch(branch.id)}>
          {texts.open}
        </Button>
        <Button aria-label={texts.renameOf(name)} onClick={() => setRenaming(true)}>
          {texts.rename}
        </Button>
        <IconButton
          tip="end"
          label={texts.deleteOf(name)}
          icon={<Icon name="close" />}
          onClick={() => store.deleteBranch(branch.id)}
        />
      </span>
    </li>
  );
}

/** Titles are cut to so many characters. */
const TITLE_MAX = 60;

function Renaming({ branch, onDone }: { readonly branch: Branch; readonly onDone: () => void }) {
  const store = useAppStore();
  const texts = useTimeTools().branches;
  const [title, setTitle] = useState(branch.title ?? '');
  const name = useBranchName()(branch);
  return (
    <li>
      <form
        className="branches__name"
        onSubmit={(event) => {
          event.preventDefault();
          store.renameBranch(branch.id, title);
          onDone();
        }}
      >
        <input
          className="input"
          aria-label={texts.title(name)}
          // biome-ignore lint/a11y/noAutofocus: whoever presses Rename types next.
          autoFocus
          maxLength={TITLE_MAX}
          placeholder={name}
          value={title}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Button type="submit" variant="primary">
          {texts.save}
        </Button>
        <Button onClick={onDone}>{texts.cancel}</Button>
      </form>
    </li>
  );
}
