/**
 * Embeds on one page agree which of them plays unasked: whoever wants to asks all others, and plays when nobody objects.
 * They talk over a BroadcastChannel, and because in a sandbox without an origin that reaches nobody, from frame to frame.
 */

/**
 * - ask: I want to play; - held: I play; - first: I asked before you, or with you and my id is smaller; - free: I stopped
 */
export type TurnWord = 'ask' | 'held' | 'first' | 'free';

export interface TurnMessage {
  readonly word: TurnWord;
  /** Who says so; of two that ask at once the smaller one wins. */
  readonly id: string;
}

export interface TurnChannel {
  send(message: TurnMessage): void;
  /** Hears what others say. */
  listen(listener: (message: TurnMessage) => void): void;
}

export interface Turns {
  /** Wants to play; `onGranted` is called when it is its turn. */
  ask(): void;
  /** Does not play any more, and does not want to. */
  release(): void;
}

/** How long objections are waited for, in real milliseconds. */
const PATIENCE = 150;

/** Who waits asks again after so long: words come over several ways, and an old one may come last. */
const AGAIN = 2000;

interface TurnOptions {
  readonly id: string;
  readonly channel: TurnChannel;
  onGranted(): void;
  /** Somebody else plays too, and was first. */
  onLost(): void;
  /** Calls after so many milliseconds. */
  later(work: () => void, milliseconds: number): void;
}

export function createTurns({ id, channel, onGranted, onLost, later }: TurnOptions): Turns {
  let state: 'idle' | 'asking' | 'waiting' | 'holding' = 'idle';
  let asked = 0;
  const say = (word: TurnWord) => channel.send({ word, id });
  const wait = () => {
    state = 'waiting';
    const now = ++asked;
    later(() => {
      if (state === 'waiting' && now === asked) ask();
    }, AGAIN);
  };
  const ask = () => {
    state = 'asking';
    const now = ++asked;
    say('ask');
    later(() => {
      if (state !== 'asking' || now !== asked) return;
      state = 'holding';
      // Where an objection comes late, two may hold: the smaller one stays.
      say('held');
      onGranted();
    }, PATIENCE);
  };
  channel.listen(({ word, id: other }) => {
    if (other === id) return;
    if (word === 'ask') {
      if (state === 'holding') say('held');
      else if (state === 'asking' && id < other) say('first');
      else if (state === 'asking') wait();
    } else if (word === 'first') {
      if (state === 'asking') wait();
    } else if (word === 'held') {
      if (state === 'asking') wait();
      else if (state === 'holding' && other < id) {
        wait();
        onLost();
      } else if (state === 'holding') {
        say('held');
      }
    } else if (state === 'waiting') {
      ask();
    }
  });
  return {
    ask: () => {
      if (state === 'idle') ask();
    },
    release: () => {
      const tells = state === 'holding' || state === 'asking';
      state = 'idle';
      if (tells) say('free');
    },
  };
}

const WORDS: readonly TurnWord[] = ['ask', 'held', 'first', 'free'];

const NAME = 'raftarium.turns';

/** Both ways at once; a message that comes twice does nothing more. */
export function browserChannel(): TurnChannel {
  const broadcast = openBroadcast();
  const wrap = (turn: TurnMessage) => ({ raftarium: 1, type: 'turn', turn });
  return {
    send: (turn) => {
      broadcast?.postMessage(wrap(turn));
      for (const frame of around()) frame.postMessage(wrap(turn), '*');
    },
    listen: (listener) => {
      const hear = ({ data }: MessageEvent) => {
        const turn = readTurn(data);
        if (turn !== null) listener(turn);
      };
      broadcast?.addEventListener('message', hear);
      window.addEventListener('message', hear);
    },
  };
}

/** What somebody says about turns, or null for anything else. */
export function readTurn(data: unknown): TurnMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { raftarium, type, turn } = data as Record<string, unknown>;
  if (raftarium !== 1 || type !== 'turn' || typeof turn !== 'object' || turn === null) return null;
  const { word, id } = turn as Record<string, unknown>;
  if (typeof id !== 'string' || id.length > 100) return null;
  return WORDS.includes(word as TurnWord) ? { word: word as TurnWord, id } : null;
}

function openBroadcast(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return null;
  }
}

/** The other frames of the page around, and that page, where custom elements hand on what is said. */
function around(): Window[] {
  const { parent } = window;
  if (parent === window) return [];
  const frames = Array.from({ length: Math.min(parent.length, 100) }, (_, i) => parent[i]).filter(
    (frame) => frame !== window,
  );
  return [parent, ...frames];
}
