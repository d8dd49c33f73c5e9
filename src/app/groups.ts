/** The Raft groups of the run, for components. */
import { useCallback } from 'react';
import { type GroupState, useAppStore, useFrame, useStore } from '../store';

const NONE: readonly GroupState[] = [];

/** How all groups are, followed while it happens; empty where there is only one. */
export function useGroups(): readonly GroupState[] {
  const store = useAppStore();
  const count = useStore((state) => state.session.run.config.groups);
  return useFrame(
    useCallback(() => (count > 1 ? store.groups() : NONE), [store, count]),
    isSameGroups,
  );
}

function isSameGroups(a: readonly GroupState[], b: readonly GroupState[]): boolean {
  return a.length === b.length && a.every((group, i) => isSameGroup(group, b[i]));
}

function isSameGroup(a: GroupState, b: GroupState): boolean {
  return (
    a.leader === b.leader &&
    a.term === b.term &&
    a.members.length === b.members.length &&
    a.members.every(({ role, status }, i) => role === b.members[i].role && status === b.members[i].status)
  );
}
