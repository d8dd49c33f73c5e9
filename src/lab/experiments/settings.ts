/** What an experiment can vary: numbers with ranges. Times are in milliseconds unless the name says seconds. */
import { failure, type Result, success } from '../../base';

export type Unit = 'count' | 'ms' | 'seconds' | 'percent' | 'switch' | 'place' | 'mode' | 'entries';

export interface Parameter {
  readonly min: number;
  readonly max: number;
  /** What it is where an experiment says nothing. */
  readonly usual: number;
  readonly unit: Unit;
  /** Whole numbers only; others have up to three decimals, because virtual time is counted in microseconds. */
  readonly whole: boolean;
}

const whole = (unit: Unit, min: number, max: number, usual: number): Parameter => ({
  min,
  max,
  usual,
  unit,
  whole: true,
});
const ms = (min: number, max: number, usual: number): Parameter => ({ min, max, usual, unit: 'ms', whole: false });
const onOff: Parameter = { min: 0, max: 1, usual: 0, unit: 'switch', whole: true };

export const PARAMETERS = {
  servers: whole('count', 3, 9, 5),
  /** The election timeout is drawn from [electionMin, electionMax) for each wait. */
  electionMin: ms(5, 10_000, 150),
  electionMax: ms(5, 20_000, 300),
  /** 0: half of electionMin. */
  heartbeat: ms(0, 10_000, 0),
  /** One way of a message at least; `jitter` is what may be added to it. */
  latency: ms(0.05, 500, 5),
  jitter: ms(0, 500, 0),
  /** A write to disk takes from diskMin to diskMax. */
  diskMin: ms(0, 100, 0.5),
  diskMax: ms(0, 100, 1.5),
  loss: { min: 0, max: 60, usual: 0, unit: 'percent', whole: false },
  /** The last heartbeat reaches the followers up to this much apart. */
  skew: ms(0, 4, 0),
  /** Logs of different lengths, so that the servers with the shortest cannot win. */
  unequal: onOff,
  preVote: onOff,
  checkQuorum: onOff,
  conflictHint: onOff,
  snapshot: onOff,
  pipeline: onOff,
  batch: whole('entries', 1, 64, 8),
  writers: whole('count', 1, 9, 9),
  /** One way to and from the slow followers, beside `latency`. */
  slow: ms(0, 500, 0),
  slowFollowers: whole('count', 0, 8, 1),
  /** Entries that the follower lacks, and as many of its own that nobody else has. */
  lag: whole('entries', 1, 900, 50),
  /** How long a server runs and is down, on average; in seconds. */
  uptime: { min: 1, max: 3600, usual: 20, unit: 'seconds', whole: false },
  downtime: { min: 0.1, max: 600, usual: 5, unit: 'seconds', whole: false },
  /** How long a run is watched, in seconds. */
  length: { min: 1, max: 600, usual: 60, unit: 'seconds', whole: false },
  /** A place in READ_MODES. */
  reads: whole('mode', 0, 3, 0),
  /** Where the leader and where the client is: places in REGIONS, from 1. */
  leader: whole('place', 1, 5, 1),
  client: whole('place', 1, 5, 1),
} as const satisfies Record<string, Parameter>;

export type ParameterId = keyof typeof PARAMETERS;
export const PARAMETER_IDS = Object.keys(PARAMETERS) as ParameterId[];

/** A value for every parameter. */
export type Settings = Readonly<Record<ParameterId, number>>;
export type SomeSettings = Readonly<Partial<Record<ParameterId, number>>>;

export const parameterOf = (id: ParameterId): Parameter => PARAMETERS[id];

export function isParameter(id: string): id is ParameterId {
  return Object.hasOwn(PARAMETERS, id);
}

export function settingsWith(some: SomeSettings): Settings {
  const usual = Object.fromEntries(PARAMETER_IDS.map((id) => [id, parameterOf(id).usual]));
  return { ...(usual as Record<ParameterId, number>), ...some };
}

/** What is wrong with settings: the parameter, and its range, or with which other one it does not go. */
export interface SettingFault {
  readonly parameter: ParameterId;
  readonly fault: 'number' | 'range' | 'order';
}

/** Whether a value is one that the parameter may have. */
export function faultOf(id: ParameterId, value: number): SettingFault['fault'] | null {
  const { min, max, whole: isWhole } = parameterOf(id);
  if (!Number.isFinite(value) || (isWhole && !Number.isInteger(value))) return 'number';
  return value >= min && value <= max ? null : 'range';
}

/** The settings, or the first thing that is wrong with them. */
export function checkSettings(settings: Settings): Result<Settings> & { readonly at?: SettingFault } {
  for (const id of PARAMETER_IDS) {
    const fault = faultOf(id, settings[id]);
    if (fault !== null) return refuse(id, fault);
  }
  if (settings.electionMax < settings.electionMin) return refuse('electionMax', 'order');
  if (settings.diskMax < settings.diskMin) return refuse('diskMax', 'order');
  if (settings.slowFollowers >= settings.servers) return refuse('slowFollowers', 'order');
  return success(settings);
}

function refuse(parameter: ParameterId, fault: SettingFault['fault']) {
  const { min, max } = parameterOf(parameter);
  const why = { number: 'must be a number', range: `must be from ${min} to ${max}`, order: 'does not fit the others' };
  return { ...failure(`${parameter} ${why[fault]}`), at: { parameter, fault } };
}
