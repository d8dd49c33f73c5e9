/**
 * Sequences of bits that get shorter the more one part resembles another: a binary arithmetic coder whose odds for each
 * bit are those of the same place before. All numbers are integers, so every engine writes and reads the same.
 */
import { BitReader, BitWriter } from './bits';

const TOP = 2 ** 32;
const BYTE = 2 ** 24;
/** Kinds of fields: first those of so many bits, then the codes for numbers of any size. */
const KINDS = 128;
/** So many bytes are read before they are needed. */
const AHEAD = 4;
/** Parts of the text that resemble themselves only. */
const PLACES = 16;
/** The bits since a place was entered, behind a 1; longer paths are all one. */
const PATH_MAX = 2 ** 44;
const COUNT_MAX = 255;
/** How much more what is known of exactly this place counts than what is known of such fields. */
const WEIGHT = 4;
/** What is known before anything is: neither bit is more likely. */
const PRIOR = 2;
/** Of numbers with more bits than this, so many of the first are learned from. */
const LARGE = 6;
const LEARNED = 2;

/** How often a bit was 0 and 1. */
type Counts = [zeros: number, ones: number];

/** What has been learned, the same at both ends. */
class Odds {
  private readonly known = new Map<number, Counts>();
  private place = 0;
  private path = 1;
  private kind = 0;
  private step = 1;
  private readonly seen: [Counts, Counts] = [
    [0, 0],
    [0, 0],
  ];

  /** What follows resembles what followed here before. @param place in [0, 15] */
  enter(place: number): void {
    this.place = place;
    this.path = 1;
    this.field(0);
  }

  /** What follows resembles other fields of that kind. @param kind in [0, 127] */
  field(kind: number): void {
    this.kind = kind;
    this.step = 1;
  }

  /** The part of a range that a 0 takes. */
  split(range: number): number {
    if (this.isEven()) return Math.floor(range / 2);
    const here = this.countsOf(this.path * PLACES + this.place);
    const like = this.countsOf(-this.step * KINDS - this.kind);
    this.seen[0] = here;
    this.seen[1] = like;
    const zeros = WEIGHT * here[0] + like[0] + PRIOR;
    const ones = WEIGHT * here[1] + like[1] + PRIOR;
    return Math.floor((range * zeros) / (zeros + ones));
  }

  learn(bit: 0 | 1): void {
    if (!this.isEven()) this.count(bit);
    this.path = Math.min(PATH_MAX, 2 * this.path + bit);
    this.step = Math.min(PATH_MAX, 2 * this.step + bit);
  }

  /** The last bits of large numbers resemble nothing. */
  private isEven(): boolean {
    return this.kind > LARGE && this.kind < KINDS / 2 && this.step >= 2 ** LEARNED;
  }

  private count(bit: 0 | 1): void {
    for (const counts of this.seen) {
      counts[bit]++;
      if (counts[bit] > COUNT_MAX) for (const i of [0, 1] as const) counts[i] = (counts[i] + 1) >> 1;
    }
  }

  private countsOf(key: number): Counts {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const fresh: Counts = [0, 0];
    this.known.set(key, fresh);
    return fresh;
  }
}

export class AdaptiveWriter extends BitWriter {
  private readonly odds = new Odds();
  private readonly out: number[] = [];
  /** Whatever follows, the bytes will lie in [low, high]. */
  private low = 0;
  private high = TOP - 1;

  enter(place: number): void {
    this.odds.enter(place);
  }

  override bit(value: boolean): void {
    const end = this.low + this.odds.split(this.high - this.low);
    if (value) this.low = end + 1;
    else this.high = end;
    this.odds.learn(value ? 1 : 0);
    while (firstByte(this.low) === firstByte(this.high)) {
      this.out.push(firstByte(this.low));
      this.low = withoutFirst(this.low);
      this.high = withoutFirst(this.high) + 255;
    }
  }

  override bits(value: number, width: number): void {
    this.odds.field(width);
    super.bits(value, width);
  }

  override golomb(value: number, k: number): void {
    this.odds.field(KINDS / 2 + k);
    super.golomb(value, k);
  }

  /** As few bytes as lead into [low, high] when zeros follow. */
  override end(): number[] {
    let unit = TOP;
    while (Math.ceil(this.low / unit) * unit > this.high) unit /= 256;
    const value = Math.ceil(this.low / unit) * unit;
    for (let rest = value; unit < TOP; unit *= 256) {
      this.out.push(firstByte(rest));
      rest = withoutFirst(rest);
    }
    return this.out;
  }
}

/** Reads what AdaptiveWriter wrote. Never throws: past the end come zeros, and `fault` tells. */
export class AdaptiveReader extends BitReader {
  private readonly odds = new Odds();
  private low = 0;
  private high = TOP - 1;
  private value = 0;
  private taken = 0;
  private readonly text: readonly number[];

  constructor(bytes: readonly number[]) {
    super(bytes);
    this.text = bytes;
    for (let i = 0; i < AHEAD; i++) this.take();
  }

  enter(place: number): void {
    this.odds.enter(place);
  }

  override bit(): boolean {
    if (this.fault !== null) return false;
    const end = this.low + this.odds.split(this.high - this.low);
    const value = this.value > end;
    if (value) this.low = end + 1;
    else this.high = end;
    this.odds.learn(value ? 1 : 0);
    while (firstByte(this.low) === firstByte(this.high)) {
      this.low = withoutFirst(this.low);
      this.high = withoutFirst(this.high) + 255;
      this.take();
    }
    return value;
  }

  override bits(width: number): number {
    this.odds.field(width);
    return super.bits(width);
  }

  override golomb(k: number): number {
    this.odds.field(KINDS / 2 + k);
    return super.golomb(k);
  }

  /** States that nothing follows. */
  override end(): void {
    if (this.taken < this.text.length) this.fail('damaged');
  }

  private take(): void {
    if (this.taken >= this.text.length + AHEAD) this.fail('damaged');
    this.value = withoutFirst(this.value) + (this.text[this.taken++] ?? 0);
  }
}

const firstByte = (word: number): number => Math.floor(word / BYTE);
const withoutFirst = (word: number): number => (word % BYTE) * 256;
