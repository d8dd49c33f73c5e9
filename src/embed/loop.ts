/** Where playing stops or begins anew: at the end of a loop, and where a run has shown what it is about. */
import type { Embed } from './model';

export function watchLoop(embed: Embed, onEnd: () => void = () => undefined): () => void {
  const { store } = embed;
  return store.subscribeTime((time) => {
    if (!store.getState().playback.playing) return;
    const { options, content, player } = embed.state();
    const { loop } = options;
    if (loop !== null && time >= loop.to) {
      store.seek(loop.from);
    } else if (player === null && content.until !== null && time >= content.until && embed.isUntouched()) {
      store.pause();
      store.seek(content.until);
      onEnd();
    }
  });
}
