/** Why something happened that no rule of the protocol says: what was done from outside, networks, disks, clients. */
import type { Facts, Words } from '../sentences';
import { common } from './common';

const { server, servers, capital } = common;

const words = (question: Words['question'], why: Words['why'], step: Words['step']): Words => ({ question, why, step });

/** The other end of a client's message is no server. */
const party = (id: number): string => (id === 0 ? 'the client' : server(id));
const me = (facts: Facts): string => party(facts.server);
const you = (facts: Facts): string => party(facts.other);
const message = (facts: Facts): string => (facts.heartbeat ? common.heartbeat : common.message[facts.message]);
const way = (facts: Facts): string => `from ${me(facts)} to ${you(facts)}`;

const REASONS = {
  cut: 'the network is cut on its way',
  loss: 'the network lost it',
  dropped: 'you dropped it',
  crashed: 'its receiver has crashed',
};

/** One side off from the other, or "S1 | S2 | S3" where there are more sides than two. */
const parted = ({ groups }: Facts): string =>
  groups.length === 2
    ? `You cut ${servers(groups[0])} off from ${servers(groups[1])}`
    : `You cut the network into ${groups.map((group) => servers(group)).join(' | ')}`;

export const events = {
  electionTimer: words(
    (f) => `Why did the timer of ${me(f)} run out?`,
    (f) => `${me(f)} heard from no leader for the whole of its election timeout.`,
    (f) => `${me(f)}’s election timer ran out`,
  ),
  crash: words(
    (f) => `What did ${me(f)} lose?`,
    (f) => `You crashed ${me(f)}. Term, vote and log are safe on its disk; everything else is gone.`,
    (f) => `You crashed ${me(f)}`,
  ),
  pause: words(
    (f) => `What does ${me(f)} do now?`,
    (f) => `You paused ${me(f)}. It keeps its state but handles nothing, and what arrives waits.`,
    (f) => `You paused ${me(f)}`,
  ),
  resume: words(
    (f) => `What does ${me(f)} do now?`,
    (f) =>
      `You resumed ${me(f)}. It handles what waited, in the order of arrival, and may find that time went on without it.`,
    (f) => `You resumed ${me(f)}`,
  ),
  expireTimer: words(
    (f) => `What happens to ${me(f)} now?`,
    (f) => `You let the timer of ${me(f)} run out at once.`,
    (f) => `You let the timer of ${me(f)} run out`,
  ),
  setClock: words(
    (f) => `How does ${me(f)} see time now?`,
    (f) => `You changed the clock of ${me(f)}. Its timers follow its own clock.`,
    (f) => `You changed the clock of ${me(f)}`,
  ),
  setDisk: words(
    (f) => `How fast is the disk of ${me(f)} now?`,
    (f) => `You changed the disk of ${me(f)}. It answers only after its writes are done.`,
    (f) => `You changed the disk of ${me(f)}`,
  ),
  partition: words(
    () => 'Who can reach whom?',
    (f) => `${parted(f)}. Only a side with a majority can elect a leader and commit.`,
    () => 'You partitioned the network',
  ),
  isolate: words(
    (f) => `Whom can ${me(f)} reach?`,
    (f) => `You isolated ${me(f)}. No other server reaches it, and it reaches none.`,
    (f) => `You isolated ${me(f)}`,
  ),
  rejoin: words(
    (f) => `Whom can ${me(f)} reach?`,
    (f) => `You let ${me(f)} rejoin the network.`,
    (f) => `You let ${me(f)} rejoin`,
  ),
  cut: words(
    (f) => `Can ${me(f)} reach ${you(f)}?`,
    (f) => `You cut the link ${way(f)}. The other direction still works.`,
    (f) => `You cut the link ${way(f)}`,
  ),
  repair: words(
    (f) => `Can ${me(f)} reach ${you(f)}?`,
    (f) => `You repaired the link ${way(f)}.`,
    (f) => `You repaired the link ${way(f)}`,
  ),
  heal: words(
    () => 'Who can reach whom?',
    () => 'You healed the network: every server reaches every other again.',
    () => 'You healed the network',
  ),
  hold: words(
    (f) => `What becomes of messages ${way(f)}?`,
    (f) => `You hold the link ${way(f)}. Messages wait at its end until you release it.`,
    (f) => `You held the link ${way(f)}`,
  ),
  release: words(
    (f) => `What becomes of messages ${way(f)}?`,
    (f) => `You released the link ${way(f)}. What waited there arrives now.`,
    (f) => `You released the link ${way(f)}`,
  ),
  setNetwork: words(
    () => 'How good is the network now?',
    () => 'You changed the latency, loss or duplication of the whole network.',
    () => 'You changed the network',
  ),
  setLink: words(
    (f) => `How good is the link ${way(f)} now?`,
    (f) => `You changed the latency, loss or duplication of the link ${way(f)}.`,
    (f) => `You changed the link ${way(f)}`,
  ),
  drop: words(
    () => 'What became of the message?',
    () => 'You dropped a message. Raft has to live with that: what matters is sent again.',
    () => 'You dropped a message',
  ),
  duplicate: words(
    () => 'What became of the message?',
    () => 'You duplicated a message. Raft has to live with that: a repeated message does no harm.',
    () => 'You duplicated a message',
  ),
  deliver: words(
    () => 'What became of the message?',
    () => 'You let a message arrive at once.',
    () => 'You let a message arrive at once',
  ),
  clientRequest: words(
    (f) => `What does client ${f.client} want?`,
    (f) => `You had client ${f.client} send ${f.command} to ${f.other === 0 ? 'whom it believes to lead' : you(f)}.`,
    (f) => `You had client ${f.client} send ${f.command}`,
  ),
  setClients: words(
    () => 'How often do clients ask?',
    () => 'You changed how often clients begin an operation by themselves.',
    () => 'You changed the client load',
  ),
  setTiming: words(
    () => 'How long do servers wait?',
    () => 'You changed election timeout or heartbeat interval. Timers that run already keep their time.',
    () => 'You changed the timing',
  ),

  lose: words(
    (f) => `Why did the ${message(f)} of ${me(f)} not arrive?`,
    (f) => `The ${message(f)} from ${me(f)} to ${you(f)} is lost: ${REASONS[f.reason]}.`,
    (f) => `The ${message(f)} from ${me(f)} to ${you(f)} was lost`,
  ),
  wait: words(
    (f) => `Why is the ${message(f)} not handled?`,
    (f) =>
      `The ${message(f)} of ${me(f)} is at ${you(f)} but has to wait: ${you(f)} is busy with its disk, paused, or the link is held.`,
    (f) => `The ${message(f)} of ${me(f)} waits at ${you(f)}`,
  ),
  diskWrite: words(
    (f) => `What did ${me(f)} wait for?`,
    (f) => `Term, vote and log of ${me(f)} are on its disk now, so what depends on them may leave.`,
    (f) => `${me(f)} finished writing to disk`,
  ),
  clientAsks: words(
    (f) => `What does client ${f.client} want?`,
    (f) => `Client ${f.client} sends ${f.command} to ${you(f)}.`,
    (f) => `Client ${f.client} sent ${f.command}`,
  ),
  clientRetries: words(
    (f) => `Why does client ${f.client} ask again?`,
    (f) =>
      `Client ${f.client} had no answer in time and sends ${f.command} to ${you(f)}. Its serial number keeps the command from being executed twice.`,
    (f) => `Client ${f.client} sent ${f.command} again`,
  ),
  clientGivesUp: words(
    (f) => `What became of the request of client ${f.client}?`,
    (f) => `Client ${f.client} gave ${f.command} up. It cannot know whether the command takes effect.`,
    (f) => `Client ${f.client} gave ${f.command} up`,
  ),
  clientDone: words(
    (f) => `What became of the request of client ${f.client}?`,
    (f) => `Client ${f.client} has its answer from ${you(f)}: ${f.command} is done and cannot be lost.`,
    (f) => `${f.command} is done for client ${f.client}`,
  ),
  clientRedirected: words(
    (f) => `Where does client ${f.client} go?`,
    (f) =>
      f.leader === 0
        ? `${you(f)} does not lead and knows of no leader, so client ${f.client} will ask another server.`
        : `${you(f)} does not lead, so client ${f.client} turns to ${server(f.leader)}.`,
    (f) => `${you(f)} turned client ${f.client} away`,
  ),
  clientIgnores: words(
    () => 'Why does this answer change nothing?',
    (f) => `Client ${f.client} does not wait for this answer any more.`,
    (f) => `Client ${f.client} ignored an answer`,
  ),
  quiet: words(
    () => 'What happened?',
    (f) => `${f.server === 0 ? capital('nothing changed') : `Nothing changed at ${me(f)}`}.`,
    () => 'Nothing changed',
  ),
};
