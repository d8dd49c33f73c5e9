import type { EntryId } from '../../store';
import type { IconName } from '../../ui';

/** What is done to a server most often. */
export const serverButtons: readonly { readonly id: EntryId; readonly icon: IconName }[] = [
  { id: 'crash', icon: 'power' },
  { id: 'freeze', icon: 'pause' },
  { id: 'expireTimer', icon: 'timer' },
  { id: 'isolate', icon: 'isolate' },
];
