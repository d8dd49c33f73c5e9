/**
 * What happened in a run, read once as it happens, and kept as columns of numbers: every transition with what it
 * follows from, every message with its fate. It covers one stretch of the run, at most ROWS_MAX transitions long, so
 * that its memory is bounded; another stretch is read anew from the keyframe before it.
 */
import type { Cluster, Flight, LossReason, Microseconds, Sequence, Transition } from '../sim';
import type { CausalOrder } from './causality';
import {
  ARRIVED,
  EventColumns,
  FATES,
  FLIGHT_KINDS,
  FLYING,
  firstAtLeast,
  KINDS,
  MessageColumns,
  SIGNS,
  WAITING,
} from './chronicle-columns';
import { isTelling, leaderCommit, signOf } from './chronicle-weight';
import { transitionsBetween } from './history';
import { flightKindOf, positiveOf } from './message-kinds';
import type { Trace } from './trace';

/** About 40 MB. */
export const ROWS_MAX = 400_000;
/** Heartbeats whose answers are still to come. */
const BEATS_MAX = 20_000;
/** Messages that were longer under way than this are looked up apart. */
export const LONG: Microseconds = 250_000;

export class Chronicle {
  readonly events = new EventColumns();
  readonly messages = new MessageColumns();
  /** Messages that were under way for longer than LONG, or still are: few. */
  readonly long: number[] = [];
  /** All after this instant and up to `until` has been read. */
  readonly since: Microseconds;
  until: Microseconds;
  /** The transition before the first row. */
  readonly base: Sequence;
  private trace: Trace;
  private readonly flying = new Map<number, number>();
  private readonly beats = new Set<number>();
  private readonly last = new Map<number, number>();
  private readonly cuts: { readonly row: number; readonly action: NonNullable<Transition['action']> }[] = [];
  private readonly hurried = new Map<number, number>();

  private readonly most: number;

  /**
   * @param from begins at the keyframe at or before this instant
   * @param most rows to be kept, but for the rest of a stretch between keyframes
   */
  constructor(trace: Trace, from: Microseconds = 0, most = ROWS_MAX) {
    this.trace = trace;
    this.most = most;
    const keyframe = keyframeBefore(trace, from);
    this.since = keyframe.time;
    this.until = keyframe.time;
    this.base = keyframe.transitions;
    const under = [...keyframe.flights, ...keyframe.held, ...keyframe.hosts.flatMap(({ inbox }) => inbox)];
    for (const flight of under.sort((a, b) => a.sentAt - b.sentAt || a.key - b.key)) this.send(flight, -1);
  }

  /** Whether there is more to be read. */
  get isBehind(): boolean {
    return this.until < this.trace.horizon && !this.isFull;
  }

  get isFull(): boolean {
    return this.events.count >= this.most;
  }

  /**
   * Goes over to a trace that shares its beginning with the old one, and keeps what both have in common.
   *
   * @returns false where that is nothing: then another chronicle is to be begun
   */
  follow(trace: Trace): boolean {
    const shared = this.trace.keyframes.findLast((keyframe) => trace.keyframes.includes(keyframe));
    if (shared === undefined || shared.time < this.since || trace.run.seed !== this.trace.run.seed) return false;
    this.trace = trace;
    if (shared.time < this.until) this.forgetAfter(shared);
    return true;
  }

  private forgetAfter({ time, messageCount }: Cluster): void {
    const { events, messages } = this;
    const rows = this.rowAt(time) + 1;
    messages.count = rows < events.count ? events.sent[rows] : messages.count;
    events.count = rows;
    this.until = time;
    this.flying.clear();
    for (let m = 0; m < messages.count; m++) this.resume(m, rows);
    this.last.clear();
    for (let row = 0; row < rows; row++) if (events.place[row] !== 0) this.last.set(events.place[row], row);
    this.cuts.splice(this.cuts.findLastIndex(({ row }) => row < rows) + 1);
    for (const [key, row] of this.hurried) if (row >= rows) this.hurried.delete(key);
    for (const id of this.beats) if (id > messageCount) this.beats.delete(id);
    const long = this.long.filter((m) => m < messages.count && messages.ending[m] >= 0);
    this.long.splice(0, this.long.length, ...long);
  }

