/**
 * The text log of etcd's raft library as raft-trace/1: elections, votes and what is told of logs. Such a log says
 * nothing of what is replicated, committed and applied in between, so neither does the recording.
 */
import type { Remark } from '../trace';
import { createDecoder, type Decoded, type Decoder } from './decoder';
import { type EtcdEvent, type Last, readEtcdLine, timeIn } from './etcd-lines';
import { SERVERS_MOST } from './names';
import type { Problem } from './problem';

type Line = Record<string, unknown>;

/** What is known of a server so far. */
interface Known {
  readonly votes: Set<string>;
  term: number;
  last: Last;
  /** Nothing has been told of the log yet. */
  blank: boolean;
  /** The log is known after this index. */
  root: number;
  started: boolean;
}

/** Reads such a log; what comes out is decoded like any recording. */
export function createEtcdReader(): Decoder {
  return new EtcdReader();
}

class EtcdReader implements Decoder {
  private readonly known = new Map<string, Known>();
  private readonly lines: Line[] = [];
  /** Messages that were sent, by what is told when they are received. */
  private readonly sent = new Map<string, number>();
  private ids = 0;
  private time: number | null = null;
  /** The time of the last line as it has it. */
  private told: number | null = null;
  private rest = '';
  private read = 0;
  private skipped = 0;

  feed(text: string): Problem | null {
    const parts = (this.rest + text).split('\n');
    this.rest = (parts.pop() ?? '').slice(-100_000);
    for (const part of parts) this.line(part);
    return null;
  }

