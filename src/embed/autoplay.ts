/** Playing unasked: only where it can be seen, where motion is welcome, and where no other embed of the page plays so. */
import type { Embed } from './model';
import { browserChannel, createTurns } from './turns';

/** Without controls a figure that nobody asked to move stops by itself (WCAG 2.2.2); in milliseconds. */
const UNASKED_MOST = 5000;

export function beginAutoplay(embed: Embed): void {
  const { store, sight } = embed;
  const { options, quiz } = embed.state();
  if (!options.autoplay || quiz !== null || options.role === 'preview') return;
  /** It plays, and nobody asked it to. */
  let unasked = false;
  /** The reader or the host has decided: nothing is done unasked any more. */
  let over = false;
  let played = 0;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What happens next is done by this, and not by the reader. */
  let own = false;
  const doing = (work: () => void) => {
    own = true;
    work();
    own = false;
  };

  const turns = createTurns({
    id: Math.random().toString(36).slice(2),
    channel: browserChannel(),
    later: (work, milliseconds) => setTimeout(work, milliseconds),
    onGranted: () => {
      if (over || !sight.isMostlySeen() || embed.company?.hasJoined()) turns.release();
      else begin();
    },
    onLost: () => halt(),
  });
  const begin = () => {
    unasked = true;
    since = performance.now();
    doing(() => embed.play());
    if (options.controls === 'none') timer = setTimeout(rest, UNASKED_MOST - played);
  };
  const halt = () => {
    clearTimeout(timer);
    if (!unasked) return;
    unasked = false;
    played += performance.now() - since;
    doing(() => store.pause());
  };
  const rest = () => {
    halt();
    finish();
    embed.set({ resting: true });
  };
  const finish = () => {
    over = true;
    unasked = false;
    clearTimeout(timer);
    turns.release();
  };
  const look = () => {
    if (over) return;
    if (!sight.isSeen()) {
      // Where others follow, they go on, and are followed.
      if (!embed.company?.isWith()) halt();
      turns.release();
    } else if (sight.isMostlySeen() && !unasked && !store.isMotionReduced()) {
      turns.ask();
    }
  };
  sight.onChange(look);
  window.addEventListener('pagehide', () => turns.release());
  store.subscribe((state, before) => {
    if (own || over) return;
    const turned = state.playback.playing !== before.playback.playing;
    const acted = state.session.revision !== before.session.revision || state.view.selection !== before.view.selection;
    // At its end it paused by itself, which is an end too.
    if (turned || acted) finish();
  });
  look();
}
