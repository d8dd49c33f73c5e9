/** Reads raft-trace/1 piece by piece. It never throws: it ends in a recording, or in what is wrong and where. */
import type { Remark } from '../trace';
import { Commands } from './commands';
import { type Header, readHeader } from './header';
import { Lines } from './lines';
import { Logs } from './logs';
import { Messages } from './messages';
import { Names } from './names';
import type { Problem } from './problem';
import { isObject, type Json, Reader } from './reader';
import type { Patch, Recording } from './recording';
import { Remarks } from './remarks';
import { States } from './states';
import { Steps } from './steps';
import { Traffic } from './traffic';

export type Decoded =
  | { readonly ok: true; readonly recording: Recording }
  | { readonly ok: false; readonly problem: Problem };

/** Longer lines are not read. */
const LINE_MOST = 16_000_000;

export interface Decoder {
  /** Reads on. What is wrong, or null: so far nothing is. After the first problem nothing more is read. */
  feed(text: string): Problem | null;
  /** To be called when there is no more. */
  end(): Decoded;
}

/** @param more remarks of what made the text, such as a converter */
export function createDecoder(more: readonly Remark[] = []): Decoder {
  return new TraceDecoder(more);
}

/** A whole text at once. */
export function decodeTrace(text: string): Decoded {
  const decoder = createDecoder();
  decoder.feed(text);
  return decoder.end();
}

class TraceDecoder implements Decoder {
  private readonly reader = new Reader();
  private readonly names = new Names(this.reader);
  private readonly commands = new Commands(this.reader, this.names);
  private readonly logs = new Logs(this.reader, this.commands);
  private readonly states = new States(this.reader, this.names, this.logs);
  private readonly messages = new Messages(this.reader, this.names, this.commands, this.states);
  private readonly traffic = new Traffic();
  private readonly steps = new Steps();
  private readonly remarks = new Remarks();
  private readonly lines = new Lines({
    reader: this.reader,
    names: this.names,
    commands: this.commands,
    logs: this.logs,
    states: this.states,
    messages: this.messages,
    traffic: this.traffic,
    steps: this.steps,
    remarks: this.remarks,
  });
  private header: Header | null = null;
  private initial: (Patch | null)[] = [];
  private atFirst = 0;
  /** The beginning of a line whose end has not come. */
  private rest = '';
  private readonly more: readonly Remark[];

  constructor(more: readonly Remark[]) {
    this.more = more;
  }

  feed(text: string): Problem | null {
    const { reader } = this;
    let from = 0;
    while (reader.problem === null) {
      const end = text.indexOf('\n', from);
      if (end < 0) break;
      this.line(this.rest + text.slice(from, end));
      this.rest = '';
      from = end + 1;
    }
    this.rest += text.slice(from);
    if (this.rest.length > LINE_MOST) {
      reader.line++;
      reader.refuse(null, { type: 'shorter', most: LINE_MOST }, this.rest.slice(0, 100));
    }
    return reader.problem;
  }

  end(): Decoded {
    const { reader } = this;
    if (reader.problem === null && this.rest !== '') this.line(this.rest);
    if (reader.problem === null && this.header === null) {
      reader.line = Math.max(1, reader.line);
      reader.refuse(null, { type: 'header' }, '');
    }
    if (reader.problem === null && this.steps.all.length === 0) {
      reader.refuse(null, { type: 'something' }, '');
    }
    const { header } = this;
    if (reader.problem !== null || header === null) {
      return {
        ok: false,
        problem: reader.problem ?? { line: 0, field: null, expected: { type: 'header' }, found: '' },
      };
    }
    return { ok: true, recording: this.recording(header) };
  }

  private recording({ voters, features, electionTimeout }: Header): Recording {
    const { steps, traffic, remarks, logs, lines, reader } = this;
    const { seen } = lines;
    const last = steps.all[steps.all.length - 1].at;
    remarks.note('fateUnknown', 0, traffic.settle(steps.all, last));
    remarks.note('noCommands', 0, logs.unnamed);
    if (!seen.disk && !features.autoPersist) remarks.note('noDisk');
    if (traffic.sent === 0) remarks.note('noMessages');
    if (!seen.applied) remarks.note('noApplied');
    if (!seen.deadline) remarks.note('noTimers');
    return {
      nodes: this.names.nodes,
      atFirst: this.atFirst,
      voters,
      initial: this.initial,
      // Where nothing is ever said of a disk, a crash would seem to lose everything.
      features: { ...features, autoPersist: features.autoPersist || !seen.disk },
      electionTimeout,
      steps: steps.all,
      lines: reader.line,
      remarks: [...remarks.all(), ...this.more],
    };
  }

  private line(text: string): void {
    const { reader } = this;
    reader.line++;
    // A byte order mark is no part of the first line.
    const line = (reader.line === 1 ? text.replace(/^\uFEFF/, '') : text).trim();
    if (line === '') return;
    const value = parse(line);
    if (!isObject(value)) reader.refuse(null, { type: this.header === null ? 'header' : 'json' }, line);
    else if (this.header === null) this.begin(value);
    else this.lines.read(value);
  }

  private begin(line: Json): void {
    const { reader, names, states } = this;
    const header = readHeader(line, reader, names);
    if (reader.problem !== null) return;
    this.header = header;
    this.atFirst = names.nodes.length;
    this.lines.zero = header.t;
    states.initial = { voters: names.nodes.slice(0, header.voters).map((_, i) => i + 1), next: null };
    for (const [name, state] of Object.entries(header.initial)) {
      const id = names.server(name, `initial.${name}`);
      this.initial[id - 1] = states.patch(id, state, `initial.${name}`, (t) => Math.round((t - header.t) * 1000));
    }
    this.initial = Array.from(names.nodes, (_, i) => this.initial[i] ?? null);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
