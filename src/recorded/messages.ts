/** Messages of raft-trace/1 as those of our own Raft; what the format does not tell of them is empty. */
import {
  append,
  EMPTY_LOG,
  type Entry,
  entryAt,
  type Log,
  MESSAGE_TYPES,
  type Message,
  type ServerId,
  type Term,
} from '../raft';
import { type Commands, UNKNOWN } from './commands';
import type { Names } from './names';
import { isObject, type Json, type Reader } from './reader';
import type { States } from './states';

/** What all messages have. */
interface Envelope {
  readonly id: number;
  readonly from: ServerId;
  readonly to: ServerId;
  readonly term: Term;
}

export class Messages {
  private readonly reader: Reader;
  private readonly names: Names;
  private readonly commands: Commands;
  private readonly states: States;
  private readonly sent = new Map<number, Message>();
  /** Ids that are texts, as numbers. */
  private readonly ids = new Map<string, number>();

  constructor(reader: Reader, names: Names, commands: Commands, states: States) {
    this.reader = reader;
    this.names = names;
    this.commands = commands;
    this.states = states;
  }

  /** The number of an id, which is a number or a text. */
  id(value: unknown, field: string): number {
    if (typeof value === 'number') return this.reader.integer(value, field);
    const text = this.reader.text(value, field);
    const known = this.ids.get(text) ?? -1 - this.ids.size;
    this.ids.set(text, known);
    return known;
  }

  message(value: unknown, field: string): Message {
    const { reader, names } = this;
    const msg = reader.object(value, field);
    const envelope: Envelope = {
      id: this.id(msg.id, `${field}.id`),
      from: names.server(msg.from, `${field}.from`),
      to: names.server(msg.to, `${field}.to`),
      term: reader.integer(msg.term, `${field}.term`),
    };
    const message = this.typed(reader.oneOf(msg.type, `${field}.type`, MESSAGE_TYPES), msg, envelope, field);
    this.sent.set(message.id, message);
    return message;
  }

  private typed(type: (typeof MESSAGE_TYPES)[number], msg: Json, envelope: Envelope, field: string): Message {
    const integer = (name: string) => this.reader.integer(msg[name], `${field}.${name}`);
    const verdict = (name: string) => this.reader.boolean(msg[name], `${field}.${name}`);
    const re = msg.re === undefined || msg.re === null ? 0 : this.id(msg.re, `${field}.re`);
    switch (type) {
      case 'RequestVote': {
        const transfer = msg.transfer === true;
        return {
          type,
          ...envelope,
          lastLogIndex: integer('lastLogIndex'),
          lastLogTerm: integer('lastLogTerm'),
          transfer,
        };
      }
      case 'PreVote': {
        const last = { lastLogIndex: integer('lastLogIndex'), lastLogTerm: integer('lastLogTerm') };
        return {
          type,
          ...envelope,
          nextTerm: msg.nextTerm === undefined ? envelope.term + 1 : integer('nextTerm'),
          ...last,
        };
      }
      case 'RequestVoteResponse':
        return { type, ...envelope, voteGranted: verdict('voteGranted'), re };
      case 'PreVoteResponse': {
        const asked = this.sent.get(re);
        const nextTerm = asked?.type === 'PreVote' ? asked.nextTerm : envelope.term + 1;
        return { type, ...envelope, voteGranted: verdict('granted'), nextTerm, re };
      }
      case 'AppendEntries': {
        const [prevLogIndex, prevLogTerm] = [integer('prevLogIndex'), integer('prevLogTerm')];
        const own = this.states.of(envelope.from).log;
        const entries = this.entries(msg.entries, `${field}.entries`, { prevLogIndex, prevLogTerm, own });
        const leaderCommit = msg.leaderCommit === undefined ? 0 : integer('leaderCommit');
        return { type, ...envelope, stamp: 0, prevLogIndex, prevLogTerm, entries, leaderCommit };
      }
      case 'AppendEntriesResponse': {
        const success = verdict('success');
        const asked = this.sent.get(re);
        const prevLogIndex = asked?.type === 'AppendEntries' ? asked.prevLogIndex : 0;
        const matchIndex = success && msg.matchIndex !== undefined ? integer('matchIndex') : 0;
        return { type, ...envelope, stamp: 0, success, matchIndex, prevLogIndex, conflict: null, re };
      }
      case 'InstallSnapshot': {
        const [lastIncludedIndex, lastIncludedTerm] = [integer('lastIncludedIndex'), integer('lastIncludedTerm')];
        const last = this.states.entry(lastIncludedIndex, lastIncludedTerm, this.states.of(envelope.from).log);
        const configuration = { configuration: this.states.initial, index: 0 };
        const snapshot = { last, configuration, image: null };
        return { type, ...envelope, stamp: 0, lastIncludedIndex, lastIncludedTerm, snapshot };
      }
      case 'InstallSnapshotResponse':
        return {
          type,
          ...envelope,
          stamp: 0,
          matchIndex: msg.matchIndex === undefined ? 0 : integer('matchIndex'),
          re,
        };
      case 'TimeoutNow':
        return { type, ...envelope };
    }
  }

  /** The entries of the sender's log where that holds them, others by themselves. */
  private entries(
    value: unknown,
    field: string,
    {
      prevLogIndex,
      prevLogTerm,
      own,
    }: { readonly prevLogIndex: number; readonly prevLogTerm: Term; readonly own: Log },
  ): Entry[] {
    const { reader, commands } = this;
    const root: Entry = { index: prevLogIndex, term: prevLogTerm, command: UNKNOWN, previous: null, jump: null };
    let last = prevLogIndex === 0 ? EMPTY_LOG : root;
    return (value === undefined ? [] : reader.list(value, field)).map((one, i) => {
      const [term, cmd] = Array.isArray(one) ? one : isObject(one) ? [one.term, one.cmd] : [one, undefined];
      const command = commands.command(cmd, `${field}[${i}]`);
      const told = { index: prevLogIndex + 1 + i, term: reader.integer(term, `${field}[${i}]`), command };
      const held = entryAt(own, told.index);
      const isHeld = held?.term === told.term && (held.command === command || command === UNKNOWN);
      last = isHeld && held !== null ? held : append(last, told.term, command);
      return last;
    });
  }
}
