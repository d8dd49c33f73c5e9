/** A run as text for a URL: a version, the run in bits, a checksum, all in base64url. */
import { failure, type Result } from '../base';
import type { RecordedAction, Run } from '../sim';
import { BitReader, BitWriter, golombLength } from './bits';
import { checksum } from './checksum';
import { above, short, word } from './codec';
import { sentence } from './errors';
import { action, config, FORMAT_VERSION } from './format';
import { bookmarks, MARKED_VERSION, validateMarkedRun } from './format-bookmarks';
import { readShort, SHORT_MOST, SHORT_VERSION, writeShort } from './format-short';
import { LIMITS } from './limits';
import { fromBase64Url, toBase64Url } from './text';

const MILLISECOND = 1000;
const ORDER_BITS = 5;

const servers = above(LIMITS.serversLeast, short(3));

/** Links of runs that are on stage are asked for again and again. */
const known = new WeakMap<Run, string>();

/**
 * base64url text without padding, about five characters for each action and less where there are many. Servers within a group of a partition come
 * back in ascending order; all else comes back as it is.
 */
export function encodeRun(run: Run): string {
  const text = known.get(run) ?? shortestOf(run);
  known.set(run, text);
  return text;
}

/** From fewer actions there is nothing to learn. */
const LEARNED_FROM = 10;

function shortestOf(run: Run): string {
  const plain = writePlain(run);
  const isLearned = run.actions.length >= LEARNED_FROM && plain.length <= SHORT_MOST;
  const learned = isLearned ? [SHORT_VERSION, ...writeShort(run)] : plain;
  const bytes = learned.length < plain.length ? learned : plain;
  const sum = checksum(bytes);
  return toBase64Url([...bytes, sum >> 8, sum & 0xff]);
}

function writePlain(run: Run): number[] {
  const out = new BitWriter();
  out.bits(run.bookmarks === undefined ? FORMAT_VERSION : MARKED_VERSION, 8);
  word.write(out, run.seed);
  const { servers: count, ...rest } = run.config;
  servers.write(out, count);
  config.write(out, rest);
  writeActions(out, run.actions);
  if (run.bookmarks !== undefined) bookmarks.write(out, run.bookmarks);
  return out.end();
}

/** The run of a link, or what is wrong with it in one sentence. Never throws, whatever the text. */
export function decodeRun(text: string): Result<Run> {
  if (text.length > LIMITS.link) return failure(sentence('tooLong'));
  const bytes = fromBase64Url(text);
  if (bytes === null) return failure(sentence(/^[\w-]*$/.test(text) ? 'damaged' : 'notALink'));
  const sum = bytes.splice(-2);
  if (bytes.length === 0 || checksum(bytes) !== sum[0] * 256 + sum[1]) return failure(sentence('damaged'));
  // Whatever later versions change, they begin with their number and end with this checksum.
  if (bytes[0] < FORMAT_VERSION) return failure(sentence('damaged'));
  if (bytes[0] > SHORT_VERSION) return failure(sentence('newer'));
  const { run, fault } = bytes[0] === SHORT_VERSION ? readShort(bytes.slice(1)) : readPlain(bytes);
  return fault === null ? validateMarkedRun(run) : failure(sentence(fault));
}

function readPlain(bytes: readonly number[]): { readonly run: Run; readonly fault: BitReader['fault'] } {
  const from = new BitReader(bytes);
  const isMarked = from.bits(8) === MARKED_VERSION;
  const seed = word.read(from);
  const count = servers.read(from);
  const rest = config.read(from);
  const actions = readActions(from);
  const marks = isMarked ? { bookmarks: bookmarks.read(from) } : {};
  from.end();
  return { run: { version: 1, seed, config: { servers: count, ...rest }, actions, ...marks }, fault: from.fault };
}

/** How many, then each with the time since the one before, in the unit and the order that suit them best. */
function writeActions(out: BitWriter, actions: readonly RecordedAction[]): void {
  out.golomb(actions.length, 4);
  if (actions.length === 0) return;
  const whole = actions.every(({ at }) => at % MILLISECOND === 0);
  const unit = whole ? MILLISECOND : 1;
  const gaps = actions.map(({ at }, i) => (i === 0 ? at / unit : (at - actions[i - 1].at) / unit - 1));
  const order = bestOrder(gaps);
  out.bit(whole);
  out.bits(order, ORDER_BITS);
  actions.forEach((recorded, i) => {
    out.golomb(gaps[i], order);
    action.write(out, recorded.action);
  });
}

function readActions(from: BitReader): RecordedAction[] {
  const actions: RecordedAction[] = [];
  const count = from.golomb(4);
  if (count === 0) return actions;
  if (count > LIMITS.actions) from.fail('damaged');
  const unit = from.bit() ? MILLISECOND : 1;
  const order = from.bits(ORDER_BITS);
  let at = -unit;
  while (actions.length < count && from.fault === null) {
    at += (from.golomb(order) + 1) * unit;
    actions.push({ at, action: action.read(from) });
  }
  return actions;
}

/** The order of the code in which these numbers take the fewest bits together. */
function bestOrder(numbers: readonly number[]): number {
  let best = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (let order = 0; order < 2 ** ORDER_BITS; order++) {
    const length = numbers.reduce((sum, number) => sum + golombLength(number, order), 0);
    if (length >= fewest) continue;
    best = order;
    fewest = length;
  }
  return best;
}
