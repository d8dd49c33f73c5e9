/** Goals of the tasks: each judge is shown all transitions of a run, one after the other. */
import type { ServerId, Term } from '../raft';
import { type Cluster, type Microseconds, SECOND, type Transition } from '../sim';

export interface Judge {
  /** @param cluster as it is right after the transition */
  see(transition: Transition, cluster: Cluster): void;
  /** Which steps have been reached so far; the last one is the goal. */
  steps(): readonly boolean[];
  /** A server has crashed, and the task does without. */
  isSpoilt?(): boolean;
}

const majorityOf = ({ hosts }: Cluster): number => Math.floor(hosts.length / 2) + 1;

/** Two leaders at once. First step: a part of the servers cannot reach the leader. */
export function judgeTwoLeaders(): Judge {
  let isCut = false;
  let done = false;
  return {
    see: (_, { hosts, network }) => {
      const leaders = hosts.filter(({ server, status }) => server.role === 'leader' && status !== 'crashed');
      isCut ||=
        leaders.length > 0 &&
        (new Set(network.groups).size > 1 || network.isolated.includes(true) || network.cuts.includes(true));
      done ||= leaders.length > 1;
    },
    steps: () => [isCut || done, done],
  };
}

/** Who stood in each term, and who won it. */
class Elections {
  readonly candidates = new Map<Term, Set<ServerId>>();
  readonly won = new Set<Term>();
  highest: Term = 0;

  see({ rules, server, after }: Transition): void {
    if (server === null || after === null) return;
    const { currentTerm: term } = after;
    this.highest = Math.max(this.highest, term);
    if (after.votedFor === server) {
      const standing = this.candidates.get(term) ?? new Set();
      this.candidates.set(term, standing.add(server));
    }
    if (rules.includes('winElection')) this.won.add(term);
  }

  /** Terms in which somebody stood, which nobody won, and which are over. */
  inVain(): Term[] {
    return [...this.candidates.keys()].filter((term) => !this.won.has(term) && term < this.highest);
  }
}

/** Two stand in one term, and nobody wins it. */
export function judgeSplitVote(): Judge {
  const elections = new Elections();
  const isContested = (term: Term) => (elections.candidates.get(term)?.size ?? 0) > 1;
  return {
    see: (transition) => elections.see(transition),
    steps: () => [[...elections.candidates.keys()].some(isContested), elections.inVain().some(isContested)],
  };
}

/** Three terms in a row that nobody won. */
export function judgeTermsInVain(): Judge {
  const elections = new Elections();
  return {
    see: (transition) => elections.see(transition),
    steps: () => {
      const vain = new Set(elections.inVain());
      const has = (count: number) =>
        [...vain].some((term) => Array.from({ length: count }, (_, i) => term + i).every((one) => vain.has(one)));
      return [has(1), has(2), has(3)];
    },
  };
}

/** A leader loses its office to a newer term, and no server has crashed. */
export function judgeDeposed(): Judge {
  let crashed = false;
  let challenged = false;
  let done = false;
  return {
    see: ({ before, after, action }, { hosts }) => {
      if (done) return;
      crashed ||= action?.type === 'crash';
      if (before === null || after === null || crashed) return;
      const isStanding = after.role === 'candidate' && after.currentTerm > before.currentTerm;
      challenged ||=
        isStanding && hosts.some(({ server }) => server.role === 'leader' && server.currentTerm < after.currentTerm);
      const stepsDown = before.role === 'leader' && after.role !== 'leader' && after.currentTerm > before.currentTerm;
      done = stepsDown;
      challenged ||= stepsDown;
    },
    steps: () => [challenged, done],
    isSpoilt: () => crashed,
  };
}

/** A client waits for a second, and all the while a majority of the servers is up. */
export function judgeAvailability(): Judge {
  let since: Microseconds = 0;
  let waits = false;
  let done = false;
  return {
    see: ({ at }, cluster) => {
      const up = cluster.hosts.filter(({ status }) => status !== 'crashed').length;
      if (up < majorityOf(cluster)) since = at;
      for (const { pending } of cluster.clients) {
        for (const { invokedAt } of pending) {
          const waited = at - Math.max(since, invokedAt);
          waits ||= waited >= SECOND / 3;
          done ||= waited >= SECOND;
        }
      }
    },
    steps: () => [waits, done],
  };
}

