/**
 * Counter-based randomness: the n-th number of a stream is a function of (seed, stream, n) and of nothing else, so
 * an action that changes one stream leaves every other stream as it was. 32-bit integer arithmetic only, because a
 * shared link must replay the same in every browser.
 *
 * @returns an integer in [0, 2^32)
 */
export function draw(seed: number, stream: number, n: number): number {
  let x = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 0x7f4a7c15, 0xc2b2ae35);
  x = mix(x) ^ Math.imul(n + 0x165667b1, 0x27d4eb2f);
  return mix(mix(x)) >>> 0;
}

/**
 * The n-th number of a stream, uniform over the integers of [low, high]; `low` when the interval holds no more.
 * The bias of the multiplication is below (high - low) / 2^32.
 */
export function drawBetween(seed: number, stream: number, n: number, low: number, high: number): number {
  const width = high - low + 1;
  if (width <= 1) return low;
  // The product of two 32-bit numbers needs 64 bits: high and low halves of the drawn number are taken apart.
  const number = draw(seed, stream, n);
  const upper = number >>> 16;
  const lower = number & 0xffff;
  return low + Math.floor((upper * width + Math.floor((lower * width) / 0x10000)) / 0x10000);
}

/** A finaliser in which each bit of the input changes each bit of the output about half of the time. */
function mix(input: number): number {
  let x = input | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
