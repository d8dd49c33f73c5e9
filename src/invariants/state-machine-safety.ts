import type { Entry, Index, ServerId } from '../raft';
import { type Check, violation } from './property';
import { isSameCommand } from './same';

/** State Machine Safety (Figure 3, §5.4.3): no two servers apply different commands at the same index. */
export function stateMachineSafety(): Check {
  const applied = new Map<Index, { readonly entry: Entry; readonly server: ServerId }>();
  return (transition) => {
    const { server, events } = transition;
    if (server === null) return null;
    for (const event of events) {
      if (event.type !== 'apply') continue;
      const { entry } = event;
      const first = applied.get(entry.index);
      if (first === undefined) {
        applied.set(entry.index, { entry, server });
      } else if (first.entry !== entry && !isSameCommand(first.entry.command, entry.command)) {
        const text = `S${first.server} and S${server} applied different commands at index ${entry.index}`;
        return violation('stateMachineSafety', transition, [first.server, server], text);
      }
    }
    return null;
  };
}
