/** Results that outlive the page: the latest experiments, bounded, in the browser's storage; or nowhere, where it is denied. */
import { type Experiment, linesOf, type Outcome } from '../../lab';
import { labAddress } from './address';

type Store = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'raftarium.lab';
const VERSION = 1;
/** How many experiments are kept, and how many characters in all. */
const MOST = 4;
const CHARACTERS = 2_000_000;

/** The results of one experiment, by its address; of each line its trials from the first on. */
interface Kept {
  readonly address: string;
  /** For each trial its value, or -1 for never, and its instant. */
  readonly lines: readonly (readonly number[])[];
}

/** Null where storage is denied: merely naming it may throw. */
export function labStorage(): Store | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Keeps the results of an experiment in place of older ones. Never throws. */
export function keepResults(
  store: Store | null,
  experiment: Experiment,
  results: readonly (readonly Outcome[])[],
): void {
  const address = labAddress(experiment);
  const lines = results.map((outcomes) => fromFirst(outcomes).flatMap(({ value, at }) => [packed(value), at]));
  const all = [{ address, lines }, ...readAll(store).filter((kept) => kept.address !== address)].slice(0, MOST);
  for (let count = all.length; count >= 1; count--) {
    const text = JSON.stringify({ version: VERSION, kept: all.slice(0, count) });
    if (text.length > CHARACTERS) continue;
    try {
      store?.setItem(KEY, text);
      return;
    } catch {
      // No room: with fewer it may fit.
    }
  }
}

/** What is kept of an experiment, as results; null: nothing. */
export function keptResults(store: Store | null, experiment: Experiment): Outcome[][] | null {
  const address = labAddress(experiment);
  const kept = readAll(store).find((one) => one.address === address);
  if (kept === undefined) return null;
  const results = linesOf(experiment).map(({ index, trials }) => unpacked(kept.lines[index] ?? []).slice(0, trials));
  return results.some((outcomes) => outcomes.length > 0) ? results : null;
}

/** The outcomes up to the first gap. */
export function fromFirst(outcomes: readonly (Outcome | undefined)[]): Outcome[] {
  const found: Outcome[] = [];
  for (let trial = 0; outcomes[trial] !== undefined; trial++) found.push(outcomes[trial] as Outcome);
  return found;
}

const packed = (value: number | null): number => (value === null ? -1 : value);

function unpacked(numbers: readonly number[]): Outcome[] {
  const outcomes: Outcome[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const [value, at] = [numbers[i], numbers[i + 1]];
    outcomes.push({ trial: i / 2, value: value < 0 ? null : value, at });
  }
  return outcomes;
}

function readAll(store: Store | null): Kept[] {
  try {
    const read: unknown = JSON.parse(store?.getItem(KEY) ?? 'null');
    if (typeof read !== 'object' || read === null || !('version' in read) || read.version !== VERSION) return [];
    const list: unknown = 'kept' in read ? read.kept : [];
    return Array.isArray(list) ? list.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null || !('address' in value) || !('lines' in value)) return false;
  const { address, lines } = value;
  const isNumbers = (line: unknown) => Array.isArray(line) && line.every((number) => Number.isFinite(number));
  return typeof address === 'string' && Array.isArray(lines) && lines.every(isNumbers);
}
