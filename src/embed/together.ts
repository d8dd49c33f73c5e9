/** Embeds of one `sync` are shown for a hall together, and together no more. */
import { LIMITS } from '../share';
import type { Reader, Sync } from '../sync';
import type { Embed } from './model';

/** The address of the lecture that is given, or null: none. */
export const HALL_READER: Reader = (value) =>
  value === null || (typeof value === 'string' && value.length <= 2 * LIMITS.link) ? value : undefined;

/** Goes along with whoever opens or leaves it. */
export function watchHall(embed: Embed, sync: Sync): () => void {
  const given = () => (sync.value('hall') as string | null | undefined) ?? null;
  return sync.subscribe((changed) => {
    if (!changed.includes('hall')) return;
    const address = given();
    if (address === null) embed.leaveHall?.();
    else if (!embed.inHall) {
      import('./hall')
        .then((hall) => hall.openHall(embed, { along: address }))
        .then(() => {
          // It may have ended while it was on its way.
          if (given() === null) embed.leaveHall?.();
        })
        .catch(embed.fail);
    }
  });
}