/** A follower is so far behind that it is sent the snapshot. */
export function judgeSnapshot(): Judge {
  let taken = false;
  let behind = false;
  let done = false;
  return {
    see: ({ rules }, { hosts }) => {
      const leader = hosts.find(({ server, status }) => server.role === 'leader' && status === 'up')?.server;
      const base = leader?.snapshot?.last.index ?? 0;
      taken ||= base > 0;
      behind ||= hosts.some(({ server, status }) => server !== leader && status !== 'up' && server.log.index < base);
      behind ||= base > 0 && hosts.some(({ server }) => server !== leader && server.log.index < base);
      done ||= rules.includes('sendSnapshot');
    },
    steps: () => [taken, behind || done, done],
  };
}

interface Written {
  readonly value: string;
  readonly begun: Microseconds;
  readonly ended: Microseconds;
}

/** A read is answered with a value that had been replaced before the read was asked for. */
export function judgeStaleRead(): Judge {
  const begun = new Map<string, Microseconds>();
  const written = new Map<string, Written[]>();
  let done = false;
  const note = (transition: Transition) => {
    for (const event of transition.events) {
      if (event.type !== 'invoke' && event.type !== 'return') continue;
      const { operation } = event;
      const name = `${event.client}.${event.serial}`;
      if (event.type === 'invoke') begun.set(name, transition.at);
      else if (event.status === 'ok' && operation.type === 'put') {
        const one = { value: operation.value, begun: begun.get(name) ?? 0, ended: transition.at };
        written.set(operation.key, [...(written.get(operation.key) ?? []), one]);
      } else if (event.status === 'ok' && (operation.type === 'read' || operation.type === 'get')) {
        done ||= isOld(written.get(operation.key) ?? [], event.value, begun.get(name) ?? 0);
      }
    }
  };
  return {
    see: note,
    steps: () => {
      const counts = [...written.values()].map(({ length }) => length);
      return [counts.length > 0, counts.some((count) => count > 1), done];
    },
  };
}

/** Whether all writes of the value were over before another one began that was over before the read. */
function isOld(writes: readonly Written[], value: string | null, readAt: Microseconds): boolean {
  const same = writes.filter((one) => one.value === value);
  if (value !== null && same.length === 0) return false;
  return writes.some(
    (other) => other.value !== value && other.ended < readAt && same.every(({ ended }) => ended < other.begun),
  );
}

/** An entry that a majority stores is overwritten at one of them. */
export function judgeOverwritten(): Judge {
  const spread = new Set<string>();
  let done = false;
  return {
    see: ({ server, before, after }, cluster) => {
      if (server === null || before === null || after === null || before.log === after.log) return;
      for (let entry = after.log; entry.index > 0; ) {
        const { index, term } = entry;
        const holders = cluster.hosts.filter((host) => holds(host.server.log, index, term)).length;
        // What more than a majority stores was noted when the majority was reached.
        if (holders > majorityOf(cluster)) break;
        if (holders === majorityOf(cluster)) spread.add(`${index}.${term}`);
        if (entry.previous === null) break;
        entry = entry.previous;
      }
      for (let entry = before.log; entry.index > 0; ) {
        const { index, term } = entry;
        if (holds(after.log, index, term)) break;
        done ||= spread.has(`${index}.${term}`) && after.log.index >= index;
        if (entry.previous === null) break;
        entry = entry.previous;
      }
    },
    steps: () => [spread.size > 0, done],
  };
}

type Log = Cluster['hosts'][number]['server']['log'];

function holds(log: Log, index: number, term: Term): boolean {
  let entry: Log | null = log;
  while (entry !== null && entry.index > index) {
    entry = entry.jump !== null && entry.jump.index >= index ? entry.jump : entry.previous;
  }
  return entry?.index === index && entry.term === term;
}
