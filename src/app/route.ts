/** Which door of the page an address opens. Play's own addresses are read in store/address. */

/** A cue of the story, as links name it. */
export interface StoryPlace {
  readonly chapter: string;
  /** Null: the chapter's beginning. */
  readonly cue: string | null;
}

export type Route =
  | { readonly door: 'home' }
  | { readonly door: 'learn' }
  | ({ readonly door: 'story' } & StoryPlace)
  /** The experiment is read in lab/address. */
  | { readonly door: 'lab'; readonly address: string }
  /** `back`: where in the story the reader took over. */
  | { readonly door: 'play'; readonly back: StoryPlace | null };

export type Door = Route['door'];

const PLAYS = ['play', 'run', 'scenario', 'servers', 'seed', 't'];

/** The first page, unless the address names something; null for an anchor inside of a page. */
export function routeOf(hash: string): Route | null {
  const text = hash.startsWith('#') ? hash.slice(1) : hash;
  if (text === '' || text === 'home') return { door: 'home' };
  if (text === 'learn') return { door: 'learn' };
  const fields = new URLSearchParams(text);
  const chapter = fields.get('story');
  if (fields.has('lab')) return { door: 'lab', address: `#${text}` };
  if (chapter !== null) return { door: 'story', chapter, cue: fields.get('cue') };
  return PLAYS.some((name) => fields.has(name)) ? { door: 'play', back: placeOf(fields.get('back')) } : null;
}

/** The address of a cue, from `#` on. */
export function storyAddress({ chapter, cue }: StoryPlace): string {
  return cue === null ? `#story=${chapter}` : `#story=${chapter}&cue=${cue}`;
}

/** The address of an instant of a run, with the way back to the story. */
export function withBack(address: string, back: StoryPlace | null): string {
  return back === null ? address : `${address}&back=${back.chapter}${back.cue === null ? '' : `.${back.cue}`}`;
}

/** The address without the way back: what the store knows of. */
export function withoutBack(hash: string): string {
  return hash.replace(/&back=[^&]*/, '');
}

const PLACE = /^([a-z0-9-]+)(?:\.([a-z0-9-]+))?$/;

function placeOf(text: string | null): StoryPlace | null {
  const match = PLACE.exec(text ?? '');
  return match === null ? null : { chapter: match[1], cue: match[2] ?? null };
}
