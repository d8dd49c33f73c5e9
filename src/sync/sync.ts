/** Windows that follow one another over a named channel. Nothing here waits for an animation frame. */
import { readMessage, type SyncMessage, type SyncRole } from './message';
import { type Reader, Replica } from './replica';

/** What carries messages to all other windows. */
export interface Wire {
  post(message: SyncMessage): void;
  listen(listener: (data: unknown) => void): void;
  close(): void;
}

export interface Peer {
  readonly role: SyncRole;
  /** Of the state that it shows. */
  readonly digest: string;
  /** When it was heard last, in real milliseconds. */
  readonly at: number;
}

export interface Sync {
  readonly id: string;
  value(name: string): unknown;
  /** Writes registers, and tells the others at once. */
  set(values: Readonly<Record<string, unknown>>): void;
  /** As above, of what goes on by itself, and was not done by anybody. */
  goOn(values: Readonly<Record<string, unknown>>): void;
  /** As `set`, but only where nothing is known, and for less than anything that others have written. */
  offer(values: Readonly<Record<string, unknown>>): void;
  /** Called with the names of registers that others have changed; with none when somebody comes or goes. */
  subscribe(listener: (changed: readonly string[]) => void): () => void;
  /** The other windows, by their names. */
  peers(): ReadonlyMap<string, Peer>;
  /** Says again what this window shows. */
  announce(): void;
  /** Says that this window is gone, for now: the next time that it says it is here brings it back. */
  leave(): void;
  close(): void;
}

export interface SyncOptions {
  readonly id: string;
  readonly role: SyncRole;
  readonly wire: Wire;
  readonly readers: Readonly<Record<string, Reader>>;
  /** Of what is shown now. */
  readonly digest: () => string;
  readonly now: () => number;
}

/** How often a window says that it is here and how far it is, in real milliseconds; hidden ones may be slower. */
const EVERY = 1000;
/** Who was not heard for so long is gone: browsers let timers of hidden windows run once a minute. */
const GONE = 70_000;

export function createSync({ id, role, wire, readers, digest, now }: SyncOptions): Sync {
  const replica = new Replica(id, readers);
  const listeners = new Set<(changed: readonly string[]) => void>();
  const peers = new Map<string, Peer>();
  const tell = (changed: readonly string[]) => {
    for (const listener of listeners) listener(changed);
  };
  const here = () => wire.post({ raftarium: 1, type: 'sync:here', id, role, digest: digest() });
  const leave = () => wire.post({ raftarium: 1, type: 'sync:bye', id });
  const meet = (data: unknown) => {
    const message = readMessage(data);
    if (message?.type === 'sync:bye' && peers.delete(message.id)) tell([]);
    if (message?.type !== 'sync:here' || message.id === id) return;
    const known = peers.get(message.id);
    peers.set(message.id, { role: message.role, digest: message.digest, at: now() });
    if (known === undefined) here();
    if (known?.digest !== message.digest || known.role !== message.role) tell([]);
  };
  wire.listen((data) => {
    const { changed, answers } = replica.receive(data);
    for (const answer of answers) wire.post(answer);
    if (changed.length > 0) tell(changed);
    meet(data);
  });
  const timer = setInterval(() => {
    here();
    wire.post(replica.have());
    for (const [name, { at }] of peers) if (now() - at > GONE && peers.delete(name)) tell([]);
  }, EVERY);
  here();
  wire.post(replica.have());
  const set = (values: Readonly<Record<string, unknown>>) => wire.post(replica.set(values));
  return {
    id,
    value: (name) => replica.value(name),
    set,
    goOn: set,
    offer: (values) => wire.post(replica.offer(values)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    peers: () => peers,
    announce: here,
    leave,
    close: () => {
      clearInterval(timer);
      leave();
      wire.close();
    },
  };
}

/** The browser's channel of that name between windows of one origin; null where there is none. */
export function broadcastWire(name: string): Wire | null {
  try {
    const channel = new BroadcastChannel(`raftarium.${name}`);
    return {
      post: (message) => channel.postMessage(message),
      listen: (listener) => {
        channel.onmessage = ({ data }) => listener(data);
      },
      close: () => channel.close(),
    };
  } catch {
    return null;
  }
}
