/** The care of branches: keeping, naming and removing them. Each change can be undone. */
import type { Run } from '../sim';
import { type Core, notify, patch, syncAddress } from './core';
import { nameBranch, pastWithNow } from './session';
import type { Branch } from './state';

/** Titles are cut to so many characters. */
export const TITLE_MAX = 60;

function change(core: Core, branches: readonly Branch[]): void {
  core.past = pastWithNow(core);
  patch(core, 'session', { branches, undoable: true });
}

/** The run as it is now is kept as a branch; the reader goes on. */
export function branchHere(core: Core): void {
  const { session } = core.state.getState();
  const { time, trace } = core.playhead;
  const branch: Branch = { ...nameBranch(core), run: session.run, leftAt: time, seen: trace.horizon };
  change(core, [...session.branches, branch]);
  notify(core, { type: 'branchMade', branch: branch.id, name: branch.name });
}

/** Another run stands beside the one on stage, as a branch. */
export function bringBeside(core: Core, run: Run, title: string): void {
  const { session } = core.state.getState();
  const branch: Branch = { ...nameBranch(core), title: title.slice(0, TITLE_MAX), run, leftAt: 0, seen: 0 };
  change(core, [...session.branches, branch]);
  showBeside(core, branch.id);
}

export function showBeside(core: Core, beside: number | null): void {
  patch(core, 'view', { beside, diagram: false });
  syncAddress(core);
}

/** Calls a branch something; null or nothing: by its letter again. */
export function renameBranch(core: Core, id: number, title: string | null): void {
  const { branches } = core.state.getState().session;
  const next = title?.replaceAll(/\s+/g, ' ').trim().slice(0, TITLE_MAX) || null;
  if (branches.find((branch) => branch.id === id)?.title === next) return;
  change(
    core,
    branches.map((branch) => (branch.id === id ? { ...branch, title: next } : branch)),
  );
}

export function deleteBranch(core: Core, id: number): void {
  const { session, view } = core.state.getState();
  const gone = session.branches.find((branch) => branch.id === id);
  if (gone === undefined) return;
  change(
    core,
    session.branches.filter((branch) => branch !== gone),
  );
  if (view.beside === id) patch(core, 'view', { beside: null });
  notify(core, { type: 'branchDeleted', name: gone.title ?? gone.name });
}
