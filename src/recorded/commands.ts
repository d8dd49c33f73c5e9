/** What the entries of a recorded log hold. Raft does not look inside, and neither need a recording say much of it. */
import type { Command, Operation } from '../raft';
import type { Names } from './names';
import { isObject, type Json, type Reader } from './reader';

/** What is shown of a command that is none of the key-value store. */
const TEXT_MOST = 40;
/** A client waits for so many answers at most: what it asked before is never repeated. */
const PATIENCE = 100;

export const OPERATIONS = ['put', 'append', 'get', 'inc', 'cas'] as const;

const NOOP: Command = { type: 'noop' };

/** An entry of whose command nothing is told. */
export const UNKNOWN: Command = { type: 'opaque', text: '' };

export class Commands {
  private readonly reader: Reader;
  private readonly names: Names;
  /** Equal commands are one object. */
  private readonly known = new Map<string, Command>();

  constructor(reader: Reader, names: Names) {
    this.reader = reader;
    this.names = names;
  }

  command(value: unknown, field: string): Command {
    if (value === undefined) return UNKNOWN;
    const text = JSON.stringify(value);
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const command = this.make(value, field);
    this.known.set(text, command);
    return command;
  }

  private make(value: unknown, field: string): Command {
    if (value === null || isNoop(value)) return NOOP;
    if (isObject(value) && 'cfg' in value) {
      return { type: 'configuration', configuration: this.names.configuration(value.cfg, `${field}.cfg`) };
    }
    if (isObject(value) && typeof value.f === 'string' && 'key' in value) return this.clientCommand(value, field);
    const written = typeof value === 'string' ? writtenPut(value) : null;
    if (written !== null) return { type: 'client', client: 0, serial: 0, oldest: 0, operation: written };
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return { type: 'opaque', text: text.slice(0, TEXT_MOST) };
  }

  private clientCommand(value: Json, field: string): Command {
    const { reader, names } = this;
    const client = value.client === undefined ? 0 : names.client(value.client, `${field}.client`);
    const serial = value.op === undefined ? 0 : reader.integer(value.op, `${field}.op`);
    const oldest = Math.max(0, serial - PATIENCE);
    return { type: 'client', client, serial, oldest, operation: this.operation(value, `${field}.`) };
  }

  /** An operation of the store: `f` on `key`, with `value` and `value2`. */
  operation(line: Json, prefix: string): Operation {
    const { reader } = this;
    const type = reader.oneOf(line.f, `${prefix}f`, OPERATIONS);
    const key = this.value(line.key, `${prefix}key`) ?? '';
    switch (type) {
      case 'get':
      case 'inc':
        return { type, key };
      case 'cas': {
        const expected = this.value(line.value, `${prefix}value`);
        return { type, key, expected, value: this.value(line.value2, `${prefix}value2`) ?? '' };
      }
      default:
        return { type, key, value: this.value(line.value, `${prefix}value`) ?? '' };
    }
  }

  /** A text, or what can be written as one; null: there is none. */
  value(value: unknown, field: string): string | null {
    if (value === null || value === undefined) return null;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return this.reader.text(value, field, 10_000);
  }
}

function isNoop(value: unknown): boolean {
  if (isObject(value)) return value.noop === true;
  return typeof value === 'string' && /^no-?op$/i.test(value);
}

/** What many write for the writing of a value: set x 5, x=5, x<-5. */
function writtenPut(text: string): Operation | null {
  const found =
    /^(?:set|put)\s+(\S{1,32})\s+(\S.{0,63})$/i.exec(text) ?? /^(\w{1,32})\s*(?::?=|<-|←)\s*(\S.{0,63})$/.exec(text);
  return found === null ? null : { type: 'put', key: found[1], value: found[2] };
}
