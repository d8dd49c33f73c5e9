/** Why something happened that no rule of the protocol says: what was done from outside, networks, disks, clients. */
import type { Facts, Words } from '../sentences';
import { common } from './common';
import { optionsChanged } from './option-words';

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

const LOST = { cut: 'in the cut', loss: 'on the way', dropped: 'by hand', crashed: 'because its receiver is down' };

/** One side off from the other, or "S1 | S2 | S3" where there are more sides than two. */
const parted = ({ groups }: Facts): string =>
  groups.length === 2
    ? `${servers(groups[0])} ${groups[0].length === 1 ? 'is' : 'are'} cut off from ${servers(groups[1])}`
    : `The network is cut into ${groups.map((group) => servers(group)).join(' | ')}`;

/** Why nothing came of what a server was asked. */
const nothing = (f: Facts): string => {
  if (f.because === 'down') return `It is not running, so nothing comes of it.`;
  return f.because === 'notLeader'
    ? `It does not lead, so nothing comes of it.`
    : `It leads, but cannot do that as things are, so nothing comes of it.`;
};

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
  setOptions: words(
    () => 'Which rules hold now?',
    (f) => `${optionsChanged(f.changes)} All servers go on like that at once.`,
    (f) => optionsChanged(f.changes).replace(/\.$/, ''),
  ),
  crashClient: words(
    (f) => `What does client ${f.client} remember?`,
    (f) => `Client ${f.client} crashed. What it has begun stands in its notes; answers do not reach it now.`,
    (f) => `Client ${f.client} crashed`,
  ),
  restartClient: words(
    (f) => `What does client ${f.client} do now?`,
    (f) =>
      f.count === 0
        ? `Client ${f.client} is back. Its notes say that nothing was left unanswered.`
        : `Client ${f.client} is back and asks again for what stands in its notes, under the same serial number: so nothing is executed twice.`,
    (f) => `Client ${f.client} restarted`,
  ),
  addServer: words(
    (f) => `What may ${me(f)} do?`,
    (f) =>
      `${me(f)} was added, with an empty log. It belongs to no configuration and waits until a leader takes it in.`,
    (f) => `${me(f)} was added`,
  ),
  changeMembers: words(
    (f) => `Why does nothing change at ${me(f)}?`,
    (f) => `${me(f)} was asked for other members. ${nothing(f)}`,
    (f) => `${me(f)} was asked for other members`,
  ),
  transfer: words(
    (f) => `Why does ${me(f)} not hand over?`,
    (f) => `${me(f)} was asked to hand over to ${server(f.target)}. ${nothing(f)}`,
    (f) => `${me(f)} was asked to hand over to ${server(f.target)}`,
  ),
  compact: words(
    (f) => `Why does ${me(f)} take no snapshot?`,
    (f) =>
      f.because === 'down'
        ? `${me(f)} was asked for a snapshot but is not running.`
        : `${me(f)} was asked for a snapshot but has applied nothing since its last one.`,
    (f) => `${me(f)} was asked for a snapshot`,
  ),

  answersUnchecked: words(
    (f) => `How does ${me(f)} know that it still leads?`,
    (f) =>
      `It does not. This run breaks the rule to ask: ${me(f)} tells client ${f.client} what ${f.key} holds after entry ${f.index}, even if another leader has gone on since.`,
    (f) => `${me(f)} answered client ${f.client} without making sure that it leads`,
  ),
  dropsPreVote: words(
    (f) => `Why did ${me(f)} not answer ${you(f)}?`,
    (f) =>
      `${you(f)} is in term ${f.otherTerm}, ${me(f)} in term ${f.term}. In this run pre-vote requests of an older term get no answer, so ${you(f)} never learns of the newer one.`,
    (f) => `${me(f)} dropped the pre-vote request of ${you(f)}`,
  ),
  lastAnswer: words(
    (f) => `When did ${you(f)} answer last?`,
    (f) => `This is the last answer of ${you(f)} that has arrived at ${me(f)}.`,
    (f) => `The last answer of ${you(f)} arrived at ${me(f)}`,
  ),
  lastHeard: words(
    (f) => `When did ${me(f)} last hear from ${you(f)}?`,
    (f) => `This is the last that ${me(f)} heard from ${you(f)} before its election timer ran out.`,
    (f) => `${me(f)} last heard from ${you(f)}`,
  ),
  lose: words(
    (f) => `Why did the ${message(f)} of ${me(f)} not arrive?`,
    (f) => `The ${message(f)} from ${me(f)} to ${you(f)} is lost: ${REASONS[f.reason]}.`,
    (f) => `${capital(message(f))} from ${me(f)} to ${you(f)} lost ${LOST[f.reason]}`,
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
