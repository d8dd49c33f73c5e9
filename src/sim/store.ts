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
  readonly answers: Map<number, Answered>;
}

export function createStore(): Store {
  return { values: new Map(), sessions: new Map(), shared: false };
}

/** A copy that is independent, in constant time: whichever of the two changes first copies the maps. */
export function cloneStore(store: Store): Store {
  store.shared = true;
  return { values: store.values, sessions: store.sessions, shared: true };
}

/** The contents as they are now; a later change does not show in them. */
export function contentsOf(store: Store): ReadonlyMap<string, string> {
  store.shared = true;
  return store.values;
}

/** What the store answers: the value that is there now. Not `ok`: the operation changed nothing, because it could not. */
export interface Answered {
  readonly value: string | null;
  readonly ok: boolean;
}

/** The answer to what asks for nothing. */
export const NOTHING: Answered = { value: null, ok: true };

/**
 * Applies one entry and returns the store's answer; a repeat gets the answer of the first time.
 *
 * @param forgetful repeats are executed again: a planted fault
 */
export function applyEntry(store: Store, entry: Entry, forgetful = false): Answered {
  const { command } = entry;
  if (command.type !== 'client') return NOTHING;
  own(store);
  if (forgetful) return execute(store, command);
  const session = sessionOf(store, command);
  if (command.serial < session.oldest) return NOTHING;
  const known = session.answers.get(command.serial);
  if (known !== undefined) return known;
  const answered = execute(store, command);
  session.answers.set(command.serial, answered);
  return answered;
}

function execute(store: Store, { operation }: ClientCommand): Answered {
  const present = store.values.get(operation.key) ?? null;
  const answered = answerTo(operation, present);
  if (answered.value !== null && answered.value !== present) store.values.set(operation.key, answered.value);
  return answered;
}

/**
 * What an operation makes of the value of its key; null: the key is not there. The value that is answered is the value
 * that is there afterwards; a `cas` that finds another one, and an `inc` of what is no number, fail and change nothing.
 */
export function answerTo(operation: Operation, present: string | null): Answered {
  switch (operation.type) {
    case 'get':
    case 'read':
      return { value: present, ok: true };
    case 'put':
      return { value: operation.value, ok: true };
    case 'append':
      return { value: (present ?? '') + operation.value, ok: true };
    case 'inc':
      if (present !== null && !NUMBER.test(present)) return { value: present, ok: false };
      return { value: String(Number(present ?? 0) + 1), ok: true };
    case 'cas':
      return present === operation.expected ? { value: operation.value, ok: true } : { value: present, ok: false };
  }
}

/** A number as `inc` writes it, of at most 15 digits. */
const NUMBER = /^(?:0|[1-9]\d{0,14})$/;

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
