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
  dropped: 'it was dropped by hand',
  crashed: 'its receiver has crashed',
};

/** One side off from the other, or "S1 | S2 | S3" where there are more sides than two. */
const parted = ({ groups }: Facts): string =>
  groups.length === 2
    ? `${servers(groups[0])} ${groups[0].length === 1 ? 'is' : 'are'} cut off from ${servers(groups[1])}`
    : `The network is cut into ${groups.map((group) => servers(group)).join(' | ')}`;

export const events = {
  electionTimer: words(
    (f) => `Why did the timer of ${me(f)} run out?`,
    (f) => `${me(f)} heard from no leader for the whole of its election timeout.`,
    (f) => `${me(f)}’s election timer ran out`,
  ),
  crash: words(
    (f) => `What did ${me(f)} lose?`,
    (f) => `${me(f)} crashed. What its disk holds of term, vote and log is safe; everything else is gone.`,
    (f) => `${me(f)} crashed`,
  ),
  pause: words(
    (f) => `What does ${me(f)} do now?`,
    (f) => `${me(f)} is paused. It keeps its state but handles nothing, and what arrives waits.`,
    (f) => `${me(f)} was paused`,
  ),
  resume: words(
    (f) => `What does ${me(f)} do now?`,
    (f) =>
      `${me(f)} runs again. It handles what waited, in the order of arrival, and may find that time went on without it.`,
    (f) => `${me(f)} was resumed`,
  ),
  expireTimer: words(
    (f) => `What happens to ${me(f)} now?`,
    (f) => `The timer of ${me(f)} was made to run out at once.`,
    (f) => `The timer of ${me(f)} was made to run out`,
  ),
  setClock: words(
    (f) => `How does ${me(f)} see time now?`,
    (f) => `The clock of ${me(f)} was changed. Its timers follow its own clock.`,
    (f) => `The clock of ${me(f)} was changed`,
  ),
  setDisk: words(
    (f) => `How fast is the disk of ${me(f)} now?`,
    (f) => `The disk of ${me(f)} was changed. ${me(f)} answers only after its writes are done.`,
    (f) => `The disk of ${me(f)} was changed`,
  ),
  partition: words(
    () => 'Who can reach whom?',
    (f) => `${parted(f)}. Only a side with a majority can elect a leader and commit.`,
    () => 'The network was partitioned',
  ),
  isolate: words(
    (f) => `Whom can ${me(f)} reach?`,
    (f) => `${me(f)} is isolated. No other server reaches it, and it reaches none.`,
    (f) => `${me(f)} was isolated`,
  ),
  rejoin: words(
    (f) => `Whom can ${me(f)} reach?`,
    (f) => `${me(f)} is back on the network.`,
    (f) => `${me(f)} rejoined the network`,
  ),
  cut: words(
    (f) => `Can ${me(f)} reach ${you(f)}?`,
    (f) => `The link ${way(f)} is cut. The other direction is a link of its own.`,
    (f) => `The link ${way(f)} was cut`,
  ),
  repair: words(
    (f) => `Can ${me(f)} reach ${you(f)}?`,
    (f) => `The link ${way(f)} works again.`,
    (f) => `The link ${way(f)} was repaired`,
  ),
  heal: words(
    () => 'Who can reach whom?',
    () => 'The network is healed: every server reaches every other again.',
    () => 'The network was healed',
  ),
  hold: words(
    (f) => `What becomes of messages ${way(f)}?`,
    (f) => `The link ${way(f)} is held. Messages wait at its end until it is released.`,
    (f) => `The link ${way(f)} was held`,
  ),
  release: words(
    (f) => `What becomes of messages ${way(f)}?`,
    (f) => `The link ${way(f)} is released. What waited there arrives now.`,
    (f) => `The link ${way(f)} was released`,
  ),
  setNetwork: words(
    () => 'How good is the network now?',
    () => 'Latency, loss or duplication of the whole network was changed.',
    () => 'The network was changed',
  ),
  setLink: words(
    (f) => `How good is the link ${way(f)} now?`,
    (f) => `Latency, loss or duplication of the link ${way(f)} was changed.`,
    (f) => `The link ${way(f)} was changed`,
  ),
  drop: words(
    () => 'What became of the message?',
    () => 'A message was dropped. Raft has to live with that: what matters is sent again.',
    () => 'A message was dropped',
  ),
  duplicate: words(
    () => 'What became of the message?',
    () => 'A message was duplicated. Raft has to live with that: a repeated message does no harm.',
    () => 'A message was duplicated',
  ),
  deliver: words(
    () => 'What became of the message?',
    () => 'A message was made to arrive at once.',
    () => 'A message was made to arrive at once',
  ),
  clientRequest: words(
    (f) => `What does client ${f.client} want?`,
    (f) =>
      `Client ${f.client} was told to send ${f.command} to ${f.other === 0 ? 'whom it believes to lead' : you(f)}.`,
    (f) => `Client ${f.client} was told to send ${f.command}`,
  ),
  setClients: words(
    () => 'How often do clients ask?',
    () => 'How often clients begin an operation by themselves was changed.',
    () => 'The client load was changed',
  ),
  setTiming: words(
    () => 'How long do servers wait?',
    () => 'Election timeout or heartbeat interval was changed. Timers that run already keep their time.',
    () => 'The timing was changed',
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
