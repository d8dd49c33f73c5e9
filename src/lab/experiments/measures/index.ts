/** The measures by name. Each reads one number off a run, and names an instant of it worth seeing. */
import type { Reading, Trial } from '../trial';
import { operationRate, readRate, staleness, writeLatency } from './clients';
import { leaderless, lostTerms } from './leaderless';
import { recovery } from './recovery';
import { available, leaderChanges } from './service';

export type MeasureUnit = 'ms' | 'percent' | 'perSecond' | 'perMinute' | 'terms';

export interface Measure {
  readonly unit: MeasureUnit;
  readonly read: (trial: Trial) => Reading;
  /** What the trials of a line come to: their median, their mean, or in how many of a hundred it is not zero. */
  readonly summary: 'median' | 'mean' | 'share';
}

export const MEASURES = {
  leaderless: { unit: 'ms', read: leaderless, summary: 'median' },
  lostTerms: { unit: 'terms', read: lostTerms, summary: 'share' },
  available: { unit: 'percent', read: available, summary: 'mean' },
  leaderChanges: { unit: 'perMinute', read: leaderChanges, summary: 'mean' },
  operationRate: { unit: 'perSecond', read: operationRate, summary: 'median' },
  writeLatency: { unit: 'ms', read: writeLatency, summary: 'median' },
  readRate: { unit: 'perSecond', read: readRate, summary: 'median' },
  staleness: { unit: 'ms', read: staleness, summary: 'mean' },
  recovery: { unit: 'ms', read: recovery, summary: 'median' },
} as const satisfies Record<string, Measure>;

export type MeasureId = keyof typeof MEASURES;
export const MEASURE_IDS = Object.keys(MEASURES) as MeasureId[];
export const measureOf = (id: MeasureId): Measure => MEASURES[id];
