/** The Raft groups of a run: which one is shown, and how all of them are. */
import type { Role, ServerId, Term } from '../raft';
import { groupRun, type HostStatus } from '../sim';
import { clusterAt, createTrace, fork, type Trace } from '../trace';
import { type Core, jumped, replaceSession } from './core';

/** One group at an instant. */
export interface GroupState {
  /** From 1. */
  readonly group: number;
  /** The running leader of its highest term, or null. */
  readonly leader: ServerId | null;
  /** Its highest term. */
  readonly term: Term;
  /** Index 0 is S1. */
  readonly members: readonly { readonly role: Role; readonly status: HostStatus }[];
}

/** Shows another group at the same instant; nothing happens for one that does not exist. */
export function showGroup(core: Core, group: number): void {
  const { session } = core.state.getState();
  if (group === session.group || group < 1 || group > session.run.config.groups) return;
  const { trace: left, time } = core.playhead;
  const trace = traceOf(core, group);
  core.others.set(session.group, { whole: session.run, trace: left });
  core.others.delete(group);
  clusterAt(trace, time);
  replaceSession(core, { ...session, group, trace }, time);
  jumped(core);
}

/** All groups at the play head, the first one first. */
export function groupStates(core: Core): readonly GroupState[] {
  const { run } = core.state.getState().session;
  return Array.from({ length: run.config.groups }, (_, i) => stateOf(core, i + 1));
}

function stateOf(core: Core, group: number): GroupState {
  const { hosts } = clusterAt(traceOf(core, group), core.playhead.time);
  let leader: ServerId | null = null;
  let ofTerm = -1;
  for (const { id, status, server } of hosts) {
    if (server.role !== 'leader' || status === 'crashed' || server.currentTerm <= ofTerm) continue;
    leader = id;
    ofTerm = server.currentTerm;
  }
  const term = Math.max(...hosts.map(({ server }) => server.currentTerm));
  return { group, leader, term, members: hosts.map(({ server, status }) => ({ role: server.role, status })) };
}

/** The trace of a group; what it has in common with the last one that was made is not simulated again. */
function traceOf(core: Core, group: number): Trace {
  const { session } = core.state.getState();
  if (group === session.group) return core.playhead.trace;
  const known = core.others.get(group);
  if (known?.whole === session.run) return known.trace;
  const run = groupRun(session.run, group);
  const trace = known === undefined ? createTrace(run) : fork(known.trace, run);
  core.others.set(group, { whole: session.run, trace });
  return trace;
}
