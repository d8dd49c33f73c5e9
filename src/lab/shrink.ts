/**
 * Makes a run that breaks a property short, so that it can be watched: fewer actions, fewer servers, ordinary options,
 * even steps. Every candidate is simulated; only those that still break the same property and are no longer are taken.
 */
import { defaultOptions } from '../raft';
import { type Action, defaultConfig, MILLISECOND, type RecordedAction, type Run, type RunConfig, SECOND } from '../sim';
import { type Finding, judge, lengthOf } from './finding';

/** How many candidates were tried, and what is the shortest so far. */
export interface Shrinking {
  readonly tried: number;
  readonly best: Finding;
}

/** The shortest run that can be made of any of the findings. Requires at least one. */
export function* shrinkAll(findings: readonly Finding[]): Generator<Shrinking, Shrinking, void> {
  let tried = 0;
  let best: Finding | null = null;
  for (const finding of findings) {
    const shrinker = new Shrinker(finding);
    for (const _ of shrinker.shrink()) yield { tried: tried + shrinker.tried, best: best ?? shrinker.best };
    tried += shrinker.tried;
    if (best === null || lengthOf(shrinker.best) < lengthOf(best)) best = shrinker.best;
  }
  return { tried, best: best ?? findings[0] };
}

class Shrinker {
  tried = 0;
  best: Finding;

  constructor(finding: Finding) {
    this.best = finding;
  }

  *shrink(): Generator<void, void, void> {
    this.trim();
    for (let length = Number.POSITIVE_INFINITY; lengthOf(this.best) < length; ) {
      length = lengthOf(this.best);
      yield* this.leaveOut();
      yield* this.leaveOutPairs();
      yield* this.try(fewerServers(this.best.run));
      for (const config of plainerConfigs(this.best.run.config)) yield* this.try({ ...this.best.run, config });
    }
    yield* this.evenOut();
  }

  /** Leaves out neighbouring actions, many at first, then fewer. */
  private *leaveOut(): Generator<void, void, void> {
    for (let size = lengthOf(this.best); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
      for (let start = 0; start < lengthOf(this.best); ) {
        const { actions } = this.best.run;
        const kept = [...actions.slice(0, start), ...actions.slice(start + size)];
        if (!(yield* this.try({ ...this.best.run, actions: kept }))) start += size;
      }
    }
  }

  /** Two actions that need each other, such as a cut and its repair, can only go together. */
  private *leaveOutPairs(): Generator<void, void, void> {
    for (let i = 0; i < lengthOf(this.best); i++) {
      for (let j = i + 1; j < lengthOf(this.best) && lengthOf(this.best) <= PAIRS_MOST; j++) {
        const actions = this.best.run.actions.filter((_, at) => at !== i && at !== j);
        yield* this.try({ ...this.best.run, actions });
      }
    }
  }

  /** Steps of equal length, where the run does not depend on their lengths; shorter ones in any case. */
  private *evenOut(): Generator<void, void, void> {
    if (this.best.run.config.timing.electionMin < SECOND) return;
    for (let i = 0; i < lengthOf(this.best); i++) {
      const { actions } = this.best.run;
      const gap = actions[i].at - (actions[i - 1]?.at ?? 0);
      if (gap !== STEP) yield* this.try({ ...this.best.run, actions: moved(actions, i, STEP - gap) }, true);
    }
  }

  /** Takes the run if it breaks the same property. Returns whether it does. */
  private *try(run: Run | null, longer = false): Generator<void, boolean, void> {
    if (run === null) return false;
    this.tried++;
    const { violation } = this.best;
    // Without an action things happen later, if at all; twice the time is ample and keeps the search short.
    const found = judge(run, violation.at * 2 + (longer ? STEP : 0));
    yield;
    if (found === null || found.violation.property !== violation.property) return false;
    this.best = found;
    this.trim();
    return true;
  }

  /** Drops the actions that come after the property broke. */
  private trim(): void {
    const { run, violation } = this.best;
    const actions = run.actions.filter(({ at }) => at <= violation.at);
    this.best = { run: { ...run, actions }, violation };
  }
}

/** Between actions, so that what comes of one can be seen before the next. */
const STEP = 100 * MILLISECOND;

/** Pairs of so many actions are few enough to be tried. */
const PAIRS_MOST = 24;

function moved(actions: readonly RecordedAction[], from: number, by: number): RecordedAction[] {
  return actions.map(({ at, action }, i) => ({ at: i >= from ? at + by : at, action }));
}

/** The run without its last server, when nothing was done to it. */
function fewerServers(run: Run): Run | null {
  const { servers, voters } = run.config;
  if (servers <= 3 || run.config.initial !== null || run.actions.some(({ action }) => names(action, servers)))
    return null;
  return { ...run, config: { ...run.config, servers: servers - 1, voters: voters >= servers - 1 ? 0 : voters } };
}

function names(action: Action, server: number): boolean {
  return (
    JSON.stringify(action, (key, value) => (key === 'message' ? null : value)).includes(String(server)) ||
    action.type === 'addServer'
  );
}

/** Configurations that differ from the usual one in less. */
function plainerConfigs(config: RunConfig): RunConfig[] {
  const usual = defaultConfig(config.servers);
  const options = Object.entries(defaultOptions()).filter(([name]) => name !== 'off');
  const changed = [
    ...options.map(([name, value]) => ({ ...config, options: { ...config.options, [name]: value } })),
    { ...config, network: usual.network },
    { ...config, disk: usual.disk },
    ...config.options.off.map((rule) => ({
      ...config,
      options: { ...config.options, off: config.options.off.filter((other) => other !== rule) },
    })),
  ];
  return changed.filter((other) => JSON.stringify(other) !== JSON.stringify(config));
}
