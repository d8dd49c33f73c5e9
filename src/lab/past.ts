/**
 * What the search must remember of a run to notice that a property may have been broken: cheap, copied by reference,
 * and only a suspicion. Whether a property broke is for the invariants to say.
 */
import { type Entry, entryAt, type Log, type ServerId, type Term } from '../raft';
import type { Client, Cluster, Host } from '../sim';

/** Never changed in place. */
export interface Past {
  readonly leaders: readonly { readonly term: Term; readonly server: ServerId }[];
  /** The last entry of what was committed, with the term of the leader that did it. */
  readonly committed: Entry | null;
  readonly committedIn: Term;
}

export const NO_PAST: Past = { leaders: [], committed: null, committedIn: 0 };

/** Looks at a cluster after each transition. */
export class Watch {
  past: Past;
  suspicious = false;
  private logs: (Log | undefined)[] = [];
  private recent: Client['recent'] | null = null;

  constructor(past: Past) {
    this.past = past;
  }

  /** Whether something may be wrong now. */
  look(cluster: Cluster): boolean {
    for (const host of cluster.hosts) if (host.status !== 'crashed') this.lookAt(host, cluster);
    for (const client of cluster.clients) if (client.recent !== this.recent) this.lookAtAnswers(client);
    return this.suspicious;
  }

  /** The values that are written to x count up with the serials of the operations. */
  private lookAtAnswers({ recent }: Client): void {
    this.recent = recent;
    const last = recent.at(-1);
    if (last === undefined || last.status !== 'ok') return;
    const value = Number(last.value);
    if (value > last.serial) this.suspicious = true;
    if (last.operation.type !== 'read') return;
    for (const { operation, serial, finishedAt, status } of recent) {
      if (status === 'ok' && operation.type === 'put' && finishedAt < last.invokedAt && value < serial)
        this.suspicious = true;
    }
  }

  private lookAt({ id, server }: Host, cluster: Cluster): void {
    const { past } = this;
    if (server.role === 'leader') this.lookAtLeader(id, server.currentTerm, server.log);
    if (server.commitIndex > 0) {
      const entry = entryAt(server.log, server.commitIndex);
      if (entry !== null && entry !== past.committed) this.lookAtCommit(entry, server.currentTerm, cluster);
    }
    const before = this.logs[id];
    if (server.log !== before) {
      if (before !== undefined && !agree(before, server.log)) this.suspicious = true;
      this.logs[id] = server.log;
      for (const other of cluster.hosts) if (!agree(server.log, other.server.log)) this.suspicious = true;
    }
  }

  private lookAtLeader(server: ServerId, term: Term, log: Log): void {
    const { leaders, committed, committedIn } = this.past;
    for (const known of leaders) {
      if (known.term !== term) continue;
      if (known.server !== server) this.suspicious = true;
      return;
    }
    this.past = { ...this.past, leaders: [...leaders, { term, server }] };
    if (committed !== null && committedIn < term && !holds(log, committed)) this.suspicious = true;
  }

  private lookAtCommit(entry: Entry, term: Term, { hosts }: Cluster): void {
    const { committed } = this.past;
    if (committed !== null && entry.index <= committed.index) {
      if (!holds(committed, entry)) this.suspicious = true;
      return;
    }
    if (committed !== null && !holds(entry, committed)) this.suspicious = true;
    this.past = { ...this.past, committed: entry, committedIn: term };
    for (const { server, status } of hosts) {
      if (status === 'crashed' || server.role !== 'leader' || server.currentTerm <= term) continue;
      if (!holds(server.log, entry)) this.suspicious = true;
    }
  }
}

/** What a snapshot stands for is taken to be right. */
function holds(log: Log, entry: Entry): boolean {
  const present = entryAt(log, entry.index);
  return present === null ? entry.index < log.index : present.term === entry.term;
}

/** Whether two logs are one up to the last entry on which they agree: in memory, equal logs are one object. */
function agree(a: Log, b: Log): boolean {
  let one: Log | null = a;
  let other: Log | null = b;
  while (one !== null && other !== null && one !== other) {
    if (one.index > other.index) one = one.previous;
    else if (other.index > one.index) other = other.previous;
    else if (one.term === other.term) return false;
    else {
      one = one.previous;
      other = other.previous;
    }
  }
  return true;
}
