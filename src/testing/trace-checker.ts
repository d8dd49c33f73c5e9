/**
 * An outsider's checker of raft-trace/1: JSON Lines in, violations out. It knows the format, the paper and the
 * dissertation, and shares no code with the implementation that it judges. Not judged: the feature `delayedAcks`.
 */
import { Cluster } from './outsider/cluster';
import { ClientHistory } from './outsider/linearizable';
import { isObject, type Json, type Rule, type Violation } from './outsider/lines';

export type { Violation } from './outsider/lines';

/** At most `most` violations of a trace, in the order of its lines. */
export function checkTrace(text: string, most = 20): Violation[] {
  const lines = text.split('\n').filter((line) => line !== '');
  const checker = new Checker();
  for (const line of lines) {
    checker.line(line);
    if (checker.violations.length >= most) break;
  }
  checker.end();
  return checker.violations.slice(0, most);
}

const NETWORK = ['drop', 'duplicate', 'partition', 'cut', 'uncut', 'heal'];

class Checker {
  readonly violations: Violation[] = [];
  private number = 0;
  private readonly clients = new ClientHistory();
  private cluster: Cluster;

  constructor() {
    this.cluster = new Cluster({}, this.report);
  }

  readonly report = (rule: Rule, text: string): void => {
    this.violations.push({ line: this.number, rule, text });
  };

  line(text: string): void {
    this.number++;
    const line: unknown = parse(text);
    if (!isObject(line)) this.report('format', 'this is no JSON object');
    else if (this.number === 1) this.header(line);
    else this.laterLine(line);
  }

  private header(line: Json): void {
    if (line.v !== 'raft-trace/1' || line.kind !== 'header') this.report('format', 'the first line is no header');
    this.cluster = new Cluster(line, this.report);
  }

  private laterLine(line: Json): void {
    const { cluster } = this;
    const { t, kind, node } = line;
    if (typeof t !== 'number' || t < cluster.time) this.report('format', `time ${String(t)} goes back`);
    else cluster.time = t;
    if (typeof kind !== 'string') this.report('format', 'there is no kind');
    else if (node !== undefined) cluster.line(line, kind);
    else if (NETWORK.includes(kind)) cluster.network.line(line);
    else if (kind === 'clientInvoke' || kind === 'clientReturn') this.clientLine(line, kind);
    else if (kind !== 'note') this.report('format', `unknown kind ${kind}`);
  }

  end(): void {
    this.cluster.end();
    this.violations.push(...this.clients.check());
  }

  private clientLine(line: Json, kind: 'clientInvoke' | 'clientReturn'): void {
    const wrong =
      kind === 'clientInvoke' ? this.clients.invoke(this.number, line) : this.clients.return(this.number, line);
    if (wrong !== null) this.report(wrong.rule, wrong.text);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
