/** What happened in a recording of another Raft: what changed is known, by which rule is not. */
import type { Facts, Words } from '../sentences';
import { common } from './common';

const { server, servers } = common;

const words = (question: Words['question'], why: Words['why'], step: Words['step']): Words => ({ question, why, step });
const me = (facts: Facts): string => server(facts.server);
const entries = ({ from, index }: Facts): string => (from === index ? `entry ${index}` : `entries ${from} to ${index}`);
const message = (f: Facts): string => (f.heartbeat ? common.heartbeat : common.message[f.message]);

export const recordedEvents = {
  sawLeader: words(
    (f) => `How does ${me(f)} come to lead?`,
    (f) =>
      f.members.length === 0
        ? `${me(f)} became leader of term ${f.term}.`
        : `${me(f)} became leader of term ${f.term}, with the ${f.members.length === 1 ? 'vote' : 'votes'} of ${servers(f.members)}.`,
    (f) => `${me(f)} became leader of term ${f.term}`,
  ),
  sawCandidate: words(
    (f) => `What does ${me(f)} do?`,
    (f) => `${me(f)} stands for election in term ${f.term}.`,
    (f) => `${me(f)} stood for election in term ${f.term}`,
  ),
  sawPreCandidate: words(
    (f) => `What does ${me(f)} do?`,
    (f) => `${me(f)} asks whether it would be elected in term ${f.term + 1}.`,
    (f) => `${me(f)} asked for pre-votes`,
  ),
  sawStepDown: words(
    (f) => `Does ${me(f)} still lead?`,
    (f) => `${me(f)} leads no longer. It is in term ${f.term} now.`,
    (f) => `${me(f)} stepped down`,
  ),
  sawTruncate: words(
    (f) => `What became of the log of ${me(f)}?`,
    (f) => `${me(f)} deleted ${f.count === 1 ? `entry ${f.from}` : `${f.count} entries, from ${f.from} on`}.`,
    (f) => `${me(f)} deleted entries from ${f.from} on`,
  ),
  sawCommit: words(
    (f) => `What does ${me(f)} hold for committed?`,
    (f) => `${me(f)} takes ${entries(f)} for committed.`,
    (f) => `${me(f)} took ${entries(f)} for committed`,
  ),
  sawVote: words(
    (f) => `Whom does ${me(f)} vote for?`,
    (f) => `${me(f)} votes for ${server(f.votedFor)} in term ${f.term}.`,
    (f) => `${me(f)} voted for ${server(f.votedFor)} in term ${f.term}`,
  ),
  sawAppend: words(
    (f) => `What is new in the log of ${me(f)}?`,
    (f) => `${me(f)} has ${entries(f)} now.`,
    (f) => `${me(f)} appended ${entries(f)}`,
  ),
  sawTerm: words(
    (f) => `In which term is ${me(f)}?`,
    (f) => `${me(f)} went from term ${f.oldTerm} to term ${f.term}.`,
    (f) => `${me(f)} went to term ${f.term}`,
  ),
  sawSnapshot: words(
    (f) => `What became of the log of ${me(f)}?`,
    (f) => `A snapshot stands for the entries of ${me(f)} up to ${f.base}.`,
    (f) => `${me(f)} has a snapshot up to entry ${f.base}`,
  ),
  sawRestart: words(
    (f) => `What does ${me(f)} still know?`,
    (f) => `${me(f)} is back, in term ${f.term}.`,
    (f) => `${me(f)} restarted`,
  ),
  sawTick: words(
    (f) => `What does ${me(f)} do?`,
    (f) => `The heartbeat timer of ${me(f)} ran out.`,
    (f) => `The heartbeat timer of ${me(f)} ran out`,
  ),
  sawReceive: words(
    (f) => `What did ${me(f)} receive?`,
    (f) => `${me(f)} received the ${message(f)} of ${server(f.other)}.`,
    (f) => `${me(f)} received the ${message(f)} of ${server(f.other)}`,
  ),
};
