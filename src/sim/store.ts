/** The replicated state machine: a key-value store that executes each client operation exactly once (§8, D§6.3). */
import type { ClientCommand, Entry, Operation } from '../raft';

export interface Store {
  values: Map<string, string>;
  sessions: Map<number, Session>;
  /** The maps belong to a copy, too: they are copied before the next change. */
  shared: boolean;
}

/** What the store remembers of one client. */
export interface Session {
  /** The client has the answers to all its operations below this serial: a repeat of one is ignored. */
  oldest: number;
  /** The answers it may still ask for again, by serial. */
  readonly answers: Map<number, string | null>;
}

export function createStore(): Store {
  return { values: new Map(), sessions: new Map(), shared: false };
}

/** A copy that is independent, in constant time: whichever of the two changes first copies the maps. */
export function cloneStore(store: Store): Store {
  store.shared = true;
  return { ...store };
}

/** The contents as they are now; a later change does not show in them. */
export function contentsOf(store: Store): ReadonlyMap<string, string> {
  store.shared = true;
  return store.values;
}

/**
 * Applies one entry and returns the store's answer; a repeat gets the answer of the first time.
 *
 * @param forgetful repeats are executed again: a planted fault
 */
export function applyEntry(store: Store, entry: Entry, forgetful = false): string | null {
  const { command } = entry;
  if (command.type !== 'client') return null;
  own(store);
  if (forgetful) return execute(store, command);
  const session = sessionOf(store, command);
  if (command.serial < session.oldest) return null;
  const known = session.answers.get(command.serial);
  if (known !== undefined) return known;
  const value = execute(store, command);
  session.answers.set(command.serial, value);
  return value;
}

function execute(store: Store, { operation }: ClientCommand): string | null {
  const present = store.values.get(operation.key) ?? null;
  const outcome = outcomeOf(operation, present);
  if (outcome.value !== null && outcome.value !== present) store.values.set(operation.key, outcome.value);
  return outcome.answer;
}

/** What a key holds after an operation, and what the store answers. A cas answers "true" or "false". */
export interface Outcome {
  readonly value: string | null;
  readonly answer: string | null;
}

/** What an operation does to the value of its key; null: the key is not there. The meaning of all operations. */
export function outcomeOf(operation: Operation, present: string | null): Outcome {
  switch (operation.type) {
    case 'get':
    case 'read':
      return { value: present, answer: present };
    case 'put':
      return { value: operation.value, answer: operation.value };
    case 'append': {
      const value = (present ?? '') + operation.value;
      return { value, answer: value };
    }
    case 'inc': {
      const value = String(toNumber(present) + 1);
      return { value, answer: value };
    }
    case 'cas':
      return present === operation.expected
        ? { value: operation.value, answer: 'true' }
        : { value: present, answer: 'false' };
  }
}

/** Numbers of at most 15 digits; anything else counts as 0. */
const toNumber = (text: string | null): number => (text !== null && /^\d{1,15}$/.test(text) ? Number(text) : 0);

/** The client's session, without the answers that the client says it has. */
function sessionOf(store: Store, command: ClientCommand): Session {
  let session = store.sessions.get(command.client);
  if (session === undefined) {
    session = { oldest: 0, answers: new Map() };
    store.sessions.set(command.client, session);
  }
  if (command.oldest > session.oldest) {
    for (let serial = session.oldest; serial < command.oldest; serial++) session.answers.delete(serial);
    session.oldest = command.oldest;
  }
  return session;
}

function own(store: Store): void {
  if (!store.shared) return;
  store.values = new Map(store.values);
  const copy = ({ oldest, answers }: Session): Session => ({ oldest, answers: new Map(answers) });
  store.sessions = new Map([...store.sessions].map(([client, session]) => [client, copy(session)]));
  store.shared = false;
}
