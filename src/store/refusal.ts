/** Whether an action makes sense now. One that does not is recorded nowhere; the reader is told why. */
import { exhaustive } from '../base';
import { baseIndex, isChanging, isOff, membersOf, type ServerId, termAt } from '../raft';
import { LIMITS, validateAction } from '../share';
import { type Action, type Cluster, findFlight, type Host, isBetweenServers, isCut, link, type Span } from '../sim';

export const REFUSAL_REASONS = [
  'noServer',
  'crashed',
  'notCrashed',
  'paused',
  'notPaused',
  'noTimer',
  'noLink',
  'isolated',
  'notIsolated',
  'cut',
  'notCut',
  'held',
  'notHeld',
  'healed',
  'oneGroup',
  'serverTwice',
  'samePartition',
  'messageGone',
  'messageBehindCut',
  'clientMessage',
  'noClient',
  'notLeader',
  'handingOver',
  'lastServer',
  'sameMembers',
  'oneAtATime',
  'changePending',
  'ownTermFirst',
  'notVoter',
  'targetDown',
  'leadsAlready',
  'nothingToCompact',
  'tooManyServers',
  'clientCrashed',
  'clientRuns',
  'outOfRange',
  /** A recording can only be looked at. */
  'recorded',
  'noChange',
] as const;

/** Why an action makes no sense; `texts.refusals` has a sentence for each. */
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

type ServerAction = Extract<Action, { server: ServerId }>;
type LinkAction = Extract<Action, { from: ServerId }>;

/** The reason to refuse the action on this cluster, or null. Changes nothing. */
export function refusal(cluster: Cluster, action: Action): RefusalReason | null {
  return senseless(cluster, action) ?? (isShareable(cluster, action) ? null : 'outOfRange');
}

/** What links refuse is not done at all, so that whatever is done here can be shared. */
function isShareable({ hosts }: Cluster, action: Action): boolean {
  return validateAction(action, hosts.length).ok;
}

function senseless(cluster: Cluster, action: Action): RefusalReason | null {
  if ('server' in action) {
    const host = cluster.hosts[action.server - 1];
    return host === undefined ? 'noServer' : refuseServer(cluster, host, action);
  }
  if ('from' in action) return refuseLink(cluster, action);
  switch (action.type) {
    case 'partition':
      return refusePartition(cluster, action.groups);
    case 'heal':
      return isHealthy(cluster) ? 'healed' : null;
    case 'setNetwork':
      return unless(!isSame(cluster.network.quality, action.quality));
    case 'drop':
    case 'duplicate':
    case 'deliver':
      return refuseMessage(cluster, action.type, action.message);
    case 'clientRequest':
      return refuseRequest(cluster, action);
    case 'setClients':
      if (cluster.clients.length === 0) return 'noClient';
      return unless(cluster.clients.some(({ interval }) => interval !== action.interval));
    case 'crashClient':
    case 'restartClient':
      return refuseClient(cluster, action.type, action.client);
    case 'addServer':
      return cluster.hosts.length < LIMITS.serversMost ? null : 'tooManyServers';
    case 'setOptions':
      return unless(!isSame(cluster.options, action.options));
    case 'setTiming':
      return unless(!isSame(cluster.timing, action.timing));
    case 'inGroup':
      return 'noChange';
    default:
      return exhaustive(action);
  }
}

function refuseServer(cluster: Cluster, host: Host, action: ServerAction): RefusalReason | null {
  const { status } = host;
  const isolated = cluster.network.isolated[host.id - 1];
  switch (action.type) {
    case 'crash':
      return status === 'crashed' ? 'crashed' : null;
    case 'restart':
      return status === 'crashed' ? null : 'notCrashed';
    case 'pause':
      return status === 'up' ? null : status;
    case 'resume':
      return status === 'paused' ? null : 'notPaused';
    case 'expireTimer':
      if (status === 'crashed') return 'crashed';
      return Number.isFinite(Math.min(host.electionAt, host.heartbeatAt)) ? null : 'noTimer';
    case 'setClock':
      return unless(host.clockRate !== action.rate || host.clockOffset !== action.offset);
    case 'setDisk':
      return unless(!isSameSpan(host.disk, action.latency));
    case 'changeMembers':
      return refuseLeader(host) ?? refuseMembers(cluster, host, action);
    case 'transfer':
      return refuseLeader(host) ?? refuseTransfer(cluster, host, action.to);
    case 'compact':
      if (status !== 'up') return status;
      return host.server.lastApplied > baseIndex(host.server) ? null : 'nothingToCompact';
    case 'isolate':
      return isolated ? 'isolated' : null;
    case 'rejoin':
      return isolated ? null : 'notIsolated';
    default:
      return exhaustive(action);
  }
}

