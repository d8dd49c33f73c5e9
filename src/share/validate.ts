/** Whether something from outside is a run, and what is wrong if not. The only door for links, files and host pages. */
import { failure, type Result, success } from '../base';
import { type Operation, READ_MODES, RULE_SWITCHES, type RuleSwitch, type ServerId } from '../raft';
import {
  type Action,
  type InitialServer,
  LATENCY_SHAPES,
  OWN_ACTIONS,
  type RecordedAction,
  type Run,
  type RunConfig,
  type Span,
  type Timing,
} from '../sim';
import {
  also,
  boolean,
  type Check,
  inside,
  integer,
  isObject,
  list,
  nullable,
  object,
  oneOf,
  ROOT,
  text,
} from './check';
import { LIMITS } from './limits';

type Checks<T> = { readonly [K in keyof T]-?: Check };

/**
 * The run itself, or one sentence that names the field: "action 3: server must be between 1 and 5". Runs with bookmarks
 * are for `validateMarkedRun`.
 */
export function validateRun(value: unknown): Result<Run> {
  const servers = countServers(value);
  const problem = runCheck(servers, Math.min(LIMITS.serversMost, servers + countAdded(value)))(value, ROOT);
  return problem === null ? success(value as Run) : failure(problem);
}

/** Made once for each number of servers: what can be done now is asked with every beat. */
const actionChecks: Check[] = [];

/** An action that can be recorded in a run with so many servers, from 1 to 9, or one sentence that names the field. */
export function validateAction(value: unknown, servers: number): Result<Action> {
  actionChecks[servers] ??= typed(actionFields(servers));
  const problem = actionChecks[servers](value, 'action');
  return problem === null ? success(value as Action) : failure(problem);
}

/** What the range of server numbers depends on; a number out of bounds is reported in its turn. */
function countServers(run: unknown): number {
  const config = isObject(run) ? run.config : null;
  const servers = isObject(config) ? config.servers : null;
  return typeof servers === 'number' ? servers : LIMITS.serversMost;
}

/** The servers of the beginning and those that are added. */
function countAdded(run: unknown): number {
  const actions = isObject(run) && Array.isArray(run.actions) ? run.actions : [];
  return actions.filter((recorded) => isObject(recorded?.action) && recorded.action.type === 'addServer').length;
}

/** @param most servers of the beginning and later ones */
function runCheck(servers: number, most: number): Check {
  const action = typed(actionFields(most));
  const recorded = object({
    at: integer(0, LIMITS.time),
    action: (value, name) => action(value, name.replace(/: action$/, '')),
  } satisfies Checks<RecordedAction>);
  const actions = list(recorded, LIMITS.actions, (_, i) => `action ${i + 1}`);
  return object({
    version: oneOf([1]),
    seed: integer(0, 0xffffffff),
    config: object(configChecks(servers)),
    actions: also<RecordedAction[]>(actions, inOrder),
  } satisfies Checks<Omit<Run, 'bookmarks'>>);
}

const span: Check = also<Span>(
  object({ min: integer(0, LIMITS.span), max: integer(0, LIMITS.span) } satisfies Checks<Span>),
  ({ min, max }) => (min <= max ? null : 'must have a min that is not above its max'),
);

const timer = integer(LIMITS.timerLeast, LIMITS.timerMost);

const timing: Check = also<Timing>(
  object({ electionMin: timer, electionMax: timer, heartbeat: timer } satisfies Checks<Timing>),
  ({ electionMin, electionMax }) =>
    electionMin <= electionMax ? null : 'must have an electionMin that is not above its electionMax',
);

const millionths = integer(0, LIMITS.million);

const quality: Check = object({
  latency: span,
  shape: oneOf(LATENCY_SHAPES),
  loss: millionths,
  duplication: millionths,
});

const interval: Check = (value, name) => (value === 0 ? null : timer(value, name));

const server = (servers: number): Check => integer(1, servers);

const options: Check = object({
  noop: boolean,
  conflictHint: boolean,
  pipeline: boolean,
  batchMax: integer(1, LIMITS.batch),
  off: also<RuleSwitch[]>(list(oneOf(RULE_SWITCHES), RULE_SWITCHES.length), unique),
  preVote: boolean,
  checkQuorum: boolean,
  stickyLeader: boolean,
  snapshotEvery: integer(0, LIMITS.snapshotEvery),
  priorities: list(integer(0, LIMITS.priority), LIMITS.serversMost),
} satisfies Checks<RunConfig['options']>);

/** Servers that are to vote: at least one, each once, in ascending order. */
const voters = (servers: number): Check =>
  also<ServerId[]>(list(server(servers), servers), (ids) => {
    if (ids.length === 0) return 'must name a server';
    return ids.every((id, i) => i === 0 || id > ids[i - 1]) ? null : 'must be in ascending order, each server once';
  });

