/** What is on a server's disk, what its state machine has, and what is left after a crash. */
import type { Around } from './around';
import { promise } from './canvassing';
import { canonical, int, isObject, type Json } from './lines';
import { at, beginsWith, type Log } from './logs';
import { freshMemory, type Server } from './server';
import { blankState, durablePart, merge, type State } from './state';
import { checkLength } from './timer';

/** From here on the state survives, or as much of it as the line says. */
export function persist(server: Server, part: unknown, { report }: Around): void {
  const { state, durable } = server;
  if (!isObject(part)) {
    server.durable = durablePart(state);
  } else {
    const has = (key: string): boolean => Object.hasOwn(part, key);
    const whole = has('log') || has('cmds');
    const upTo = has('logUpTo') ? at(state.log, int(part, 'logUpTo')) : whole ? state.log : null;
    server.durable = {
      term: has('currentTerm') ? state.term : durable.term,
      votedFor: has('votedFor') ? state.votedFor : durable.votedFor,
      log: upTo === null ? durable.log : longer(durable.log, upTo, state.log),
      base: has('base') || upTo !== null ? state.base : durable.base,
    };
    if (has('logUpTo') && upTo === null) report('format', `${server.id} has no entry ${String(part.logUpTo)}`);
    if (has('currentTerm') && int(part, 'currentTerm') !== state.term)
      report('durability', `${server.id} writes another term than its own`);
    if (has('votedFor') && part.votedFor !== state.votedFor)
      report('durability', `${server.id} writes another vote than its own`);
  }
  promise(server, server.durable.term, server.durable.votedFor, report);
}

/** Writing the first entries anew does not take away those behind them that are right. */
function longer(durable: Log, upTo: Log, log: Log): Log {
  return beginsWith(durable, upTo) && beginsWith(log, durable) ? durable : upTo;
}

/** One entry is handed to the state machine. */
export function apply(server: Server, line: Json, { report, history }: Around): void {
  const index = int(line, 'index');
  const entry = `${int(line, 'term')} ${canonical(line.cmd ?? null)}`;
  const { id, state } = server;
  if (index !== server.applied + 1) report('apply', `${id} applies ${index} after ${server.applied}`);
  if (index > state.commitIndex) report('apply', `${id} applies ${index}, which it does not hold for committed`);
  const held = at(state.log, index);
  if (held === null || `${held.term} ${held.cmd}` !== entry)
    report('apply', `${id} applies what its log does not hold`);
  server.applied = index;
  history.apply(index, entry, canonical(line.result ?? null));
}

export function crash(server: Server): void {
  server.alive = false;
  server.input = null;
}

/** What is back is what was on disk, and nothing else; what the snapshot covers is applied. */
export function restart(server: Server, line: Json, around: Around): void {
  const { id, alive } = server;
  const { report, history, time } = around;
  if (alive) report('restart', `${id} restarts and was not down`);
  if (!isObject(line.state)) {
    report('format', 'restart needs the full state');
    return;
  }
  const state = merge(blankState(history.root), line.state, history, report);
  checkRestart(server, state, around);
  if (state.deadline !== null) checkLength(id, state.deadline, around);
  server.alive = true;
  server.state = state;
  server.applied = state.base.index;
  server.memory = freshMemory(time);
  server.input = { kind: 'restart', message: null, cmd: null, time, before: state, answered: false };
}

function checkRestart({ id, durable }: Server, state: State, { report }: Around): void {
  const wrong = (what: string) => report('restart', `${id} comes back with another ${what} than was on disk`);
  if (state.term !== durable.term) wrong('currentTerm');
  if (state.votedFor !== durable.votedFor) wrong('votedFor');
  if (state.log !== durable.log) wrong('log');
  if (state.base !== durable.base) wrong('snapshot');
  const { commitIndex, lastApplied, base } = state;
  const leads = state.votes.length + Object.keys(state.match).length > 0;
  const idle = state.role === 'follower' || state.role === 'learner';
  if (!idle || leads || commitIndex !== base.index || lastApplied !== base.index) {
    report('restart', `${id} comes back with volatile state`);
  }
}
