/** The state at a cue's moment, with the questions that stories ask of it. */
import { entriesBetween, type MessageType, majority, type Server, type ServerId, type Term } from '../raft';
import {
  allFlights,
  type Client,
  type Cluster,
  type Flight,
  type Host,
  type Microseconds,
  type Transition,
} from '../sim';

/** The Raft groups of a run at an instant. */
export interface Groups {
  readonly count: number;
  at(group: number): Instant;
}

export class Instant {
  readonly time: Microseconds;
  /** The transition that the cue was found by; before it, the last one. */
  readonly transition: Transition;
  readonly cluster: Cluster;
  private readonly groups: Groups;

  constructor(time: Microseconds, transition: Transition, cluster: Cluster, groups: Groups) {
    this.time = time;
    this.transition = transition;
    this.cluster = cluster;
    this.groups = groups;
  }

  /** How many Raft groups the run has. */
  get groupCount(): number {
    return this.groups.count;
  }

  /** Any of the run's groups at the same time, from 1. */
  group(group: number): Instant {
    return this.groups.at(group);
  }

  host(id: ServerId): Host {
    return this.cluster.hosts[id - 1];
  }

  server(id: ServerId): Server {
    return this.host(id).server;
  }

  get ids(): ServerId[] {
    return this.cluster.hosts.map(({ id }) => id);
  }

  /** Servers that run and believe to lead, the newest term first. */
  get leaders(): ServerId[] {
    return this.ids
      .filter((id) => this.host(id).status === 'up' && this.server(id).role === 'leader')
      .sort((a, b) => this.server(b).currentTerm - this.server(a).currentTerm);
  }

  get candidates(): ServerId[] {
    return this.ids.filter((id) => this.host(id).status === 'up' && this.server(id).role === 'candidate');
  }

  get crashed(): ServerId[] {
    return this.ids.filter((id) => this.host(id).status === 'crashed');
  }

  /** The highest term that any server knows. */
  get term(): Term {
    return Math.max(...this.ids.map((id) => this.server(id).currentTerm));
  }

  get majority(): number {
    return majority(this.server(1).configuration);
  }

  /** The terms of a server's entries. */
  log(id: ServerId): Term[] {
    const { log } = this.server(id);
    return entriesBetween(log, 1, log.index).map(({ term }) => term);
  }

  /** Servers that store an entry of this term at this index. */
  holders(index: number, term: Term): ServerId[] {
    return this.ids.filter((id) => this.log(id)[index - 1] === term);
  }

  /** Servers that gave this one their vote in its term, as far as they know themselves. */
  voters(id: ServerId): ServerId[] {
    const { currentTerm } = this.server(id);
    return this.ids.filter((other) => {
      const { votedFor, currentTerm: term } = this.server(other);
      return votedFor === id && term === currentTerm;
    });
  }

  /** Messages under way between servers. */
  flights(type: MessageType, ends: { from?: ServerId; to?: ServerId } = {}): Flight[] {
    return allFlights(this.cluster).filter(
      ({ packet }) =>
        packet.type === type &&
        (ends.from === undefined || packet.from === ends.from) &&
        (ends.to === undefined || packet.to === ends.to),
    );
  }

  /** What a server's state machine holds under a key. */
  value(id: ServerId, key: string): string | null {
    return this.host(id).store.values.get(key) ?? null;
  }

  get client(): Client {
    return this.cluster.clients[0];
  }

  /** Whether nothing gets from one server to the other. */
  isParted(one: ServerId, other: ServerId): boolean {
    const { groups, isolated } = this.cluster.network;
    return groups[one - 1] !== groups[other - 1] || isolated[one - 1] || isolated[other - 1];
  }
}

/** Stands for the transition before the first one: nothing has happened. */
export const STILL: Transition = {
  seq: 0,
  at: 0,
  kind: 'action',
  cause: 0,
  server: null,
  client: null,
  flight: null,
  action: null,
  rules: [],
  events: [],
  before: null,
  after: null,
};
