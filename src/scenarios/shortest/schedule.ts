/**
 * A schedule in the words in which the shortest ways to break a rule are known, and what it takes to bring it about
 * here: in a world where no timer runs out by itself, the network lets exactly the named exchanges through.
 *
 * A step is a timer that runs out, a request of a client, a restart, a change of members, a read, or an RPC that is
 * handled with its answer. Steps that do not concern each other may change places; the order here is the one that needs
 * the fewest actions.
 */
import { assert } from '../../base';
import type { ReadMode, ServerId } from '../../raft';
import { type Action, link, MILLISECOND, type RecordedAction } from '../../sim';
import { changeMembers, crash, expireTimer, heal, partition, put, read, restart } from '../scenario';

export type Step =
  /** Something is done to servers; what they send then reaches those that the RPCs after it name, and nobody else. */
  | {
      readonly type: 'cause';
      readonly by: readonly ServerId[];
      readonly actions: readonly Action[];
      readonly counts: number;
      /** How many milliseconds after the action before it; null: when what comes of that is over. */
      readonly after: number | null;
    }
  | { readonly type: 'rpc'; readonly from: ServerId; readonly to: readonly ServerId[] };

type Cause = Extract<Step, { type: 'cause' }>;

const cause = (by: readonly ServerId[], actions: readonly Action[], counts = 1): Cause => ({
  type: 'cause',
  by,
  actions,
  counts,
  after: null,
});

/** Election timers run out, of several servers at once. */
export const timeout = (...servers: ServerId[]): Step => cause(servers, servers.map(expireTimer), servers.length);
/** The request for a vote of one server is handled by others, and their answers by it. */
export const vote = (from: ServerId, ...to: ServerId[]): Step => ({ type: 'rpc', from, to });
/** The same with AppendEntries. */
export const append = vote;
/** A client asks the server to set x. */
export const request = (server: ServerId, value: string): Step => cause([server], [put('x', value, server)]);
export const restarts = (server: ServerId): Step => cause([server], [crash(server), restart(server)]);
export const reconfigure = (server: ServerId, ...voters: ServerId[]): Step =>
  cause([server], [changeMembers(server, voters)]);
export const reads = (server: ServerId, mode: ReadMode): Step => cause([server], [read('x', mode, server)]);
/** A leader's heartbeat timer runs out. It is no step: the AppendEntries that follow are. */
export const beat = (server: ServerId): Step => cause([server], [expireTimer(server)], 0);
/** What our world needs beside the schedule. @param after milliseconds after the action before it; else in its turn */
export const also = (action: Action, after: number | null = null): Step => ({ ...cause([], [action], 0), after });

/** How many steps a schedule has. */
export function countSteps(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + (step.type === 'cause' ? step.counts : step.to.length), 0);
}

/** An exchange of messages with both ways, the disk and a client's request is over after this. */
const BEAT = 120;
/** The network changes before it is used, so that one sees both. */
const LEAD = 30;
/** Between actions that belong together, in milliseconds. */
const SOON = 2;
const RESTART = 40;

/** The actions, in the order of time. @param voters those that vote at first: the others hear nothing before a change */
export function actionsOf(steps: readonly Step[], voters: readonly ServerId[]): RecordedAction[] {
  const recorded: RecordedAction[] = [];
  const world = new Network(voters);
  let at = BEAT - LEAD;
  let last = 0;
  const note = (action: Action, time = at): void => {
    recorded.push({ at: time * MILLISECOND, action });
    last = time;
    world.follow(action);
  };
  for (const { first, rpcs } of acts(steps)) {
    if (first.after !== null) {
      note(first.actions[0], last + first.after);
      continue;
    }
    const change = world.changeFor(first, rpcs);
    if (change !== null) {
      note(change);
      at += LEAD;
    }
    for (const [i, action] of first.actions.entries()) {
      if (i > 0) at += action.type === 'restart' ? RESTART : SOON;
      note(action);
    }
    at += first.by.length > 0 ? BEAT - LEAD : LEAD;
  }
  return recorded;
}

interface Act {
  readonly first: Cause;
  readonly rpcs: Extract<Step, { type: 'rpc' }>[];
}

/** Each cause with the RPCs that come of it. */
function acts(steps: readonly Step[]): Act[] {
  const found: Act[] = [];
  for (const step of steps) {
    if (step.type === 'cause') {
      found.push({ first: step, rpcs: [] });
      continue;
    }
    const last = found.at(-1);
    assert(last?.first.by.includes(step.from) === true, 'an RPC follows what makes its server send it');
    last.rpcs.push(step);
  }
  return found;
}

/** Who reaches whom, as far as the actions so far say. */
class Network {
  private readonly known: Set<ServerId>;
  private groups: readonly (readonly ServerId[])[] = [];
  private readonly held = new Set<number>();

  constructor(voters: readonly ServerId[]) {
    this.known = new Set(voters);
  }

  follow(action: Action): void {
    if (action.type === 'partition') this.groups = action.groups;
    if (action.type === 'heal') this.groups = [];
    if (action.type === 'hold') this.held.add(link(action.from, action.to));
    if (action.type === 'release') this.held.delete(link(action.from, action.to));
    if (action.type === 'changeMembers') for (const id of action.voters) this.known.add(id);
  }

  /** What must be done to the network before the cause, or null: each of its servers must reach those of its RPCs alone. */
  changeFor({ by, actions }: Cause, rpcs: Act['rpcs']): Action | null {
    const joining = actions.flatMap((action) => (action.type === 'changeMembers' ? action.voters : []));
    const others = [...new Set([...this.known, ...joining])].sort((a, b) => a - b);
    const heard = (from: ServerId, to: ServerId) => rpcs.some((rpc) => rpc.from === from && rpc.to.includes(to));
    const suits = (groups: typeof this.groups): boolean =>
      by.every((from) =>
        others.every(
          (to) => to === from || this.held.has(link(from, to)) || isLinked(groups, from, to) === heard(from, to),
        ),
      );
    if (isSilent(actions) || suits(this.groups)) return null;
    if (suits([])) return heal();
    const near = others.filter((id) => by.includes(id) || by.some((from) => heard(from, id)));
    const sides = [near, others.filter((id) => !near.includes(id))];
    assert(suits(sides), 'two sides are enough');
    return partition(...sides);
  }
}

/** Nothing is sent to other servers because of these. */
const isSilent = (actions: readonly Action[]): boolean =>
  actions.every(({ type }) => type === 'crash' || type === 'restart');

function isLinked(groups: readonly (readonly ServerId[])[], from: ServerId, to: ServerId): boolean {
  const groupOf = (id: ServerId) => groups.findIndex((group) => group.includes(id));
  return groupOf(from) === groupOf(to);
}
