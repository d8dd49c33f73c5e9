/** Names of servers and clients as numbers: S1, S2, … and client 1, 2, … */
import { type Configuration, NOBODY, type ServerId } from '../raft';
import { isObject, type Reader } from './reader';

/** A cluster has room for so many servers. */
export const SERVERS_MOST = 9;

export class Names {
  /** Index 0 is S1. */
  readonly nodes: string[] = [];
  private readonly clients = new Map<string, number>();
  private readonly reader: Reader;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  add(node: string): ServerId {
    return this.nodes.push(node);
  }

  has(node: unknown): boolean {
    return typeof node === 'string' && this.nodes.includes(node);
  }

  /** The number of a server. */
  server(value: unknown, field: string): ServerId {
    const at = typeof value === 'string' ? this.nodes.indexOf(value) : -1;
    if (at < 0) this.reader.refuse(field, { type: 'node', values: this.nodes }, value);
    return at + 1;
  }

  servers(value: unknown, field: string): ServerId[] {
    return this.reader.list(value, field).map((one, i) => this.server(one, `${field}[${i}]`));
  }

  /** A configuration: a list of voters, or the two halves of a joint one. */
  configuration(value: unknown, field: string): Configuration {
    if (Array.isArray(value)) return { voters: ascending(this.servers(value, field)), next: null };
    if (!isObject(value)) {
      this.reader.refuse(field, { type: 'list' }, value);
      return NOBODY;
    }
    const voters = ascending(this.servers(value.old, `${field}.old`));
    return { voters, next: ascending(this.servers(value.new, `${field}.new`)) };
  }

  /** Indexes by ServerId, of an object that has them by name. */
  indexes(value: unknown, field: string): number[] {
    const indexes: number[] = [];
    for (const [name, index] of Object.entries(this.reader.object(value, field))) {
      const id = this.server(name, `${field}.${name}`);
      indexes[id] = this.reader.integer(index, `${field}.${name}`);
    }
    // Where an index is not told there is 0 as in an array without holes.
    return Array.from(indexes, (index) => index ?? 0);
  }

  /** The number in the name of a client, or else the first that is free. */
  client(value: unknown, field: string): number {
    const name = typeof value === 'number' ? String(value) : this.reader.text(value, field, 64);
    const known = this.clients.get(name);
    if (known !== undefined) return known;
    const taken = new Set(this.clients.values());
    let number = Number(/^[cC]?(\d{1,4})$/.exec(name)?.[1] ?? 1);
    while (taken.has(number)) number++;
    this.clients.set(name, number);
    return number;
  }
}

const ascending = (ids: readonly ServerId[]): ServerId[] => [...new Set(ids)].sort((a, b) => a - b);