/** Only a leader that runs and stays can do what is asked of leaders. */
function refuseLeader({ status, server }: Host): RefusalReason | null {
  if (status !== 'up') return status;
  if (server.role !== 'leader') return 'notLeader';
  return server.transfer === null ? null : 'handingOver';
}

function refuseMembers(
  { hosts }: Cluster,
  { server }: Host,
  { voters, joint }: Extract<Action, { type: 'changeMembers' }>,
): RefusalReason | null {
  const { configuration, options, log, commitIndex, currentTerm } = server;
  if (voters.length === 0) return 'lastServer';
  if (voters.some((id) => hosts[id - 1] === undefined)) return 'noServer';
  const now = membersOf(configuration);
  const changed = voters.filter((id) => !now.includes(id)).length + now.filter((id) => !voters.includes(id)).length;
  if (changed === 0) return 'sameMembers';
  if (!joint && changed > 1 && !isOff(options, 'configJump')) return 'oneAtATime';
  if (isChanging(server) && !isOff(options, 'configOverlap')) return 'changePending';
  const knowsCommitted = termAt(log, commitIndex) === currentTerm || isOff(options, 'configBeforeNoop');
  return knowsCommitted ? null : 'ownTermFirst';
}

function refuseTransfer({ hosts }: Cluster, { id, server }: Host, to: ServerId): RefusalReason | null {
  if (to === id) return 'leadsAlready';
  if (hosts[to - 1] === undefined) return 'noServer';
  if (!server.configuration.voters.includes(to)) return 'notVoter';
  if (hosts[to - 1].status !== 'up') return 'targetDown';
  return isChanging(server) ? 'changePending' : null;
}

function refuseClient({ clients }: Cluster, type: 'crashClient' | 'restartClient', id: number): RefusalReason | null {
  const client = clients[id - 1];
  if (client === undefined) return 'noClient';
  if (type === 'crashClient') return client.crashed ? 'clientCrashed' : null;
  return client.crashed ? null : 'clientRuns';
}

function refuseLink({ hosts, network }: Cluster, action: LinkAction): RefusalReason | null {
  const { from, to } = action;
  if (from === to || hosts[from - 1] === undefined || hosts[to - 1] === undefined) return 'noLink';
  const at = link(from, to);
  switch (action.type) {
    case 'cut':
      return network.cuts[at] ? 'cut' : null;
    case 'repair':
      return network.cuts[at] ? null : 'notCut';
    case 'hold':
      return network.holds[at] ? 'held' : null;
    case 'release':
      return network.holds[at] ? null : 'notHeld';
    case 'setLink':
      return unless(!isSame(network.links[at] ?? network.quality, action.quality));
    default:
      return exhaustive(action);
  }
}

function refusePartition({ hosts, network }: Cluster, groups: readonly (readonly ServerId[])[]): RefusalReason | null {
  const named = groups.flat();
  if (named.some((id) => hosts[id - 1] === undefined)) return 'noServer';
  if (new Set(named).size < named.length) return 'serverTwice';
  const numbers = hosts.map(({ id }) => groups.findIndex((group) => group.includes(id)) + 1);
  if (new Set(numbers).size < 2) return 'oneGroup';
  return hasSameWalls(numbers, network.groups) ? 'samePartition' : null;
}

function refuseMessage(cluster: Cluster, type: 'drop' | 'duplicate' | 'deliver', key: number): RefusalReason | null {
  const flight = findFlight(cluster, key);
  if (flight === null) return 'messageGone';
  const { packet } = flight;
  if (!isBetweenServers(packet)) return type === 'duplicate' ? 'clientMessage' : null;
  return type === 'deliver' && isCut(cluster.network, packet.from, packet.to) ? 'messageBehindCut' : null;
}

function refuseRequest(
  { clients, hosts }: Cluster,
  { client, to }: Extract<Action, { type: 'clientRequest' }>,
): RefusalReason | null {
  if (clients[client - 1] === undefined) return 'noClient';
  if (clients[client - 1].crashed) return 'clientCrashed';
  return to !== null && hosts[to - 1] === undefined ? 'noServer' : null;
}

/** Nothing that `heal` ends is there. */
function isHealthy({ network }: Cluster): boolean {
  const { groups, isolated, cuts, holds } = network;
  return new Set(groups).size < 2 && ![isolated, cuts, holds].some((flags) => flags.includes(true));
}

/** Whether two ways of numbering groups keep the same servers apart. */
function hasSameWalls(a: readonly number[], b: readonly number[]): boolean {
  return a.every((group, i) => a.every((other, j) => (group === other) === (b[i] === b[j])));
}

const unless = (changes: boolean): RefusalReason | null => (changes ? null : 'noChange');

const isSameSpan = (a: Span, b: Span): boolean => a.min === b.min && a.max === b.max;

const isSame = (a: object, b: object): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** The object's fields in the order of their names, so that two spellings of one value are equal. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, field]) => [key, sorted(field)])
    .sort();
}