function configChecks(servers: number): Checks<RunConfig> {
  return {
    servers: integer(LIMITS.serversLeast, LIMITS.serversMost),
    voters: integer(0, servers),
    groups: integer(1, LIMITS.groups),
    options,
    timing,
    network: quality,
    disk: span,
    clients: object({
      count: integer(0, LIMITS.clients),
      interval,
      timeout: timer,
      patience: timer,
      reads: oneOf(['log', ...READ_MODES]),
    } satisfies Checks<RunConfig['clients']>),
    initial: nullable(
      also<InitialServer[]>(list(initialServer(servers), LIMITS.serversMost), (all) =>
        all.length === servers ? null : `must have one item for each of the ${servers} servers`,
      ),
    ),
  };
}

function initialServer(servers: number): Check {
  const term = integer(0, LIMITS.term);
  const entryTerm = integer(1, LIMITS.term);
  return also<InitialServer>(
    object({
      currentTerm: term,
      votedFor: nullable(server(servers)),
      log: list(entryTerm, LIMITS.initialLog),
    } satisfies Checks<InitialServer>),
    ({ currentTerm, log }) => {
      if (log.some((entry, i) => i > 0 && entry < log[i - 1])) return 'must have a log whose terms never go down';
      return (log.at(-1) ?? 0) <= currentTerm ? null : 'must have no entry of a term above its currentTerm';
    },
  );
}

/** The fields of each type of action beside `type`. */
function actionFields(servers: number): {
  readonly [T in Action['type']]: Checks<Omit<Extract<Action, { type: T }>, 'type'>>;
} {
  const one = { server: server(servers) };
  const pair = { from: server(servers), to: server(servers) };
  const flight = { message: integer(0, LIMITS.message) };
  const fields: Omit<ReturnType<typeof actionFields>, 'inGroup'> = {
    crash: one,
    restart: one,
    pause: one,
    resume: one,
    expireTimer: one,
    setClock: {
      ...one,
      rate: integer(LIMITS.clockRateLeast, LIMITS.clockRateMost),
      offset: integer(-LIMITS.time, LIMITS.time),
    },
    setDisk: { ...one, latency: span },
    partition: {
      groups: also<ServerId[][]>(list(list(server(servers), servers), servers), (groups) => unique(groups.flat())),
    },
    isolate: one,
    rejoin: one,
    cut: pair,
    repair: pair,
    heal: {},
    hold: pair,
    release: pair,
    setNetwork: { quality },
    setLink: { ...pair, quality },
    drop: flight,
    duplicate: flight,
    deliver: flight,
    clientRequest: { client: integer(1, LIMITS.clients), operation, to: nullable(server(servers)) },
    setClients: { interval },
    setTiming: { timing },
    setOptions: { options },
    addServer: {},
    changeMembers: { ...one, voters: voters(servers), joint: boolean },
    transfer: { ...one, to: server(servers) },
    compact: one,
    crashClient: { client: integer(1, LIMITS.clients) },
    restartClient: { client: integer(1, LIMITS.clients) },
  };
  const own = Object.fromEntries(OWN_ACTIONS.map((type) => [type, fields[type]]));
  return { ...fields, inGroup: { group: integer(2, LIMITS.groups), action: typed(own) } };
}

const known: Check = () => null;

function typed(fields: Readonly<Record<string, Readonly<Record<string, Check>>>>): Check {
  const type = oneOf(Object.keys(fields));
  return (value, name) => {
    if (!isObject(value)) return object({})(value, name);
    const problem = type(value.type, inside(name, 'type'));
    return problem ?? object({ type: known, ...fields[value.type as string] })(value, name);
  };
}

const shortText = text(LIMITS.text);

const operation: Check = typed({
  put: { key: shortText, value: shortText },
  append: { key: shortText, value: shortText },
  get: { key: shortText },
  inc: { key: shortText },
  cas: { key: shortText, expected: nullable(shortText), value: shortText },
  read: { key: shortText, mode: oneOf(READ_MODES) },
} satisfies { readonly [T in Operation['type']]: Checks<Omit<Extract<Operation, { type: T }>, 'type'>> });

function inOrder(actions: readonly RecordedAction[]): string | null {
  const late = actions.findIndex(({ at }, i) => i > 0 && at <= actions[i - 1].at);
  return late < 0 ? null : `must be in order of time, each later than the one before; item ${late + 1} is not`;
}

function unique(items: readonly unknown[]): string | null {
  return new Set(items).size === items.length ? null : 'must not name anything twice';
}