  /** What became of a message after the row before `rows` is not so any more. */
  private resume(m: number, rows: number): void {
    const { messages } = this;
    const handled = messages.handled[m];
    if (messages.ending[m] >= rows) {
      messages.end[m] = Number.POSITIVE_INFINITY;
      messages.ending[m] = -1;
      messages.fate[m] = FLYING;
    } else if (handled >= rows) messages.fate[m] = WAITING;
    if (handled >= rows) messages.handled[m] = -1;
    if (messages.fate[m] === FLYING || messages.fate[m] === WAITING) this.flying.set(messages.key[m], m);
  }

  /** Reads on by one stretch between keyframes at most. */
  read(): void {
    if (!this.isBehind) return;
    const { keyframes, horizon } = this.trace;
    const next = keyframes.find(({ time }) => time > this.until)?.time ?? horizon;
    for (const transition of transitionsBetween(this.trace, this.until, next)) this.note(transition);
    this.until = next;
  }

  /** The causal order of what has been read. */
  get order(): CausalOrder {
    return this.events;
  }

  /** The row of a transition; -1 where it has not been read. */
  rowOf(seq: Sequence): number {
    const row = seq - this.base - 1;
    return row >= 0 && row < this.events.count ? row : -1;
  }

  seqOf(row: number): Sequence {
    return row + this.base + 1;
  }

  /** The last row at or before an instant; -1: none. */
  rowAt(time: Microseconds): number {
    return firstAtLeast(this.events.at, this.events.count, time + 1) - 1;
  }

  /** The messages that a row sent: from the first up to before the second. */
  sentBy(row: number): readonly [number, number] {
    const { sent, count } = this.events;
    return [sent[row], row + 1 < count ? sent[row + 1] : this.messages.count];
  }

  private note(transition: Transition): void {
    const { events } = this;
    const { at, kind, flight } = transition;
    const row = events.add();
    const place = placeOf(transition);
    const message = flight === null ? undefined : this.flying.get(flight.key);
    events.at[row] = at;
    events.kind[row] = KINDS.indexOf(kind);
    events.place[row] = place;
    events.prior[row] = place === 0 ? -1 : (this.last.get(place) ?? -1);
    events.cause[row] = this.rowOf(transition.cause);
    events.also[row] = this.alsoOf(transition, message);
    events.message[row] = message ?? -1;
    events.sent[row] = this.messages.count;
    const commit = leaderCommit(transition);
    events.committed[row] = commit?.to ?? 0;
    events.commits[row] = commit === null ? 0 : Math.min(65_535, commit.to - commit.from);
    events.sign[row] = SIGNS.indexOf(signOf(transition));
    events.telling[row] = isTelling(transition) ? 1 : 0;
    if (place !== 0) this.last.set(place, row);
    if (message !== undefined) this.arrive(message, transition, row);
    for (const event of transition.events) {
      if (event.type === 'send' || event.type === 'duplicate') this.send(event.flight, row);
      else if (event.type === 'lose' && event.flight !== flight) this.loseAway(event.flight, event.reason, at, row);
    }
    this.noteAction(transition, row);
  }

  private send(flight: Flight, row: number): void {
    const { messages } = this;
    const { packet, key } = flight;
    const m = messages.add();
    const kind = flightKindOf(packet, this.beats);
    messages.key[m] = key;
    messages.from[m] = packet.type === 'ClientRequest' ? -packet.from : packet.from;
    messages.to[m] = packet.type === 'ClientResponse' ? -packet.to : packet.to;
    messages.kind[m] = FLIGHT_KINDS.indexOf(kind);
    const positive = positiveOf(packet);
    messages.response[m] = positive === null ? 0 : 1;
    messages.positive[m] = positive === null ? 2 : Number(positive);
    messages.entries[m] = packet.type === 'AppendEntries' ? packet.entries.length : 0;
    messages.term[m] = 'term' in packet ? packet.term : 0;
    messages.start[m] = flight.sentAt;
    messages.arrives[m] = flight.arrivesAt;
    messages.end[m] = Number.POSITIVE_INFINITY;
    messages.origin[m] = row;
    messages.ending[m] = -1;
    messages.handled[m] = -1;
    messages.fate[m] = FLYING;
    this.flying.set(key, m);
    if (kind === 'beat' && positive === null) this.noteBeat(packet.id);
  }

  private noteBeat(id: number): void {
    const { beats } = this;
    beats.add(id);
    if (beats.size <= BEATS_MAX) return;
    let spare = BEATS_MAX >> 1;
    for (const oldest of beats) {
      if (spare-- === 0) return;
      beats.delete(oldest);
    }
  }

