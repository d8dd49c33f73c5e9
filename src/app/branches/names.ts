/** What branches are called. */
import { useNotes, useTimeTools } from '../../i18n';
import type { BranchName } from '../../store';

/** The name of a branch; null: what is on stage and has been none yet. */
export function useBranchName(): (branch: BranchName | null) => string {
  const { branches } = useNotes();
  const { original } = useTimeTools().branches;
  return (branch) => (branch === null ? original : (branch.title ?? branches.name(branch.name)));
}
