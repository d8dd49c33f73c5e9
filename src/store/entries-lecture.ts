/**
 * Entries of a lecture, those of a presenter remote among them. They are no part of the registry of the page, because
 * their keys are others there, and are loaded with the lecture, and with the help that lists them.
 */
import type { ActionContext, Entry, LectureControls } from './entry';
import { freeKey, type KeyPress } from './keys';
import { type EntryId, REGISTRY } from './registry';

function lecture<Id extends string>(id: Id, keys: readonly string[], what: keyof LectureControls) {
  return {
    id,
    keys,
    enabled: ({ lecture }: ActionContext): boolean => lecture !== undefined,
    run: ({ lecture }: ActionContext): void => lecture?.[what](),
  };
}

export const LECTURE_ENTRIES = [
  lecture('cueNext', ['PageDown', 'ArrowRight', 'ArrowDown', 'Enter'], 'next'),
  lecture('cueBack', ['PageUp', 'ArrowLeft', 'ArrowUp', 'Backspace'], 'back'),
  lecture('cueFirst', ['Home'], 'first'),
  lecture('cueLast', ['End'], 'last'),
  lecture('black', ['b', '.'], 'black'),
  lecture('presenter', ['s'], 'presenter'),
  lecture('focusServer', ['o'], 'focus'),
  lecture('laser', ['l'], 'laser'),
  lecture('ink', ['d'], 'ink'),
  lecture('wipe', ['e'], 'wipe'),
  lecture('qr', ['q'], 'qr'),
] as const;

export type LectureEntryId = (typeof LECTURE_ENTRIES)[number]['id'];

/** What else can be done in a lecture. */
const OTHERS: readonly EntryId[] = [
  'play',
  'slower',
  'faster',
  'markBack',
  'markForward',
  'selectServer',
  'crash',
  'freeze',
  'expireTimer',
  'isolate',
  'heal',
  'write',
  'undo',
  'fullScreen',
  'close',
];

interface LectureEntry extends Pick<Entry<EntryId | LectureEntryId>, 'id' | 'keys' | 'enabled' | 'run'> {}

const BY_KEY = new Map<string, LectureEntry>(
  [...REGISTRY.filter(({ id }) => OTHERS.includes(id)), ...LECTURE_ENTRIES].flatMap((entry: LectureEntry) =>
    entry.keys.map((key) => [key, entry] as const),
  ),
);

/**
 * The entry that a key stands for in a lecture, with the key; null when the press is not for us.
 *
 * @param shortcuts whether characters are keys; what else a remote has always works
 */
export function lectureEntryForKey(
  press: KeyPress,
  shortcuts: boolean,
): { readonly entry: LectureEntry; readonly key: string } | null {
  const key = freeKey(press);
  const entry = key === null ? undefined : BY_KEY.get(key);
  if (key === null || entry === undefined || (key.length === 1 && !shortcuts)) return null;
  return { entry, key };
}
