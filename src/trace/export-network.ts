/** The network in the words of raft-trace/1: who is in which group, and which directions are cut. */
import type { ServerId } from '../raft';
import type { Cluster } from '../sim';
import type { Line } from './export-state';

/** Partitions and isolation together: the groups whose members are not cut from one another by them. */
export function effectiveGroups({ hosts, network }: Cluster): ServerId[][] {
  const groups = new Map<string, ServerId[]>();
  for (const { id } of hosts) {
    const key = network.isolated[id - 1] ? `alone ${id}` : `group ${network.groups[id - 1]}`;
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  return [...groups.values()];
}

/** Whether a cut between the servers comes from a one-way cut, not from the groups. */
export function isOneWayOnly(groups: readonly (readonly ServerId[])[], from: ServerId, to: ServerId): boolean {
  return groups.some((group) => group.includes(from) && group.includes(to));
}

export function linkOf(cut: string): Line {
  const [from, to] = cut.split(' ');
  return { from: `S${from}`, to: `S${to}` };
}
