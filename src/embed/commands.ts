/**
 * What may be said to an embed by message, and what of it is understood. Whatever comes, nothing throws: it is a command,
 * or a sentence on what is wrong with it, or nothing that was meant for an embed.
 */
import { failure, type Result, success } from '../base';
import { type EmbedInstant, type EmbedName, type EmbedOptions, LIMITS, readEmbed, validateRun } from '../share';
import { type Action, MILLISECOND, type Run } from '../sim';

export type Command =
  | {
      readonly type: 'play' | 'pause' | 'reset' | 'getState' | 'getLink' | 'getEmbedCode' | 'describe' | 'destroy';
    }
  | { readonly type: 'seek'; readonly to: EmbedInstant }
  | { readonly type: 'step'; readonly by: 'event' | 'key' | 'cue'; readonly n: number }
  | { readonly type: 'setSpeed'; readonly speed: EmbedOptions['speed'] }
  | { readonly type: 'load'; readonly options: EmbedOptions }
  | { readonly type: 'act'; readonly action: unknown }
  | { readonly type: 'branch'; readonly branch: number | null }
  | { readonly type: 'setTheme'; readonly theme: EmbedOptions['theme'] }
  | { readonly type: 'setLang'; readonly lang: EmbedOptions['lang'] }
  | { readonly type: 'setViews'; readonly views: EmbedOptions['views'] }
  | { readonly type: 'screenshot'; readonly as: 'svg' | 'png' }
  | { readonly type: 'on'; readonly events: readonly string[] };

export type CommandType = Command['type'];

/** What changes the run, or what is shown in its place: a stranger may not. */
const CHANGING: readonly CommandType[] = ['act', 'load', 'reset', 'branch'];

export const changesRun = ({ type }: Command): boolean => CHANGING.includes(type);