  /** The message of this very transition: it arrives, has to wait, is handled at last, or is lost. */
  private arrive(m: number, transition: Transition, row: number): void {
    const { messages } = this;
    const { kind, at, flight } = transition;
    const waited = messages.fate[m] === WAITING;
    if (kind === 'wait') {
      if (!waited) this.end(m, at, row, WAITING);
      return;
    }
    this.flying.delete(messages.key[m]);
    if (kind === 'deliver') {
      if (waited) messages.handled[m] = row;
      else this.end(m, at, row, ARRIVED);
      messages.fate[m] = ARRIVED;
      return;
    }
    const lost = transition.events.find((event) => event.type === 'lose' && event.flight === flight);
    const reason = lost?.type === 'lose' ? lost.reason : 'loss';
    this.lose(m, reason, at, row, waited);
  }

  /** A message is lost by what happened elsewhere: the reader dropped it, or the process that had it crashed. */
  private loseAway({ key }: Flight, reason: LossReason, at: Microseconds, row: number): void {
    const m = this.flying.get(key);
    if (m === undefined) return;
    this.flying.delete(key);
    this.lose(m, reason, at, row, this.messages.fate[m] === WAITING);
  }

  private lose(m: number, reason: LossReason, at: Microseconds, row: number, waited: boolean): void {
    if (!waited) this.end(m, at, row, FLYING);
    else this.messages.handled[m] = row;
    this.messages.fate[m] = FATES.indexOf(reason);
  }

  private end(m: number, at: Microseconds, row: number, fate: number): void {
    const { messages, long } = this;
    messages.end[m] = at;
    messages.ending[m] = row;
    messages.fate[m] = fate;
    if (at - messages.start[m] > LONG) long.push(m);
  }

  /** The messages that are still under way, or wait. */
  underWay(): Iterable<number> {
    return this.flying.values();
  }

  private alsoOf({ kind, flight, events, action }: Transition, message: number | undefined): number {
    if (action !== null) return this.touchedBy(action, events);
    if (message === undefined || flight === null) return -1;
    const { messages } = this;
    if (kind === 'deliver') {
      const origin = messages.origin[message];
      const hurried = this.hurried.get(flight.key);
      if (hurried !== undefined) return hurried;
      if (messages.fate[message] === WAITING) return messages.ending[message];
      return origin === this.rowOf(flight.cause) ? -1 : origin;
    }
    const lost = events.find((event) => event.type === 'lose');
    if (lost?.type !== 'lose') return -1;
    if (lost.reason === 'cut') return this.cutOf(messages.from[message], messages.to[message]);
    return lost.reason === 'crashed' ? (this.last.get(messages.to[message]) ?? -1) : -1;
  }

  /** What the reader does to a message follows its sending. */
  private touchedBy(action: NonNullable<Transition['action']>, events: Transition['events']): number {
    if (action.type !== 'drop' && action.type !== 'duplicate' && action.type !== 'deliver') return -1;
    const m = this.flying.get(action.message);
    return m === undefined || (events.length === 0 && action.type !== 'deliver') ? -1 : this.messages.origin[m];
  }

  private noteAction({ action }: Transition, row: number): void {
    if (action === null) return;
    if (action.type === 'partition' || action.type === 'isolate' || action.type === 'cut') {
      this.cuts.push({ row, action });
    } else if (action.type === 'deliver' && this.flying.has(action.message)) this.hurried.set(action.message, row);
  }

  /** The latest action that cut a link. */
  private cutOf(from: number, to: number): number {
    const found = this.cuts.findLast(({ action }) => {
      if (action.type === 'isolate') return action.server === from || action.server === to;
      if (action.type === 'cut') return action.from === from && action.to === to;
      if (action.type !== 'partition') return false;
      const groupOf = (id: number) => action.groups.findIndex((group) => group.includes(id));
      return groupOf(from) !== groupOf(to);
    });
    return found?.row ?? -1;
  }
}

/** What is done to the network happens at no process. */
function placeOf({ server, client, action }: Transition): number {
  if (action !== null) {
    if ('client' in action) return -action.client;
    if (action.type === 'isolate' || action.type === 'rejoin') return 0;
  }
  return server ?? (client === null ? 0 : -client);
}

function keyframeBefore({ keyframes }: Trace, time: Microseconds): Cluster {
  return keyframes.findLast((keyframe) => keyframe.time <= time) ?? keyframes[0];
}
