/** How far embeds of the same `sync` have come in the story that they tell. */
import { isRecord } from '../base';
import type { Reader, Sync } from '../sync';
import type { Embed } from './model';

export interface Place {
  /** Of the chapter. */
  readonly story: string;
  readonly index: number;
  readonly goal: number | null;
}

const STOPS_MOST = 1000;

const isStop = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < STOPS_MOST;

export const PLACE_READER: Reader = (value): Place | undefined => {
  if (!isRecord(value)) return undefined;
  const { story, index, goal } = value;
  if (typeof story !== 'string' || story.length > 100 || !isStop(index)) return undefined;
  return goal === null || isStop(goal) ? { story, index, goal } : undefined;
};

/** Tells of each step in the story, and makes those of others. Who tells another story makes none. */
export function watchPlace(embed: Embed, sync: Sync) {
  let isFollowing = false;
  let stop = () => {};
  const shown = (): { readonly place?: Place } => {
    const { player, content } = embed.state();
    return player === null || content.told === null
      ? {}
      : { place: { story: content.told.chapter.id, ...player.state() } };
  };
  const tell = () => {
    if (!isFollowing) sync.set(shown());
  };
  const watch = () => {
    stop();
    stop = embed.state().player?.subscribe(tell) ?? (() => {});
  };
  const stopWatching = embed.subscribe(({ player }, before) => {
    if (player === before.player) return;
    watch();
    tell();
  });
  watch();
  return {
    shown,
    follow: ({ story, index, goal }: Place) => {
      const { player, content } = embed.state();
      const last = (content.told?.stops.length ?? 0) - 1;
      if (player === null || content.told?.chapter.id !== story || index > last || (goal ?? 0) > last) return;
      isFollowing = true;
      player.follow({ index, goal });
      isFollowing = false;
    },
    end: () => {
      stop();
      stopWatching();
    },
  };
}
