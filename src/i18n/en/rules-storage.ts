/** Words for the rules of snapshots, and of reads beside the log. */
import type { Facts } from '../sentences';
import { common } from './common';
import { isMajority, me, verb, words, you } from './rule-words';

const { servers, entries } = common;

/** "what x holds". */
const what = ({ key }: Facts): string => (key === '' ? 'what it asked for' : `what ${key} holds`);

const applied = ({ index }: Facts): string => (index === 0 ? 'nothing' : `everything up to entry ${index}`);

/** Who confirmed the leader. */
const confirmed = (f: Facts): string => {
  const others = f.members.filter((id) => id !== f.server);
  if (others.length === 0) return `${me(f)} is a majority by itself, so it leads for certain.`;
  return `${servers(others)} ${verb(others, 'has', 'have')} answered what ${me(f)} sent after the read came, so ${me(f)} led then. With ${me(f)} itself: ${isMajority(f).replace(/^./, (first) => first.toLowerCase())}`;
};

/** Who keeps the lease going. */
const lease = (f: Facts): string => {
  const others = f.members.filter((id) => id !== f.server);
  if (others.length === 0) return `${me(f)} is a majority by itself.`;
  return `What ${me(f)} sent in the last nine tenths of the least election timeout, ${servers(others)} ${verb(others, 'has', 'have')} answered.`;
};

export const storageRules = {
  takeSnapshot: words(
    (f) => `Why does the log of ${me(f)} begin later?`,
    (f) =>
      `${me(f)} has applied ${entries(1, f.index)}, so a snapshot of its state machine can stand for ${f.from === 1 ? (f.index === 1 ? 'it' : 'them') : `${entries(f.from, f.index)} too`}. Its log goes on after entry ${f.index}.`,
    (f) => `${me(f)} took a snapshot up to entry ${f.index}`,
    'A snapshot of the state machine replaces the entries that led to it.',
  ),
  sendSnapshot: words(
    (f) => `Why does ${me(f)} send a snapshot?`,
    (f) =>
      `${servers(f.others)} may lack entries that the log of ${me(f)} no longer holds: up to entry ${f.index} there is only its snapshot. So ${me(f)} sends that.`,
    (f) => `${me(f)} sent its snapshot up to entry ${f.index}`,
    'A server whose next entry is no longer in the log is sent the snapshot.',
  ),
  installSnapshot: words(
    (f) => `Why did ${me(f)} take a snapshot from ${you(f)}?`,
    (f) =>
      f.broken === 'snapshotRules'
        ? `${me(f)} knew of commits up to entry ${f.from}, and the snapshot reaches only to entry ${f.index}. In this run ${me(f)} takes it all the same, and its state machine goes back.`
        : `The snapshot stands for all entries up to ${f.index}, while ${me(f)} knew of ${f.from === 0 ? 'no commit' : `commits up to entry ${f.from}`}. It takes over the state machine of ${you(f)} as it was then.`,
    (f) => `${me(f)} installed the snapshot up to entry ${f.index}`,
    'A snapshot that reaches further replaces what the server has.',
  ),
  keepAfterSnapshot: words(
    (f) => `Why did ${me(f)} keep its log?`,
    (f) =>
      f.broken === 'snapshotRules'
        ? `The log of ${me(f)} does not match at entry ${f.index}, where the snapshot ends. In this run what follows stays all the same.`
        : `The log of ${me(f)} holds entry ${f.index} of term ${f.otherTerm}, the last one of the snapshot. So both match up to there, and what follows stays.`,
    (f) => `${me(f)} kept what follows entry ${f.index}`,
    'Entries after the snapshot stay if the log held its last entry.',
  ),
  ignoreOldSnapshot: words(
    () => 'Why does this snapshot change nothing?',
    (f) =>
      `${me(f)} knows of commits up to entry ${f.from}; the snapshot of ${you(f)} ends with entry ${f.index}. To take it would take the state machine back.`,
    (f) => `${me(f)} ignored an old snapshot`,
    'A snapshot of what is committed here already changes nothing.',
  ),

  beginRead: words(
    (f) => `Why does client ${f.client} have to wait for its read?`,
    (f) =>
      `Client ${f.client} asks ${me(f)} ${what(f)}. Another leader might have come without ${me(f)} knowing: it notes commitIndex ${f.index}, sends heartbeats and answers once a majority has answered them.`,
    (f) => `${me(f)} noted commitIndex ${f.index} and sent heartbeats`,
    'A read notes the commitIndex and waits for a majority to confirm the leader.',
  ),
  readAwaitsOwnTerm: words(
    (f) => `Why does client ${f.client} have to wait for its read?`,
    (f) =>
      `${me(f)} leads term ${f.term}, but no entry of that term is committed yet. Its log has everything that is committed, but it does not know how far that reaches; client ${f.client} waits until it does.`,
    (f) => `${me(f)} did not know yet how far commits reach`,
    'A new leader answers no read before an entry of its term is committed.',
  ),
  serveRead: words(
    (f) => `Why may ${me(f)} answer the read now?`,
    (f) => `${confirmed(f)} It has applied ${applied(f)}, so it can tell client ${f.client} ${what(f)}.`,
    (f) => `${me(f)} answered the read of client ${f.client}`,
    'Confirmed since the read came, and applied far enough: the leader answers.',
  ),
  readByLease: words(
    (f) => `Why does ${me(f)} answer the read at once?`,
    (f) =>
      f.broken === 'leaseDrift'
        ? `${me(f)} counts on its lease to the very end of an election timeout, even while it hands over. Clocks that drift can make that wrong: this run leaves no margin.`
        : `${lease(f)} Voters hold to a leader longer than that, so nobody else can lead yet, and ${me(f)} tells client ${f.client} ${what(f)} without asking.`,
    (f) => `${me(f)} answered by its lease`,
    'During its lease a leader answers at once: nobody else can lead yet.',
  ),
  readStale: words(
    (f) => `How fresh is this answer of ${me(f)}?`,
    (f) =>
      `Client ${f.client} takes an old answer, so ${me(f)} asks nobody: it tells ${what(f)} after applying ${applied(f)}. Others may be further.`,
    (f) => `${me(f)} answered from what it has applied`,
    'Any server answers a stale read from what it has applied.',
  ),
};
