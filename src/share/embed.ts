/**
 * What an embed can be told, by one set of names: parameters of `embed.html`, attributes of the custom element, options
 * of messages. Unknown names and wrong values fall back to the defaults and come back as faults; nothing throws.
 */
import type { Microseconds } from '../sim';
import { formatTime, readTime } from './instant';
import { LIMITS } from './limits';

export const EMBED_VIEWS = ['cluster', 'log', 'spacetime', 'inspector', 'why', 'clients', 'safety'] as const;
export type EmbedView = (typeof EMBED_VIEWS)[number];

/** What a reader may be allowed to touch. */
export const EMBED_ALLOW = ['crash', 'partition', 'message', 'timer', 'client', 'config', 'rules'] as const;
export type EmbedAllow = (typeof EMBED_ALLOW)[number];

export type EmbedInstant =
  | { readonly type: 'time'; readonly at: Microseconds }
  | { readonly type: 'cue'; readonly id: string };

export interface EmbedOptions {
  readonly scenario: string | null;
  readonly story: string | null;
  readonly challenge: string | null;
  /** A whole run as links have it. */
  readonly run: string | null;
  /** The instant to show first; links have it in milliseconds. */
  readonly t: EmbedInstant;
  /** Of a fresh cluster, 3 to 9. */
  readonly servers: number;
  /** Of a fresh cluster; null: one is drawn. */
  readonly seed: number | null;
  readonly autoplay: boolean;
  /** A stretch to repeat, in microseconds; links have it in milliseconds. */
  readonly loop: { readonly from: Microseconds; readonly to: Microseconds } | null;
  /** Virtual per real time. */
  readonly speed: 'auto' | number;
  readonly controls: 'full' | 'min' | 'none';
  readonly views: readonly EmbedView[];
  readonly theme: 'auto' | 'light' | 'dark' | 'projector';
  /** Size of type and marks, 0.75 to 2.5. */
  readonly scale: number;
  readonly motion: 'auto' | 'reduce' | 'full';
  readonly lang: 'auto' | 'en' | 'zh-CN';
  readonly allow: readonly EmbedAllow[];
  readonly hotkeys: 'focus' | 'off';
  /** When the custom element brings the frame in. */
  readonly load: 'visible' | 'click' | 'eager';
  /** Embeds of one name follow one another. */
  readonly sync: string | null;
  readonly role: 'presenter' | 'audience' | 'preview' | null;
  /** The only origin of a host whose commands are obeyed. */
  readonly origin: string | null;
}

export type EmbedName = keyof EmbedOptions;

export const EMBED_DEFAULTS: EmbedOptions = {
  scenario: null,
  story: null,
  challenge: null,
  run: null,
  t: { type: 'time', at: 0 },
  servers: 5,
  seed: null,
  autoplay: false,
  loop: null,
  speed: 'auto',
  controls: 'full',
  views: ['cluster', 'log'],
  theme: 'auto',
  scale: 1,
  motion: 'auto',
  lang: 'auto',
  allow: EMBED_ALLOW,
  hotkeys: 'focus',
  load: 'visible',
  sync: null,
  role: null,
  origin: null,
};

