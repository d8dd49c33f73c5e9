export { linearAxis, logAxis, type PlotAxis, type PlotBox, type PlotTick } from './axis';
export { type CumulativeLine, type CumulativeScene, cumulativeScene, type ReferenceLine } from './cumulative';
export { type DotGroup, type DotsScene, dotsScene, spread, valueAxis } from './dots';
export type { CurveLabel } from './labels';
export { nearestSpot, type Spot } from './nearest';
export { tickRows } from './tick-rows';
export { type TrendLine, type TrendMark, type TrendPoint, type TrendScene, trendScene } from './trend';
