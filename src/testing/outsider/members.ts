/** What a leader may append, above all changes of the members: §6, D§4.1 and its correction of 2015. */
import type { Around } from './around';
import { type Config, configIn, isMember, nameOf, sameServers } from './config';
import { at, type Log } from './logs';
import type { Input, Server } from './server';
import type { State } from './state';

/** The entries that a leader has put behind its log: one for its client, changes of members, one to begin its term. */
export function checkAppended(server: Server, before: State, input: Input, { report }: Around): void {
  const { id, state } = server;
  let free = before.role === 'leader' && before.term === state.term ? 0 : 1;
  let cmd = input.cmd;
  for (let index = before.log.index + 1; index <= state.log.index; index++) {
    const entry = at(state.log, index) as Log;
    if (entry.term !== state.term) report('log', `${id} appends an entry of term ${entry.term} in term ${state.term}`);
    const config = configIn(entry.cmd);
    if (config !== null) {
      const wrong = faultOfChange(state, entry, config);
      if (wrong !== null) report('membership', `${id} begins ${nameOf(config)} ${wrong}`);
    } else if (cmd === entry.cmd) {
      cmd = null;
    } else if (free > 0) {
      free--;
    } else {
      report('log', `${id} appends what nobody asked for`);
    }
  }
}

/** Why the entry may not follow in this leader's log; null: it may. */
function faultOfChange({ log, term, commitIndex }: State, entry: Log, config: Config): string | null {
  const { config: old, configIndex } = entry.parent as Log;
  if (commitIndex < configIndex) return `before ${nameOf(old)} is committed`;
  if (old.next !== null) {
    const leaves = config.next === null && sameServers(config.voters, old.next);
    return leaves ? null : `although ${nameOf(old)} is joint`;
  }
  if (config.voters.length === 0 || config.next?.length === 0) return 'in which nobody votes';
  if (config.next !== null) {
    return sameServers(config.voters, old.voters) ? null : `which does not begin with ${nameOf(old)}`;
  }
  const added = config.voters.filter((id) => !old.voters.includes(id)).length;
  const removed = old.voters.filter((id) => !config.voters.includes(id)).length;
  if (added + removed > 1) return `at once after ${nameOf(old)}`;
  return at(log, commitIndex)?.term === term ? null : 'before an entry of its own term is committed';
}

/** When a handler is over: a leader that is not of a committed Cnew has left (§6). */
export function checkHasLeft({ id, state }: Server, { report }: Around): void {
  const { config, configIndex } = state.log;
  if (state.role !== 'leader' || config.next !== null || isMember(config, id)) return;
  if (state.commitIndex >= configIndex) report('membership', `${id} leads on and is not of ${nameOf(config)}`);
}
