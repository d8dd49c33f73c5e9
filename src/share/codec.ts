/** How values become bits. Readers never throw and read a bounded number of bits; they note a fault in the reader. */
import type { BitReader, BitWriter } from './bits';
import { fromUtf8, toUtf8 } from './text';

export interface Codec<T> {
  write(out: BitWriter, value: T): void;
  read(from: BitReader): T;
}

/** A codec for each field, in the order in which they are written. */
type Fields<T> = { readonly [K in keyof T]-?: Codec<T[K]> };

export const flag: Codec<boolean> = {
  write: (out, value) => out.bit(value),
  read: (from) => from.bit(),
};

/** Any number from 0, best for those up to about 2^k. */
export const natural = (k: number): Codec<number> => ({
  write: (out, value) => out.golomb(value, k),
  read: (from) => from.golomb(k),
});

/** Any number from 0; those below 2^width - 1 take `width` bits. */
export const short = (width: number): Codec<number> => {
  const most = 2 ** width - 1;
  return {
    write(out, value) {
      out.bits(Math.min(value, most), width);
      if (value >= most) out.golomb(value - most, width);
    },
    read(from) {
      const value = from.bits(width);
      return value < most ? value : most + from.golomb(width);
    },
  };
};

/** 32-bit numbers, in as many bytes as they need. */
export const word: Codec<number> = {
  write(out, value) {
    const bytes = value < 2 ** 8 ? 1 : value < 2 ** 16 ? 2 : value < 2 ** 24 ? 3 : 4;
    out.bits(bytes - 1, 2);
    out.bits(value, bytes * 8);
  },
  read: (from) => from.bits((from.bits(2) + 1) * 8),
};

/** Numbers from `low` by a codec for numbers from 0. */
export const above = (low: number, codec: Codec<number>): Codec<number> => ({
  write: (out, value) => codec.write(out, value - low),
  read: (from) => codec.read(from) + low,
});

/** Numbers of both signs. */
export const signed = (codec: Codec<number>): Codec<number> => ({
  write(out, value) {
    out.bit(value < 0);
    codec.write(out, Math.abs(value));
  },
  read(from) {
    const negative = from.bit();
    const size = codec.read(from);
    return negative && size !== 0 ? -size : size;
  },
});

/** Lengths of time in microseconds, most of them whole milliseconds. */
export const duration: Codec<number> = {
  write(out, value) {
    const whole = value % 1000 === 0;
    out.bit(whole);
    if (whole) out.golomb(value / 1000, 6);
    else out.golomb(value, 12);
  },
  read: (from) => (from.bit() ? from.golomb(6) * 1000 : from.golomb(12)),
};

/** One of the values of a list that only ever grows. */
export const choice = <T>(values: readonly T[], width: number): Codec<T> => {
  const number = short(width);
  return {
    write: (out, value) => number.write(out, values.indexOf(value)),
    read(from) {
      const at = number.read(from);
      if (at >= values.length) from.fail('newer');
      return values[at] ?? values[0];
    },
  };
};

export const nullable = <T>(codec: Codec<T>): Codec<T | null> => ({
  write(out, value) {
    out.bit(value !== null);
    if (value !== null) codec.write(out, value);
  },
  read: (from) => (from.bit() ? codec.read(from) : null),
});

/** At most `most` values; `count` writes how many. */
export const list = <T>(codec: Codec<T>, count: Codec<number>, most: number): Codec<readonly T[]> => ({
  write(out, values) {
    count.write(out, values.length);
    for (const value of values) codec.write(out, value);
  },
  read(from) {
    const length = count.read(from);
    if (length > most) from.fail('damaged');
    const values: T[] = [];
    while (values.length < length && from.fault === null) values.push(codec.read(from));
    return values;
  },
});

/** Sets of numbers from 1, which come back in ascending order. */
export const numberSet: Codec<readonly number[]> = {
  write: (out, members) =>
    out.golomb(
      members.reduce((mask, member) => mask | (1 << (member - 1)), 0),
      5,
    ),
  read(from) {
    const mask = from.golomb(5);
    const members: number[] = [];
    for (let i = 0; i < 30; i++) if (Math.floor(mask / 2 ** i) % 2 === 1) members.push(i + 1);
    return members;
  },
};

/** Texts of at most `most` characters. */
export const text = (most: number): Codec<string> => {
  const bytes = list<number>(
    { write: (out, byte) => out.bits(byte, 8), read: (from) => from.bits(8) },
    natural(3),
    4 * most,
  );
  return {
    write: (out, value) => bytes.write(out, toUtf8(value)),
    read(from) {
      const value = fromUtf8(bytes.read(from));
      if (value === null) from.fail('damaged');
      return value ?? '';
    },
  };
};

/** Texts, the common ones of a list in `width` bits. */
export const commonText = (common: readonly string[], width: number, other: Codec<string>): Codec<string> => ({
  write(out, value) {
    const at = common.indexOf(value);
    out.bits(at < 0 ? common.length : at, width);
    if (at < 0) other.write(out, value);
  },
  read(from) {
    const at = from.bits(width);
    return at < common.length ? common[at] : other.read(from);
  },
});

/** Texts, many of them numbers from 0. */
export const numberText = (other: Codec<string>): Codec<string> => ({
  write(out, value) {
    const number = /^(0|[1-9]\d{0,8})$/.test(value);
    out.bit(number);
    if (number) out.golomb(Number(value), 4);
    else other.write(out, value);
  },
  read: (from) => (from.bit() ? String(from.golomb(4)) : other.read(from)),
});

/** Every field, in order. */
export const record = <T extends object>(fields: Fields<T>): Codec<T> => {
  const keys = Object.keys(fields) as (keyof T)[];
  return {
    write(out, value) {
      for (const key of keys) fields[key].write(out, value[key]);
    },
    read: (from) => Object.fromEntries(keys.map((key) => [key, fields[key].read(from)])) as T,
  };
};

/** The fields that differ from `base`: a mask of them, then they. Fields may be appended; old texts leave them out. */
export const changes = <T extends object>(base: T, fields: Fields<T>): Codec<T> => {
  const keys = Object.keys(fields) as (keyof T)[];
  const differs = (value: T, key: keyof T) => JSON.stringify(value[key]) !== JSON.stringify(base[key]);
  return {
    write(out, value) {
      const changed = keys.filter((key) => differs(value, key));
      out.golomb(
        changed.reduce((mask, key) => mask + 2 ** keys.indexOf(key), 0),
        0,
      );
      for (const key of changed) fields[key].write(out, value[key]);
    },
    read(from) {
      const mask = from.golomb(0);
      if (mask >= 2 ** keys.length) from.fail('newer');
      const isChanged = (at: number) => Math.floor(mask / 2 ** at) % 2 === 1;
      return Object.fromEntries(keys.map((key, at) => [key, isChanged(at) ? fields[key].read(from) : base[key]])) as T;
    },
  };
};

/** A union told apart by `type`: the number of the type is its place among the keys, so keys are only appended. */
export const union = <U extends { readonly type: string }>(
  variants: { readonly [T in U['type']]: Codec<Omit<Extract<U, { type: T }>, 'type'>> },
  width: number,
): Codec<U> => {
  const types = Object.keys(variants) as U['type'][];
  const codecs = variants as Readonly<Record<string, Codec<object>>>;
  const tag = choice(types, width);
  return {
    write(out, value) {
      tag.write(out, value.type);
      codecs[value.type].write(out, value);
    },
    read(from) {
      const type = tag.read(from);
      return { type, ...codecs[type].read(from) } as unknown as U;
    },
  };
};
