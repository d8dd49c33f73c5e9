/** What the search takes for "the same situation": servers may change places, and only the order of terms counts. */
import type { Log, ServerId } from '../raft';
import { type Client, type Cluster, type Flight, type Host, isBetweenServers, link } from '../sim';
import type { Past } from './past';

export function cellOf(cluster: Cluster, past: Past): { cell: string; region: string } {
  const rank = ranksOf(cluster);
  const drafts = cluster.hosts.map((host) => ({ id: host.id, text: describe(host, cluster, rank) }));
  drafts.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.id - b.id));
  const place: number[] = [];
  drafts.forEach(({ id }, i) => {
    place[id] = i;
  });
  let text = '';
  for (const { id, text: draft } of drafts) {
    const { votedFor, configuration } = cluster.hosts[id - 1].server;
    text += `${draft}${votedFor === null ? '-' : place[votedFor]}${setOf(configuration.voters, place)};`;
  }
  const region = `${drafts
    .map(({ id }) => regionOf(cluster.hosts[id - 1], rank))
    .sort()
    .join()}|${pastOf(past, place, rank)}`;
  return { cell: `${text}${linksOf(cluster, place)}|${region}|${cluster.clients.map(clientOf).join()}`, region };
}

function regionOf({ server }: Host, rank: Map<number, number>): string {
  return `${server.role === 'leader' ? rank.get(server.currentTerm) : ''}/${termsOf(server.log, rank)}/${server.commitIndex}`;
}

function describe(
  { server, status, disk, writeDoneAt }: Host,
  { network }: Cluster,
  rank: Map<number, number>,
): string {
  const { role, currentTerm, commitIndex, log, reads } = server;
  const isolated = network.isolated[server.id - 1] ? 'i' : '';
  const writing = writeDoneAt < Number.POSITIVE_INFINITY ? 'w' : '';
  const waiting = reads.length > 0 ? 'r' : '';
  return `${status[0]}${role[0]}${rank.get(currentTerm)}/${termsOf(log, rank)}/${commitIndex}${isolated}${writing}${waiting}${disk.max > 10_000 ? 's' : ''}`;
}

function termsOf(log: Log, rank: Map<number, number>): string {
  let text = '';
  let entry: Log = log;
  for (; entry.previous !== null; entry = entry.previous) text += rank.get(entry.term);
  return entry.index === 0 ? text : `${text}.${entry.index}`;
}

const setOf = (ids: readonly ServerId[], place: readonly number[]): number =>
  ids.reduce((mask, id) => mask | (1 << place[id]), 0);

/** Terms by their order: which number a term has does not matter, only which is newer. */
function ranksOf({ hosts }: Cluster): Map<number, number> {
  const terms = new Set<number>();
  for (const { server } of hosts) {
    terms.add(server.currentTerm);
    for (let entry: Log | null = server.log; entry !== null; entry = entry.previous) terms.add(entry.term);
  }
  return new Map([...terms].sort((a, b) => a - b).map((term, i) => [term, i]));
}

function linksOf({ network, hosts, held, flights }: Cluster, place: readonly number[]): string {
  const marks: string[] = [];
  for (const { id: from } of hosts) {
    for (const { id: to } of hosts) {
      const at = link(from, to);
      if (network.cuts[at]) marks.push(`c${place[from]}${place[to]}`);
      if (network.holds[at]) marks.push(`h${place[from]}${place[to]}`);
    }
  }
  for (const flight of held) marks.push(flightOf(flight, place));
  for (const flight of flights) marks.push(flightOf(flight, place));
  return marks.sort().join('');
}

function flightOf({ packet }: Flight, place: readonly number[]): string {
  if (!isBetweenServers(packet)) return packet.type[6];
  return `${packet.type[0]}${packet.type.length}${place[packet.from]}${place[packet.to]}`;
}

/** Who led the terms that are still known, and how far anything was ever committed. */
function pastOf({ leaders, committed }: Past, place: readonly number[], rank: Map<number, number>): string {
  let text = '';
  for (const { term, server } of leaders) if (rank.has(term)) text += `${rank.get(term)}${place[server]}`;
  return committed === null ? text : `${text}c${committed.index}t${rank.get(committed.term) ?? '?'}`;
}

const clientOf = ({ crashed, pending }: Client): string => `${crashed ? 'x' : ''}${pending.length > 0 ? 'p' : ''}`;