export interface Heard {
  /** What an answer repeats; undefined where none is wanted. */
  readonly id: string | number | undefined;
  readonly command: Result<Command>;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What slide tools send, by what it means. */
const SLIDES: Readonly<Record<string, 'play' | 'pause'>> = { 'slide:start': 'play', 'slide:stop': 'pause' };

/** A message as a command; null where it is none of ours. */
export function hear(data: unknown): Heard | null {
  if (typeof data === 'string') {
    return Object.hasOwn(SLIDES, data) ? { id: undefined, command: success({ type: SLIDES[data] }) } : null;
  }
  if (!isFields(data)) return null;
  const { method } = data;
  if (data.raftarium === undefined && (method === 'play' || method === 'pause')) {
    return { id: undefined, command: success({ type: method }) };
  }
  if (data.raftarium === undefined || data.type === 'turn') return null;
  const id = isId(data.id) ? data.id : undefined;
  if (data.raftarium !== 1) return { id, command: failure('This embed speaks version 1 of its messages.') };
  const { type } = data;
  // What is no text may not even let itself be written as one.
  if (typeof type !== 'string') return { id, command: failure('A command needs its type.') };
  if (!Object.hasOwn(READERS, type)) {
    return { id, command: failure(`There is no command "${type.slice(0, 40)}".`) };
  }
  return { id, command: READERS[type as CommandType](data) };
}

const isId = (id: unknown): id is string | number =>
  (typeof id === 'string' && id.length <= 200) || (typeof id === 'number' && Number.isFinite(id));

const plain =
  (type: 'play' | 'pause' | 'reset' | 'getState' | 'getLink' | 'getEmbedCode' | 'describe' | 'destroy') =>
  (): Result<Command> =>
    success({ type });

const READERS: { readonly [Type in CommandType]: (fields: Fields) => Result<Command> } = {
  play: plain('play'),
  pause: plain('pause'),
  reset: plain('reset'),
  getState: plain('getState'),
  getLink: plain('getLink'),
  getEmbedCode: plain('getEmbedCode'),
  describe: plain('describe'),
  destroy: plain('destroy'),
  seek: ({ t }) => {
    const to = readInstant(t);
    return to === null ? failure('seek needs t: milliseconds, or "cue:" and an id.') : success({ type: 'seek', to });
  },
  step: ({ by = 'key', n = 1 }) => {
    const kind = (['event', 'key', 'cue'] as const).find((one) => one === by);
    if (kind === undefined) return failure('step needs by: "event", "key" or "cue".');
    const isCount = Number.isInteger(n) && n !== 0 && Math.abs(n as number) <= STEPS_MOST;
    return isCount
      ? success({ type: 'step', by: kind, n: n as number })
      : failure(`step needs n: an integer from -${STEPS_MOST} to ${STEPS_MOST}, not 0.`);
  },
  setSpeed: ({ speed }) => fromOptions('speed', speed, ({ speed }) => ({ type: 'setSpeed', speed })),
  setTheme: ({ theme }) => fromOptions('theme', theme, ({ theme }) => ({ type: 'setTheme', theme })),
  setLang: ({ lang }) => fromOptions('lang', lang, ({ lang }) => ({ type: 'setLang', lang })),
  setViews: ({ views }) => fromOptions('views', namesOf(views), ({ views }) => ({ type: 'setViews', views })),
  load: readLoad,
  act: ({ action }) =>
    isFields(action) ? success({ type: 'act', action }) : failure('act needs an action with its type.'),
  branch: ({ branch }) =>
    branch === undefined || Number.isInteger(branch)
      ? success({ type: 'branch', branch: (branch as number | undefined) ?? null })
      : failure('branch needs the number of a branch, or none to be told of all.'),
  screenshot: ({ as = 'svg' }) =>
    as === 'svg' || as === 'png'
      ? success({ type: 'screenshot', as })
      : failure('screenshot needs as: "svg" or "png".'),
  on: ({ events }) =>
    Array.isArray(events) && events.length <= 50 && events.every((name) => typeof name === 'string' && name.length < 60)
      ? success({ type: 'on', events })
      : failure('on needs a list of names of events.'),
};

const STEPS_MOST = 1000;

/** A list of names as options have it. */
function namesOf(names: unknown): unknown {
  return Array.isArray(names) && names.every((name) => typeof name === 'string') ? names.join() : names;
}

/** One option of the embed, as text or number. */
function fromOptions(name: EmbedName, value: unknown, make: (options: EmbedOptions) => Command): Result<Command> {
  if (typeof value !== 'string' && typeof value !== 'number') return failure(`This needs ${name}.`);
  const { options, faults } = readEmbed([[name, String(value)]]);
  return faults.length > 0 ? failure(`${name} cannot be "${String(value).slice(0, 60)}".`) : success(make(options));
}

const LOADED: readonly EmbedName[] = ['scenario', 'story', 'challenge', 'run', 't', 'servers', 'seed'];

/** Everything but what is named is as it is by default. */
function readLoad(fields: Fields): Result<Command> {
  const given = LOADED.flatMap((name): [string, string][] => {
    const value = fields[name];
    return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [];
  });
  const { options, faults } = readEmbed(given);
  if (faults.length > 0) return failure(`${faults[0].name} cannot be "${faults[0].value.slice(0, 60)}".`);
  return success({ type: 'load', options });
}

function readInstant(t: unknown): EmbedInstant | null {
  if (typeof t === 'number') {
    const at = Math.round(t * MILLISECOND);
    return at >= 0 && at <= LIMITS.time ? { type: 'time', at } : null;
  }
  if (typeof t !== 'string') return null;
  const { options, faults } = readEmbed([['t', t]]);
  return faults.length > 0 ? null : options.t;
}

/** An action of the world as it may be done to a run with so many servers, or one sentence that names the field. */
export function checkAction(action: unknown, run: Run, servers: number): Result<Action> {
  const config = { ...run.config, servers, voters: 0, initial: null };
  const checked = validateRun({ ...run, config, actions: [{ at: 1, action }] });
  return checked.ok ? success(checked.value.actions[0].action) : checked;
}
