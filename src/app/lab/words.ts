/** What lines, values and axes of an experiment are called. */
import type { LabTexts } from '../../i18n';
import { type Experiment, type Line, linesOf, measureOf, type ParameterId, parameterOf, type Variant } from '../../lab';

export function variantName(texts: LabTexts, experiment: Experiment, { id }: Variant): string {
  if (experiment.id === 'figure-16') return `${id.replace('-', '–')}\u00a0${texts.units.ms}`;
  return texts.experiments[experiment.id]?.variants[id] ?? id;
}

/** A value of a parameter as it is written. */
export function settingText(texts: LabTexts, id: ParameterId, value: number): string {
  const { unit } = parameterOf(id);
  if (unit === 'place') return texts.regions[value - 1] ?? String(value);
  if (unit === 'mode') return texts.modes[value] ?? String(value);
  if (unit === 'switch') return texts.switches[value] ?? String(value);
  return texts.setting(value, unit);
}

/** The unit of a parameter; nothing where it has none. */
export function unitText(texts: LabTexts, id: ParameterId): string {
  const { unit } = parameterOf(id);
  return unit in texts.units ? texts.units[unit as keyof LabTexts['units']] : '';
}

/** A line by its variant and, where a parameter is swept, its value. */
export function lineName(texts: LabTexts, experiment: Experiment, line: Line): string {
  const { sweep, variants } = experiment;
  const name = variantName(texts, experiment, line.variant);
  if (sweep === null || line.x === null) return name;
  const value = texts.parameterAt(texts.parameters[sweep.parameter], settingText(texts, sweep.parameter, line.x));
  return variants.length === 1 ? value : texts.lineAt(name, value);
}

/** What was measured, as it is written. */
export function measuredText(texts: LabTexts, experiment: Experiment, value: number | null): string {
  const { unit } = measureOf(experiment.measure);
  return texts.value(value ?? Number.POSITIVE_INFINITY, unit);
}

/** What stands for a line: its median or mean, or in which percentage of its trials something happened. */
export function representativeText(texts: LabTexts, experiment: Experiment, value: number): string {
  const { unit, summary } = measureOf(experiment.measure);
  return texts.value(value, summary === 'share' ? 'percent' : unit);
}

/** How many small multiples there are; 1: all lines are in one. */
export function panelsOf({ variants }: Experiment): number {
  return Math.max(1, ...variants.map(({ panels }) => Math.max(0, ...(panels ?? [0])) + 1));
}

/** The variants that a panel shows, in order: their places are their colours. */
export function variantsIn({ variants }: Experiment, panel: number): readonly Variant[] {
  return variants.filter(({ panels }) => panels === undefined || panels.includes(panel));
}

export function linesIn(experiment: Experiment, panel: number): Line[] {
  const shown = new Set(variantsIn(experiment, panel).map(({ id }) => id));
  return linesOf(experiment).filter(({ variant }) => shown.has(variant.id));
}

/** The colour of the n-th line of a panel. */
export const colourOf = (place: number): string => `var(--series-${(place % 6) + 1})`;
