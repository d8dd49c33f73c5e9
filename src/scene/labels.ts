/** What entries are called where there is little room. */
import type { Command, Configuration, ServerId } from '../raft';

/**
 * The label of a configuration entry: the voters by their numbers with who came or went, 123+4 or 123−4, and while
 * two are joint both, 123/345.
 */
export function membersLabel({ voters, next }: Configuration, before: readonly ServerId[] | null): string {
  if (next !== null) return `${voters.join('')}/${next.join('')}`;
  const come = before === null ? [] : voters.filter((id) => !before.includes(id));
  const gone = before === null ? [] : before.filter((id) => !voters.includes(id));
  if (come.length + gone.length !== 1) return voters.join('');
  const stay = voters.filter((id) => !come.includes(id)).join('');
  return come.length > 0 ? `${stay}+${come[0]}` : `${stay}−${gone[0]}`;
}

/** A command as a reader writes it: x←1, x+=1 for append, x? for get, x++, x:1→2 for cas. `noop` is the word for the empty one. */
export function commandLabel(command: Command, noop: string): string {
  if (command.type === 'noop') return noop;
  if (command.type === 'configuration') return membersLabel(command.configuration, null);
  if (command.type === 'opaque') return command.text;
  const { operation } = command;
  switch (operation.type) {
    case 'get':
    case 'read':
      return `${operation.key}?`;
    case 'put':
      return `${operation.key}←${operation.value}`;
    case 'append':
      return `${operation.key}+=${operation.value}`;
    case 'inc':
      return `${operation.key}++`;
    case 'cas':
      return `${operation.key}:${operation.expected ?? '∅'}→${operation.value}`;
  }
}
