/** What the author has chosen so far, and the embed that it makes. */
import {
  EMBED_DEFAULTS,
  type EmbedInstant,
  type EmbedOptions,
  fieldsOfLink,
  formatTime,
  readEmbed,
  SNIPPETS,
  type SnippetKind,
} from '../../share';

export type ContentKind = 'fresh' | 'scenario' | 'story' | 'challenge' | 'link';

export interface Draft {
  readonly content: ContentKind;
  readonly scenario: string;
  readonly story: string;
  readonly challenge: string;
  /** As typed; nothing: each reader gets another one. */
  readonly variant: string;
  /** As pasted. */
  readonly link: string;
  /** As typed: numbers may be unfinished. */
  readonly servers: string;
  readonly seed: string;
  readonly instant: string;
  readonly width: string;
  readonly height: string;
  readonly origin: string;
  readonly caption: string;
  /** What has no unfinished state. */
  readonly options: Pick<
    EmbedOptions,
    'views' | 'controls' | 'theme' | 'lang' | 'speed' | 'load' | 'autoplay' | 'hotkeys' | 'allow'
  >;
  readonly picture: boolean;
  readonly kind: SnippetKind;
}

export const FIRST_DRAFT: Draft = {
  content: 'scenario',
  scenario: 'split-vote',
  story: 'leader-election',
  challenge: 'first-candidate',
  variant: '1',
  link: '',
  servers: '5',
  seed: '',
  instant: '500',
  width: '640',
  height: '302',
  origin: '',
  caption: '',
  options: { ...EMBED_DEFAULTS, views: ['cluster'] },
  picture: true,
  kind: SNIPPETS[0],
};

export const SIZE_LIMITS: Readonly<Record<'width' | 'height', readonly [min: number, max: number]>> = {
  width: [240, 1920],
  height: [160, 2000],
};

/** The number within the limits, or null. */
export function sizeOf(text: string, [min, max]: readonly [number, number]): number | null {
  const value = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : null;
}

export interface Made {
  readonly options: Partial<EmbedOptions>;
  /** Fields that are not understood yet: the embed is made without them. */
  readonly faults: readonly (keyof Draft)[];
}

/** The options of the embed, as far as the draft makes sense. */
export function optionsOf(draft: Draft): Made {
  const faults: (keyof Draft)[] = [];
  const read = <Name extends keyof EmbedOptions>(name: Name, text: string, field: keyof Draft) => {
    if (text.trim() === '') return undefined;
    const reading = readEmbed([[name, text.trim()]]);
    if (reading.faults.length === 0) return reading.options[name];
    faults.push(field);
    return undefined;
  };
  const common: Partial<EmbedOptions> = { ...pick(draft), origin: read('origin', draft.origin, 'origin') };
  const t = read('t', draft.instant, 'instant');
  switch (draft.content) {
    case 'fresh':
      return {
        options: {
          ...common,
          servers: read('servers', draft.servers, 'servers'),
          seed: read('seed', draft.seed, 'seed'),
          // Without its seed a cluster is another one each time, and an instant of it says nothing.
          t: draft.seed.trim() === '' ? undefined : t,
        },
        faults,
      };
    case 'scenario':
      return { options: { ...common, scenario: draft.scenario, t }, faults };
    case 'story':
      return { options: { ...common, story: draft.story, t: t?.type === 'cue' ? t : undefined }, faults };
    case 'challenge': {
      const seed = read('seed', draft.variant, 'variant');
      return { options: { ...common, challenge: draft.challenge, seed }, faults };
    }
    case 'link': {
      const run = runOfLink(draft.link);
      if (run === null && draft.link.trim() !== '') faults.push('link');
      return { options: { ...common, run, t }, faults };
    }
  }
}

function pick({ options }: Draft): Draft['options'] {
  const { views, controls, theme, lang, speed, load, autoplay, hotkeys, allow } = options;
  return { views, controls, theme, lang, speed, load, autoplay, hotkeys, allow };
}

/** The run in a link, or null. */
function runOfLink(link: string): string | null {
  const fields = fieldsOfLink(link);
  const run = fields === null ? null : new URLSearchParams(fields).get('run');
  return run !== null && readEmbed([['run', run]]).faults.length === 0 ? run : null;
}

/** The draft with exactly the run and instant, or the challenge, of a link. */
export function withLink(draft: Draft, link: string): Draft {
  const fields = new URLSearchParams(fieldsOfLink(link) ?? '');
  const challenge = fields.get('challenge');
  if (challenge !== null) return { ...draft, content: 'challenge', challenge, variant: fields.get('v') ?? '1' };
  return { ...draft, content: 'link', link, instant: fields.get('t') ?? '' };
}

/** How links write an instant. */
export const instantText = (t: EmbedInstant): string => (t.type === 'cue' ? `cue:${t.id}` : formatTime(t.at));
