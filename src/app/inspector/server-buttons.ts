import type { InspectorTexts } from '../../i18n';
import type { EntryId } from '../../store';
import type { IconName } from '../../ui';

type Word = keyof InspectorTexts['app']['server']['buttons'];

export interface ServerButton {
  readonly id: EntryId;
  readonly icon: IconName;
  /** The short name in each of its two states. */
  readonly word: readonly [Word, Word];
}

/** What is done to a server most often. */
export const serverButtons: readonly ServerButton[] = [
  { id: 'crash', icon: 'power', word: ['crash', 'restart'] },
  { id: 'freeze', icon: 'pause', word: ['pause', 'resume'] },
  { id: 'expireTimer', icon: 'timer', word: ['timeout', 'timeout'] },
  { id: 'isolate', icon: 'isolate', word: ['isolate', 'rejoin'] },
];
