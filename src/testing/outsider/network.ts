/** Messages and links: delivered once unless duplicated, unaltered, never across a cut. */
import { canonical, isObject, type Json, type Report, str, strings } from './lines';

interface Sent {
  readonly message: Json;
  /** When the round of the sender's heartbeats began. */
  readonly round: number;
  /** Copies that may still be delivered. */
  copies: number;
  delivered: boolean;
  /** The link was cut at some moment since it was sent. */
  met: boolean;
}

export class Network {
  private readonly sent = new Map<string, Sent>();
  private readonly nodes: string[];
  private group = new Map<string, number>();
  private readonly cuts = new Set<string>();
  private readonly report: Report;

  constructor(nodes: readonly string[], report: Report) {
    this.nodes = nodes.slice();
    this.report = report;
  }

  add(node: string): void {
    this.nodes.push(node);
  }

  message(id: unknown): Json | null {
    return this.sent.get(String(id))?.message ?? null;
  }

  /** When the round of heartbeats began in which the message with this id was sent. */
  roundOf(id: unknown): number {
    return this.sent.get(String(id))?.round ?? Number.NEGATIVE_INFINITY;
  }

  send(node: string, message: Json, round: number): void {
    const id = String(message.id);
    const [from, to] = [str(message, 'from'), str(message, 'to')];
    if (this.sent.has(id)) this.report('delivery', `message id ${id} is used twice`);
    if (from !== node) this.report('send', `${node} sends as ${from}`);
    if (!this.nodes.includes(to) || to === from) this.report('send', `${node} sends to ${to}`);
    this.sent.set(id, { message, round, copies: 1, delivered: false, met: this.isCut(from, to) });
  }

  /** The message that is delivered, or null when there is none. */
  receive(node: string, line: Json): Json | null {
    const carried = isObject(line.msg) ? line.msg : null;
    const id = String(line.id ?? carried?.id);
    const sent = this.sent.get(id);
    if (sent === undefined) {
      this.report('delivery', `message ${id} is delivered and was never sent`);
      return null;
    }
    const { message } = sent;
    const [from, to] = [str(message, 'from'), str(message, 'to')];
    if (carried !== null && canonical(carried) !== canonical(message))
      this.report('delivery', `message ${id} was altered`);
    if (to !== node) this.report('delivery', `message ${id} to ${to} is delivered to ${node}`);
    if (sent.copies < 1) this.report('delivery', `message ${id} is delivered although no copy of it is left`);
    if (this.isCut(from, to)) this.report('cut', `message ${id} crosses the cut from ${from} to ${to}`);
    else if (sent.met) this.report('cut', `message ${id} from ${from} to ${to} met a cut on its way and arrives`);
    sent.copies--;
    sent.delivered = true;
    return message;
  }

  line(line: Json): void {
    switch (line.kind) {
      case 'drop':
      case 'duplicate':
        this.count(String(line.id), line.kind);
        return;
      case 'partition':
        this.partition(Array.isArray(line.groups) ? line.groups.map(strings) : []);
        return;
      case 'heal':
        this.group = new Map();
        this.cuts.clear();
        return;
      default:
        this.cut(line);
    }
    this.mark();
  }

  private count(id: string, kind: 'drop' | 'duplicate'): void {
    const sent = this.sent.get(id);
    if (sent === undefined) this.report('delivery', `${kind} of message ${id}, which was never sent`);
    else if (kind === 'duplicate') sent.copies++;
    else if (--sent.copies < 0) this.report('delivery', `message ${id} is dropped although no copy of it is left`);
    else if (sent.delivered) this.report('delivery', `message ${id} is dropped after it was delivered`);
  }

  private partition(groups: readonly (readonly string[])[]): void {
    this.group = new Map(groups.flatMap((group, i) => group.map((node) => [node, i + 1] as const)));
    this.mark();
  }

  private cut(line: Json): void {
    const [from, to] = [str(line, 'from'), str(line, 'to')];
    const links = line.oneWay === true ? [`${from} ${to}`] : [`${from} ${to}`, `${to} ${from}`];
    for (const link of links) {
      if (line.kind === 'cut') this.cuts.add(link);
      else this.cuts.delete(link);
    }
    this.mark();
  }

  /** Notes which messages on their way are on a link that is cut now. */
  private mark(): void {
    for (const sent of this.sent.values()) {
      if (sent.copies > 0 && this.isCut(str(sent.message, 'from'), str(sent.message, 'to'))) sent.met = true;
    }
  }

  private isCut(from: string, to: string): boolean {
    return (this.group.get(from) ?? 0) !== (this.group.get(to) ?? 0) || this.cuts.has(`${from} ${to}`);
  }
}
