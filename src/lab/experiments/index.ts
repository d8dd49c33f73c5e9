export { BASE_IDS, type BaseId, baseOf } from './bases';
export { REGIONS, roundTrip } from './bases/continents';
export { READS } from './bases/reads';
export { EXPERIMENT_IDS, EXPERIMENTS, findExperiment, rangeVariant } from './catalogue';
export {
  checkExperiment,
  type Experiment,
  LIMITS as EXPERIMENT_LIMITS,
  type Line,
  linesOf,
  openParameters,
  type Sweep,
  seedOf,
  unitOf,
  type Variant,
} from './experiment';
export { MEASURE_IDS, type MeasureId, type MeasureUnit, measureOf } from './measures';
export { isNotable, type PaperLine, paperLine } from './paper';
export { headOf, type LineResult, type Results, representative, resultsOf, toCsv, toJson } from './results';
export {
  checkSettings,
  faultOf,
  isParameter,
  PARAMETER_IDS,
  type ParameterId,
  parameterOf,
  type Settings,
  type SomeSettings,
  settingsWith,
  type Unit,
} from './settings';
export { quantile, type Summary, summarise, wilson } from './statistics';
export { doTrials, type Outcome, runTrial, type Share, sharesOf, trialRun } from './trials';
