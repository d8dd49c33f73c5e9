/** Numbers as they are typed, and what is wrong with them. */
import { formatNumber, type PanelTexts } from '../../i18n';

export interface Range {
  readonly min: number;
  readonly max: number;
  /** What one unit of the text is in the value: 1000 where milliseconds are typed and microseconds are meant. */
  readonly factor: number;
}

export const MILLISECONDS: Range = { min: 0, max: 600_000, factor: 1000 };
export const PERCENT: Range = { min: 0, max: 100, factor: 10_000 };

export interface Reading {
  readonly value: number;
  /** What is wrong, in words, or null. */
  readonly fault: string | null;
}

/** The integer value of a text, in the range; a full-width or decimal comma is understood too. */
export function readNumber(text: string, { min, max, factor }: Range, faults: PanelTexts['app']['faults']): Reading {
  const plain = text.trim().replace(/[，,]/g, '.').replace('−', '-');
  const number = /^-?\d*\.?\d+$|^-?\d+\.$/.test(plain) ? Number(plain) : Number.NaN;
  if (!Number.isFinite(number)) return { value: 0, fault: faults.number };
  if (number < min || number > max) return { value: 0, fault: faults.range(formatNumber(min), formatNumber(max)) };
  return { value: Math.round(number * factor), fault: null };
}

/** A value as text, without digits that say nothing. */
export function writeNumber(value: number, { factor }: Range): string {
  return String(value / factor);
}
