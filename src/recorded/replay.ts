/** Moves a cluster on by what a recording says, and by nothing else. */
import type { Message, ServerId } from '../raft';
import {
  type Cluster,
  type Flight,
  type Host,
  isBetweenServers,
  link,
  type Microseconds,
  type Observer,
  type Summary,
  type Transition,
  type TransitionEvent,
} from '../sim';
import { addHost, appliedBetween, applyPatch, crashHost, execute, persistHost, restartHost } from './hosts';
import type { Features, Item, Recording, Step } from './recording';

/** Carries out every step up to and including `until`; as `advance` of sim. */
export function replay(
  recording: Recording,
  cluster: Cluster,
  until: Microseconds,
  observe: Observer | null = null,
): void {
  const { steps, features } = recording;
  while (cluster.transitions < steps.length && steps[cluster.transitions].at <= until) {
    const step = steps[cluster.transitions];
    const transition = new Moment(cluster, step, features).carryOut();
    if (observe !== null && observe(transition, cluster) === false) return;
  }
}

/** The time of the step that comes next; Infinity at the end. */
export function nextStep({ steps }: Recording, { transitions }: Cluster): Microseconds {
  return transitions < steps.length ? steps[transitions].at : Number.POSITIVE_INFINITY;
}

/** One step on its way into the cluster. */
class Moment {
  private readonly cluster: Cluster;
  private readonly step: Step;
  private readonly features: Features;
  private readonly events: TransitionEvent[] = [];

  constructor(cluster: Cluster, step: Step, features: Features) {
    this.cluster = cluster;
    this.step = step;
    this.features = features;
  }

  carryOut(): Transition {
    const { cluster, step, events } = this;
    cluster.time = step.at;
    const seq = ++cluster.transitions;
    const host = step.server === null ? null : this.host(step.server);
    const before = host === null ? null : summaryOf(host);
    const { at, kind, cause, server, client, flight, action } = step;
    if (flight !== null && kind === 'deliver') this.remove(flight);
    for (const item of step.items) this.item(item, host);
    if (host !== null && flight !== null && isBetweenServers(flight.packet)) hear(host, flight.packet);
    if (host !== null && this.features.autoPersist && host.status === 'up') persistHost(host, null);
    const after = host === null ? null : summaryOf(host);
    return { seq, at, kind, cause, server, client, flight, action, rules: [], events, before, after, recorded: true };
  }

  private host(id: ServerId): Host {
    return this.cluster.hosts[id - 1];
  }

  private item(item: Item, host: Host | null): void {
    if (host !== null) this.hostItem(item, host);
    const { network } = this.cluster;
    switch (item.type) {
      case 'send':
      case 'duplicate':
        this.cluster.flights.push(item.flight);
        this.events.push({ type: item.type, flight: item.flight });
        return;
      case 'lose':
        this.remove(item.flight);
        this.events.push(item);
        return;
      case 'invoke':
      case 'return':
        this.events.push(item);
        return;
      case 'added':
        addHost(this.cluster, item.patch, this.step.at);
        return;
      case 'partition':
        network.groups = network.groups.map((_, i) => item.groups.findIndex((group) => group.includes(i + 1)) + 1);
        return;
      case 'link': {
        const at = link(item.from, item.to);
        network.cuts = network.cuts.map((cut, i) => (i === at ? item.cut : cut));
        return;
      }
      case 'heal':
        network.groups = network.groups.map(() => 0);
        network.cuts = network.cuts.map(() => false);
    }
  }

  private hostItem(item: Item, host: Host): void {
    const { step, events, cluster } = this;
    switch (item.type) {
      case 'state':
        for (const entry of appliedBetween(host, item.patch)) this.apply({ type: 'apply', entry, value: null }, host);
        applyPatch(host, item.patch, step.at, cluster.transitions);
        return;
      case 'persist':
        persistHost(host, item.durable);
        events.push({ type: 'persist' });
        return;
      case 'apply':
        this.apply(item, host);
        return;
      case 'snapshot': {
        applyPatch(host, item.patch, step.at, cluster.transitions, item.restores);
        const { snapshot } = host.server;
        if (snapshot !== null) events.push({ type: item.restores ? 'restore' : 'takeSnapshot', snapshot });
        return;
      }
      case 'crash':
        crashHost(host);
        return;
      case 'restart':
        restartHost(host, item.patch, step.at, cluster.transitions);
    }
  }

  private apply({ entry, value }: Extract<Item, { type: 'apply' }>, host: Host): void {
    const answer = execute(host.store, entry);
    host.server.lastApplied = Math.max(host.server.lastApplied, entry.index);
    this.events.push({ type: 'apply', entry, value: value ?? answer });
  }

  private remove(flight: Flight): void {
    const { cluster } = this;
    cluster.flights = cluster.flights.filter(({ key }) => key !== flight.key);
  }
}

/** What a server knows by a message, and no line tells: who leads, who refused its vote, who granted a pre-vote. */
function hear({ server }: Host, message: Message): void {
  const isOfTerm = message.term === server.currentTerm;
  switch (message.type) {
    case 'AppendEntries':
    case 'InstallSnapshot':
      if (isOfTerm && server.role === 'follower') server.leader = message.from;
      return;
    case 'RequestVoteResponse':
      if (server.role !== 'candidate' || !isOfTerm || message.voteGranted) return;
      if (!server.votesRefused.includes(message.from)) server.votesRefused.push(message.from);
      return;
    case 'PreVoteResponse': {
      const answers = message.voteGranted ? server.votesGranted : server.votesRefused;
      if (server.role !== 'precandidate' || message.nextTerm !== server.currentTerm + 1) return;
      if (!answers.includes(message.from)) answers.push(message.from);
    }
  }
}

function summaryOf({ status, server }: Host): Summary {
  const { role, currentTerm, votedFor, commitIndex, lastApplied, log, snapshot, configuration } = server;
  return { status, role, currentTerm, votedFor, commitIndex, lastApplied, log, snapshot, configuration };
}
