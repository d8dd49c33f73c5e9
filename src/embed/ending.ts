/** Playing stops where a run has shown what it is about, unless a stretch of it is repeated. */
import type { Embed } from './model';

export function watchEnd(embed: Embed): () => void {
  const { store } = embed;
  return store.subscribeTime((time) => {
    const { playing, loop } = store.getState().playback;
    const { content, player } = embed.state();
    const { until } = content;
    if (!playing || loop !== null || player !== null || until === null || time < until || !embed.isUntouched()) return;
    // In a hall the lecturer may go on; who follows goes on as those do whom it follows.
    if (embed.inHall || embed.company?.leads() === false) return;
    store.pause();
    store.seek(until);
    embed.tell('ended');
  });
}
