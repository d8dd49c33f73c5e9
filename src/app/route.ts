/** Which door of the page an address opens. Play's own addresses are read in store/address. */

/** A cue of the story, as links name it. */
export interface StoryPlace {
  readonly chapter: string;
  /** Null: the chapter's beginning. */
  readonly cue: string | null;
  /** Which of several groups is told there, if not the first. */
  readonly group?: number;
}

/** A variant of a challenge, as links name it. */
export interface ChallengePlace {
  readonly challenge: string;
  /** From 1; whatever else a link names is NaN. */
  readonly variant: number;
}

/** What the sandbox was opened from, and leads back to. */
export type Back = StoryPlace | ChallengePlace | { readonly task: string };

export type Route =
  | { readonly door: 'home' }
  | { readonly door: 'learn' }
  | ({ readonly door: 'story' } & StoryPlace)
  /** The experiment is read in lab/address. */
  | { readonly door: 'lab'; readonly address: string }
  /** What is told is read in lecture/address. */
  | { readonly door: 'lecture'; readonly address: string }
  /** `variant`: the one that a class or a student was given, or null. */
  | { readonly door: 'challenges'; readonly variant: number | null }
  /** `link`: the run that is to be embedded, from `#` on. */
  | { readonly door: 'embed'; readonly link: string | null }
  | ({ readonly door: 'challenge' } & ChallengePlace)
  /** `back`: where in the story or in a challenge the reader took over, or the task that is tried. */
  | { readonly door: 'play'; readonly back: Back | null };

export type Door = Route['door'];

const PLAYS = ['play', 'run', 'scenario', 'servers', 'seed', 't'];

/** The first page, unless the address names something; null for an anchor inside of a page. */
export function routeOf(hash: string): Route | null {
  const text = hash.startsWith('#') ? hash.slice(1) : hash;
  if (text === '' || text === 'home') return { door: 'home' };
  if (text === 'learn') return { door: 'learn' };
  if (/^embed(&|$)/.test(text)) return { door: 'embed', link: text === 'embed' ? null : `#${text.slice(6)}` };
  const fields = new URLSearchParams(text);
  if (fields.get('challenges') === '') return { door: 'challenges', variant: givenVariant(fields.get('v')) };
  const challenge = fields.get('challenge');
  if (challenge !== null) return { door: 'challenge', challenge, variant: variantOf(fields.get('v') ?? '1') };
  const chapter = fields.get('story');
  if (fields.has('lab')) return { door: 'lab', address: `#${text}` };
  if (fields.has('lecture')) return { door: 'lecture', address: `#${text}` };
  if (chapter !== null) return { door: 'story', chapter, cue: fields.get('cue') };
  return PLAYS.some((name) => fields.has(name)) ? { door: 'play', back: backOf(fields.get('back')) } : null;
}

/** The address of a cue, from `#` on. */
export function storyAddress({ chapter, cue }: StoryPlace): string {
  return cue === null ? `#story=${chapter}` : `#story=${chapter}&cue=${cue}`;
}

/** The list of all challenges in one variant; null: in whichever the reader has not had yet. */
export function listAddress(variant: number | null): string {
  return variant === null ? '#challenges' : `#challenges&v=${variant}`;
}

export function challengeAddress({ challenge, variant }: ChallengePlace): string {
  return `#challenge=${challenge}&v=${variant}`;
}

/** Where the sandbox leads back to. */
export function backAddress(back: Back): string {
  if ('chapter' in back) return storyAddress(back);
  return 'challenge' in back ? challengeAddress(back) : '#challenges';
}

/** The address of an instant of a run, with the way back. */
export function withBack(address: string, back: Back | null): string {
  return back === null ? address : `${address}&back=${nameOf(back)}`;
}

function nameOf(back: Back): string {
  if ('task' in back) return `task:${back.task}`;
  if ('challenge' in back) return `challenge:${back.challenge}.${back.variant}`;
  const group = back.group === undefined ? '' : `~${back.group}`;
  return `${back.chapter}${back.cue === null ? '' : `.${back.cue}`}${group}`;
}

/** The address without the way back, with the group that was told there: what the store knows of. */
export function withoutBack(hash: string): string {
  return hash.replace(/&back=([^&]*)/, (_, text: string) => {
    const back = backOf(text);
    return back !== null && 'group' in back ? `&g=${back.group}` : '';
  });
}

const PLACE = /^(task:|challenge:)?([a-z0-9-]+)(?:\.([a-z0-9-]+))?(?:~([2-9]))?$/;

function backOf(text: string | null): Back | null {
  const match = PLACE.exec(text ?? '');
  if (match === null) return null;
  const [, kind, id, rest, group] = match;
  if (kind === 'task:') return { task: id };
  if (kind === 'challenge:') return { challenge: id, variant: variantOf(rest ?? '1') };
  return { chapter: id, cue: rest ?? null, ...(group === undefined ? {} : { group: Number(group) }) };
}

const givenVariant = (text: string | null): number | null => {
  const variant = variantOf(text ?? '');
  return Number.isNaN(variant) ? null : variant;
};

const variantOf = (text: string): number => (/^[1-9]\d?$/.test(text) ? Number(text) : Number.NaN);
