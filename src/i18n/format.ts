/** Numbers and times as both languages write them: digits of equal width, units after a space that does not break. */

const SPACE = '\u00a0';

/** 1044 → "1,044". */
export function formatNumber(value: number): string {
  const [whole, fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** An instant of virtual time in whole milliseconds: 1_044_300 µs → "1,044 ms". */
export function formatInstant(microseconds: number): string {
  return `${formatNumber(Math.floor(microseconds / 1000))}${SPACE}ms`;
}

/** A length of virtual time, with as many digits as it is worth: "1.5 ms", "46 ms", "1.04 s", "12.3 s", "2:05 min". */
export function formatLength(microseconds: number): string {
  const ms = microseconds / 1000;
  if (ms < 9.95) return `${formatNumber(Math.round(ms * 10) / 10)}${SPACE}ms`;
  if (ms < 999.5) return `${Math.round(ms)}${SPACE}ms`;
  const s = ms / 1000;
  if (s < 9.995) return `${s.toFixed(2)}${SPACE}s`;
  if (s < 99.95) return `${s.toFixed(1)}${SPACE}s`;
  const seconds = Math.round(s);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}${SPACE}min`;
}

/** Virtual time per real time: "1/20", "1×", "2×". */
export function formatRate(rate: number): string {
  return rate < 1 ? `1/${Math.round(1 / rate)}` : `${formatNumber(rate)}×`;
}

/** Millionths as a percentage with up to two decimals: 25_000 → "2.5 %". */
export function formatPercent(millionths: number): string {
  return `${formatNumber(Math.round(millionths / 100) / 100)}${SPACE}%`;
}

/** With as many digits as a measurement is worth: 1234.5 → 1235, 12.34 → 12.3, 1.234 → 1.23. */
export function roundSensibly(value: number): number {
  const size = Math.abs(value);
  const scale = size >= 100 ? 1 : size >= 10 ? 10 : 100;
  return Math.round(value * scale) / scale;
}

/** A measured length in milliseconds, or in thousands of them: 287.3 → "287 ms", 1198.6 → "1.2 s". */
export function formatScaled(value: number, unit: string, thousand: string): string {
  if (value < 1000) return `${roundSensibly(value)}${SPACE}${unit}`;
  return `${formatNumber(roundSensibly(value / 1000))}${SPACE}${thousand}`;
}
