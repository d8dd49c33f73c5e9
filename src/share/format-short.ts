/**
 * Version 3 of the format of links: the tables of version 1, written so that a run of many actions far apart stays
 * short. Instants are told by their roundness, messages by where their number was to be expected, and all bits go
 * through an adaptive coder. It is written where it is the shortest. FROZEN as version 1 is.
 */
import type { Action, Microseconds, OwnAction, RecordedAction, Run } from '../sim';
import { AdaptiveReader, AdaptiveWriter } from './adaptive';
import type { BitReader } from './bits';
import { above, short, word } from './codec';
import { action as actionCodec, config } from './format';
import { bookmarks } from './format-bookmarks';
import { LIMITS } from './limits';

export const SHORT_VERSION = 3;
/** In bytes: what is longer is not read, because learning takes time. */
export const SHORT_MOST = 16_000;

const servers = above(LIMITS.serversLeast, short(3));

/** Places of the text, each of which resembles itself; a last digit has one for each number of zeros after it. */
const HEAD = 0;
const ACTION = 1;
const INSTANT = 2;
const DIGIT = 3;

const ZEROS_MOST = 7;
const ZEROS_BITS = 3;
const DIGIT_BITS = 4;

/** All after the number of the version. */
export function writeShort(run: Run): number[] {
  const out = new AdaptiveWriter();
  const { servers: count, ...rest } = run.config;
  out.enter(HEAD);
  word.write(out, run.seed);
  servers.write(out, count);
  config.write(out, rest);
  out.bit(run.bookmarks !== undefined);
  out.golomb(run.actions.length, 4);
  const guess = new Guess();
  let last = -1;
  for (const { at, action } of run.actions) {
    writeInstant(out, last, at);
    out.enter(ACTION);
    actionCodec.write(
      out,
      withMessage(action, (message) => toNatural(message - guess.at(at))),
    );
    withMessage(action, (message) => guess.learn(at, message));
    last = at;
  }
  out.enter(HEAD);
  if (run.bookmarks !== undefined) bookmarks.write(out, run.bookmarks);
  return out.end();
}

/** Never throws; `fault` says what is wrong. */
export function readShort(bytes: readonly number[]): { readonly run: Run; readonly fault: BitReader['fault'] } {
  const from = new AdaptiveReader(bytes);
  if (bytes.length > SHORT_MOST) from.fail('damaged');
  from.enter(HEAD);
  const seed = word.read(from);
  const count = servers.read(from);
  const rest = config.read(from);
  const isMarked = from.bit();
  const actions = readActions(from);
  from.enter(HEAD);
  const marks = isMarked ? { bookmarks: bookmarks.read(from) } : {};
  from.end();
  return { run: { version: 1, seed, config: { servers: count, ...rest }, actions, ...marks }, fault: from.fault };
}

function readActions(from: AdaptiveReader): RecordedAction[] {
  const actions: RecordedAction[] = [];
  const count = from.golomb(4);
  if (count > LIMITS.actions) from.fail('damaged');
  const guess = new Guess();
  let at = -1;
  while (actions.length < count && from.fault === null) {
    at = readInstant(from, at);
    from.enter(ACTION);
    const action = withMessage(actionCodec.read(from), (rest) => guess.at(at) + toWhole(rest));
    withMessage(action, (message) => guess.learn(at, message));
    actions.push({ at, action });
  }
  return actions;
}

/** With how many zeros it ends, what of it comes before the last digit that is none, as the distance, and that digit. */
function writeInstant(out: AdaptiveWriter, last: Microseconds, at: Microseconds): void {
  let zeros = 0;
  while (zeros < ZEROS_MOST && at % 10 ** (zeros + 1) === 0) zeros++;
  const unit = 10 ** zeros;
  out.enter(INSTANT);
  out.bits(zeros, ZEROS_BITS);
  out.golomb(Math.floor(at / unit / 10) - Math.floor(last / unit / 10), 0);
  out.enter(DIGIT + zeros);
  out.bits((at / unit) % 10, DIGIT_BITS);
}

function readInstant(from: AdaptiveReader, last: Microseconds): Microseconds {
  from.enter(INSTANT);
  const zeros = from.bits(ZEROS_BITS);
  const unit = 10 ** zeros;
  const tens = from.golomb(0) + Math.floor(last / unit / 10);
  from.enter(DIGIT + zeros);
  return (10 * tens + from.bits(DIGIT_BITS)) * unit;
}

/** Messages are numbered as they are sent: about as many in each second as in those before. */
class Guess {
  private time: Microseconds = 0;
  private message = 0;

  at(time: Microseconds): number {
    return this.time === 0 ? 0 : Math.floor((this.message / this.time) * time);
  }

  learn(time: Microseconds, message: number): number {
    this.time = time;
    this.message = message;
    return message;
  }
}

/** The action with the number of its message changed, in whichever group it is. */
function withMessage<A extends Action | OwnAction>(action: A, change: (message: number) => number): A {
  if (action.type === 'inGroup') return { ...action, action: withMessage(action.action, change) };
  return 'message' in action ? { ...action, message: change(action.message) } : action;
}

/** Whole numbers of both signs as numbers from 0, those near zero first, and back. */
const toNatural = (whole: number): number => (whole < 0 ? -2 * whole - 1 : 2 * whole);
const toWhole = (natural: number): number => (natural % 2 === 1 ? -(natural + 1) / 2 : natural / 2);