/** How one option is written as text; `read` gives undefined for what it is not. */
interface Parameter<Value> {
  read(text: string): Value | undefined;
  write(value: Value): string;
}

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
const ORIGIN = /^https?:\/\/[^/\s?#]{1,255}$/;

const matching = (pattern: RegExp): Parameter<string | null> => ({
  read: (text) => (pattern.test(text) ? text : undefined),
  write: String,
});

const choice = <Value extends string>(...values: readonly Value[]): Parameter<Value> => ({
  read: (text) => values.find((value) => value === text),
  write: String,
});

const number = (min: number, max: number, pattern = /^\d{1,10}(\.\d{1,6})?$/) => ({
  read: (text: string): number | undefined => {
    const value = pattern.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  },
  write: (value: unknown) => String(value),
});

const INTEGER = /^\d{1,10}$/;

/** One or more of the names, in the order in which all of them are listed. */
function someOf<Value extends string>(all: readonly Value[], words: Readonly<Record<string, readonly Value[]>> = {}) {
  return {
    read: (text: string): readonly Value[] | undefined => {
      if (Object.hasOwn(words, text)) return words[text];
      const names = text.split(',');
      return names.every((name) => (all as readonly string[]).includes(name))
        ? all.filter((name) => names.includes(name))
        : undefined;
    },
    write: (values: readonly Value[]) => {
      const word = Object.keys(words).find((name) => words[name].length === values.length);
      return word ?? values.join(',');
    },
  };
}

const PARAMETERS: { readonly [Name in EmbedName]: Parameter<EmbedOptions[Name]> } = {
  scenario: matching(ID),
  story: matching(ID),
  challenge: matching(ID),
  run: { read: (text) => (/^[\w-]+$/.test(text) && text.length <= LIMITS.link ? text : undefined), write: String },
  t: { read: readInstant, write: (t) => (t.type === 'cue' ? `cue:${t.id}` : formatTime(t.at)) },
  servers: number(LIMITS.serversLeast, LIMITS.serversMost, INTEGER),
  seed: number(0, 2 ** 32 - 1, INTEGER),
  autoplay: { read: (text) => ({ 0: false, 1: true })[text], write: (on) => (on ? '1' : '0') },
  loop: {
    read: readLoop,
    write: (loop) => (loop === null ? 'off' : `${formatTime(loop.from)}-${formatTime(loop.to)}`),
  },
  speed: {
    read: (text) => (text === 'auto' ? text : number(0.005, 10).read(text)),
    write: String,
  },
  controls: choice('full', 'min', 'none'),
  views: someOf(EMBED_VIEWS),
  theme: choice('auto', 'light', 'dark', 'projector'),
  scale: number(0.75, 2.5),
  motion: choice('auto', 'reduce', 'full'),
  lang: choice('auto', 'en', 'zh-CN'),
  allow: someOf(EMBED_ALLOW, { all: EMBED_ALLOW, none: [] }),
  hotkeys: choice('focus', 'off'),
  load: choice('visible', 'click', 'eager'),
  sync: matching(/^[\w.:-]{1,100}$/),
  role: {
    read: (text) => (['presenter', 'audience', 'preview'] as const).find((role) => role === text),
    write: String,
  },
  origin: matching(ORIGIN),
};

export const EMBED_NAMES = Object.keys(EMBED_DEFAULTS) as readonly EmbedName[];

/** What of the text given to an embed was not understood. */
export interface EmbedFault {
  readonly type: 'unknown' | 'wrong';
  readonly name: string;
  readonly value: string;
}

export interface EmbedReading {
  readonly options: EmbedOptions;
  readonly faults: readonly EmbedFault[];
}

/** Reads names and texts; the last of two with one name counts. */
export function readEmbed(fields: Iterable<readonly [name: string, text: string]>): EmbedReading {
  const options: Record<string, unknown> = { ...EMBED_DEFAULTS };
  const faults: EmbedFault[] = [];
  for (const [name, text] of fields) {
    if (!Object.hasOwn(PARAMETERS, name)) {
      faults.push({ type: 'unknown', name, value: text });
      continue;
    }
    const value = PARAMETERS[name as EmbedName].read(text);
    if (value === undefined) faults.push({ type: 'wrong', name, value: text });
    else options[name] = value;
  }
  return { options: options as unknown as EmbedOptions, faults };
}

/** The options as texts, without those that are as they are by default, in the order of the names. */
export function writeEmbed(options: Partial<EmbedOptions>): readonly (readonly [EmbedName, string])[] {
  return EMBED_NAMES.flatMap((name) => {
    const value = options[name];
    if (value === undefined || value === null) return [];
    const text = (PARAMETERS[name] as Parameter<unknown>).write(value);
    const usual = EMBED_DEFAULTS[name];
    return usual !== null && (PARAMETERS[name] as Parameter<unknown>).write(usual) === text ? [] : [[name, text]];
  });
}

/** The address of an embed from its file on: what may be long is behind the `#`, where no server sees it. */
export function embedAddress(options: Partial<EmbedOptions>, file = 'embed.html'): string {
  const fields = writeEmbed(options);
  const join = (some: typeof fields) =>
    some.map(([name, text]) => `${name}=${encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':')}`);
  const query = join(fields.filter(([name]) => name !== 'run'));
  const hash = join(fields.filter(([name]) => name === 'run'));
  return [file, query.length > 0 ? `?${query.join('&')}` : '', hash.length > 0 ? `#${hash[0]}` : ''].join('');
}

function readInstant(text: string): EmbedInstant | undefined {
  if (text.startsWith('cue:')) return ID.test(text.slice(4)) ? { type: 'cue', id: text.slice(4) } : undefined;
  const at = text === '' ? null : readTime(text);
  return at === null ? undefined : { type: 'time', at };
}

function readLoop(text: string): EmbedOptions['loop'] | undefined {
  if (text === 'off') return null;
  const ends = text.split('-').map((end) => (end === '' ? null : readTime(end)));
  const [from, to] = ends;
  return ends.length === 2 && from != null && to != null && from < to ? { from, to } : undefined;
}