  end(): Decoded {
    if (this.rest !== '') this.line(this.rest);
    this.rest = '';
    const nodes = [...this.known.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    if (nodes.length > SERVERS_MOST) {
      const expected = { type: 'names', low: 1, high: SERVERS_MOST } as const;
      return { ok: false, problem: { line: 0, field: 'id', expected, found: nodes.slice(0, 12).join(', ') } };
    }
    const skipped: Remark = { type: 'linesSkipped', count: this.skipped, line: 0 };
    const decoder = createDecoder([
      { type: 'entriesGuessed', count: 1, line: 0 },
      ...(this.skipped > 0 ? [skipped] : []),
    ]);
    const zero = this.lines.find(({ t }) => typeof t === 'number')?.t ?? 0;
    const header = { v: 'raft-trace/1', kind: 'header', t: zero, nodes };
    for (const line of [header, ...this.lines]) decoder.feed(`${JSON.stringify(line)}\n`);
    const decoded = decoder.end();
    return decoded.ok ? { ok: true, recording: { ...decoded.recording, lines: this.read } } : decoded;
  }

  private line(raw: string): void {
    if (raw.trim() === '') return;
    this.read++;
    const text = raw.slice(0, 4000);
    const time = timeIn(text) ?? this.time ?? 0;
    // Clocks are coarse: what is told line by line happened one after the other.
    this.time = this.told === time ? (this.time ?? 0) + 0.001 : time;
    this.told = time;
    const found = readEtcdLine(text);
    if (found === null) this.skipped++;
    else this.event(found.id, found.event);
  }

  private of(id: string): Known {
    let known = this.known.get(id);
    if (known === undefined) {
      known = { votes: new Set(), term: 0, last: { index: 0, term: 0 }, blank: true, root: 0, started: false };
      this.known.set(id, known);
    }
    return known;
  }

  private write(line: Line): void {
    this.lines.push({ t: this.time ?? 0, ...line });
  }

  private event(id: string, event: EtcdEvent): void {
    const known = this.of(id);
    switch (event.type) {
      case 'start':
        for (const peer of event.peers) this.of(peer);
        this.start(id, known, event);
        return;
      case 'role':
        this.role(id, known, event);
        return;
      case 'timeout':
        this.write({ node: id, kind: 'timeout', timer: 'election' });
        return;
      case 'ask':
        this.ask(id, known, event);
        return;
      case 'judge':
        this.judge(id, known, event);
        return;
      case 'answer':
        this.answer(id, known, event);
        return;
      case 'restored':
        known.last = event.base;
        known.root = event.base.index;
        known.blank = false;
        this.write({
          node: id,
          kind: 'installSnapshot',
          state: { base: event.base, log: [], commitIndex: event.commit },
        });
        return;
      case 'voters':
        for (const voter of event.voters) this.of(voter);
    }
  }

  private start(id: string, known: Known, { term, commit, last }: Extract<EtcdEvent, { type: 'start' }>): void {
    const kind = known.started ? 'restart' : 'becomeFollower';
    known.started = true;
    known.term = term;
    known.votes.clear();
    const log = this.log(known, last);
    this.write({ node: id, kind, state: { currentTerm: term, role: 'follower', commitIndex: commit, ...log } });
  }

  private role(id: string, known: Known, { role, term }: Extract<EtcdEvent, { type: 'role' }>): void {
    const kind = { follower: 'Follower', 'pre-candidate': 'Precandidate', candidate: 'Candidate', leader: 'Leader' }[
      role
    ];
    if (role === 'candidate') {
      known.votes.clear();
      known.votes.add(id);
    }
    // A newer term begins without a vote.
    const unvoted = term > known.term ? { votedFor: null } : {};
    const own = role === 'candidate' ? { votedFor: id } : unvoted;
    known.term = term;
    const votesGranted = role === 'candidate' || role === 'leader' ? [...known.votes] : [];
    this.write({ node: id, kind: `become${kind}`, state: { currentTerm: term, ...own, votesGranted } });
  }

  private ask(id: string, known: Known, { pre, to, term, last }: Extract<EtcdEvent, { type: 'ask' }>): void {
    this.of(to);
    const log = this.log(known, last);
    if (Object.keys(log).length > 0) this.write({ node: id, kind: 'append', state: log });
    const msg = this.request(pre, id, to, term, last);
    this.sent.set(nameOf(msg), msg.id);
    this.write({ node: id, kind: 'send', msg });
  }

  /** A voter received a request, and answered or kept silent. */
  private judge(id: string, known: Known, event: Extract<EtcdEvent, { type: 'judge' }>): void {
    const { pre, verdict, candidate, term, last, theirs } = event;
    this.of(candidate);
    const asked = this.request(pre, candidate, id, term, theirs);
    const voted = verdict === 'cast' && !pre ? { votedFor: candidate } : {};
    this.receive(id, asked, { ...this.log(known, last), ...voted });
    if (verdict === 'ignored') return;
    const msg = this.response(pre, id, candidate, term, verdict === 'cast');
    this.sent.set(nameOf(msg), msg.id);
    this.write({ node: id, kind: 'send', msg });
  }

  private answer(id: string, known: Known, event: Extract<EtcdEvent, { type: 'answer' }>): void {
    const { pre, granted, voter, term } = event;
    if (granted && !pre) known.votes.add(voter);
    if (voter === id) return;
    this.of(voter);
    const state = pre ? {} : { votesGranted: [...known.votes] };
    this.receive(id, this.response(pre, voter, id, term, granted), state);
  }

  /** A message is received: the one that was sent, or where no line told of that, one that the line itself shows. */
  private receive(id: string, msg: Message, state: Line): void {
    const name = nameOf(msg);
    const sent = this.sent.get(name);
    this.sent.delete(name);
    this.write({ node: id, kind: 'recv', ...(sent === undefined ? { msg } : { id: sent }), state });
  }

  private request(pre: boolean, from: string, to: string, term: number, last: Last): Message {
    const type = pre ? 'PreVote' : 'RequestVote';
    return { id: ++this.ids, type, from, to, term, lastLogIndex: last.index, lastLogTerm: last.term };
  }

  private response(pre: boolean, from: string, to: string, term: number, granted: boolean): Message {
    const type = pre ? 'PreVoteResponse' : 'RequestVoteResponse';
    return { id: ++this.ids, type, from, to, term, ...(pre ? { granted } : { voteGranted: granted }) };
  }

  /** What a line tells of a log, its last entry: entries before it of which nothing is told have term 0. */
  private log(known: Known, last: Last): Line {
    const before = known.last;
    const wasBlank = known.blank;
    known.last = last;
    known.blank = false;
    if (wasBlank) return this.rooted(known, last);
    if (last.index === before.index && last.term === before.term) return {};
    const missing = last.index - before.index - 1;
    if (last.index <= known.root || missing >= MANY) return this.rooted(known, last);
    if (missing < 0) return { logDelta: { from: last.index, terms: [last.term] } };
    const unknown = Array.from({ length: missing }, () => 0);
    return { logDelta: { from: before.index + 1, terms: [...unknown, last.term] } };
  }

  /** A log that is known from its last entry on. */
  private rooted(known: Known, { index, term }: Last): Line {
    known.root = Math.max(0, index - 1);
    return index === 0
      ? { base: { index: 0, term: 0 }, log: [] }
      : { base: { index: known.root, term: 0 }, log: [term] };
  }
}

/** More entries at once than this are not shown one by one. */
const MANY = 1000;

interface Message {
  readonly id: number;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly term: number;
  readonly [field: string]: unknown;
}

const nameOf = ({ type, from, to, term }: Message): string => `${type} ${from} ${to} ${term}`;
