/** Sequences of bits, most significant first. Numbers are integers in [0, 2^53). */

/** More than any length in bits of a number. A longer one is damage. */
const BITS_MAX = 53;

export class BitWriter {
  private readonly bytes: number[] = [];
  private free = 0;

  bit(value: boolean): void {
    if (this.free === 0) {
      this.bytes.push(0);
      this.free = 8;
    }
    this.free--;
    if (value) this.bytes[this.bytes.length - 1] |= 1 << this.free;
  }

  /** The lowest `width` bits of a number. */
  bits(value: number, width: number): void {
    for (let i = width - 1; i >= 0; i--) this.bit(Math.floor(value / 2 ** i) % 2 === 1);
  }

  /** Exponential-Golomb code of order k: few bits for numbers up to about 2^k, two more for each doubling beyond. */
  golomb(value: number, k: number): void {
    const shifted = value + 2 ** k;
    const width = bitLength(shifted) - 1;
    for (let i = k; i < width; i++) this.bit(true);
    this.bit(false);
    this.bits(shifted, width);
  }

  /** The bytes, the last one filled up with zeros. */
  end(): number[] {
    this.free = 0;
    return this.bytes;
  }
}

/** How many bits `BitWriter.golomb` takes. */
export function golombLength(value: number, k: number): number {
  return 2 * bitLength(value + 2 ** k) - 1 - k;
}

/** Why something cannot be read. `newer`: it means something that this version does not know. */
export type Fault = 'damaged' | 'newer';

/** Reads what BitWriter wrote. Never throws: past the end come zeros, and `fault` tells. */
export class BitReader {
  fault: Fault | null = null;
  private position = 0;
  private readonly bytes: readonly number[];

  constructor(bytes: readonly number[]) {
    this.bytes = bytes;
  }

  bit(): boolean {
    const { position, bytes } = this;
    if (position >= bytes.length * 8) {
      this.fail('damaged');
      return false;
    }
    this.position++;
    return ((bytes[position >> 3] >> (7 - (position & 7))) & 1) === 1;
  }

  bits(width: number): number {
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 2 + (this.bit() ? 1 : 0);
    return value;
  }

  golomb(k: number): number {
    let width = k;
    while (this.bit()) width++;
    if (width >= BITS_MAX) {
      this.fail('damaged');
      return 0;
    }
    return this.bits(width) + 2 ** width - 2 ** k;
  }

  /** Notes the first fault; later ones follow from it. */
  fail(fault: Fault): void {
    this.fault ??= fault;
  }

  /** States that nothing follows but the zeros that fill up the last byte. */
  end(): void {
    const left = this.bytes.length * 8 - this.position;
    if (left >= 8 || this.bits(left) !== 0) this.fail('damaged');
  }
}

function bitLength(value: number): number {
  const high = Math.floor(value / 2 ** 32);
  return high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(value);
}
