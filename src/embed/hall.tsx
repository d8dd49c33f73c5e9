/** An embed for a hall: large and dark, its cues by a presenter's remote, a pointer, ink, black, and the instant as a QR code. */
import { createRoot } from 'react-dom/client';
import {
  EmbeddedLecture,
  type LectureSession,
  openEmbedded,
  type Surroundings,
  type Told,
} from '../app/lecture/embedded';
import { EMBED, formatInstant, loadTexts, negotiateLanguage, TextsProvider } from '../i18n';
import { withBookmarks } from '../sim';
import { REGISTRY, StoreProvider } from '../store';
import { endOf, marksUntil } from './ahead';
import type { Bridge } from './bridge';
import { fullPage } from './full-page';
import type { Embed } from './model';
import { isOffered } from './permissions';
import { turnDeck } from './turn-deck';

/** So long it may take to hear of embeds that are followed, in real milliseconds. */
const JOINING = 500;

/** @param again the page has been loaded anew in the middle of it */
export async function openHall(embed: Embed, bridge: Bridge, again: boolean): Promise<void> {
  if (embed.inHall) return;
  const { store } = embed;
  embed.inHall = true;
  try {
    store.pause();
    const language = negotiateLanguage(store.getState().settings.language, navigator.languages);
    const [texts, words] = await Promise.all([loadTexts(language), EMBED.load(language)]);
    const kept = again ? keptOf() : null;
    const around = surroundings(kept?.state, (direction) => {
      turnDeck(bridge, direction, direction > 0 ? 'PageDown' : 'PageUp');
      // From here on the remote is the deck's.
      if (window.parent !== window) window.parent.focus();
    });
    // Others that are on their way know better where that is.
    if (again && embed.company !== null) await new Promise((done) => setTimeout(done, JOINING));
    const told = toldOf(embed, words.marks, embed.company?.hasJoined() ? null : (kept?.address ?? null));
    const session = await openEmbedded(store, texts, told, around);
    show(embed, session, (hall) => (
      <StoreProvider value={store}>
        <TextsProvider value={texts}>{hall}</TextsProvider>
      </StoreProvider>
    ));
  } catch (error) {
    embed.inHall = false;
    forget();
    throw error;
  }
}

function show(embed: Embed, session: LectureSession, within: (hall: React.ReactNode) => React.ReactNode): void {
  const { store } = embed;
  const { theme } = store.getState().settings;
  const { allow, hotkeys } = embed.state().options;
  const small = document.getElementById('root');
  const place = document.createElement('div');
  const page = createRoot(place);
  store.setSettings({ theme: 'projector' });
  const stop = keepInStep(embed, session);
  const leave = () => {
    stop();
    page.unmount();
    place.remove();
    session.dispose();
    forget();
    embed.inHall = false;
    store.setSettings({ theme });
    if (small !== null) small.style.visibility = '';
    comeBack(embed, session);
  };
  const allows = (id: string) => {
    const entry = REGISTRY.find((one) => one.id === id);
    if (hotkeys === 'off' && !REMOTE.includes(id)) return false;
    return entry === undefined || id === 'fullScreen' || isOffered(entry.id, allow);
  };
  // It is still taken to be seen, so that what it shows runs.
  if (small !== null) small.style.visibility = 'hidden';
  document.body.append(place);
  page.render(within(<EmbeddedLecture session={session} allows={allows} onLeave={leave} />));
}

/** What the buttons of a remote stand for. */
const REMOTE: readonly string[] = ['cueNext', 'cueBack', 'black', 'close'];

/** The story that the embed tells is as far as the lecture, whoever goes on. */
function keepInStep(embed: Embed, session: LectureSession): () => void {
  const { player } = embed.state();
  if (player === null) return () => undefined;
  const { index: first } = session.state().place;
  if (player.state().index !== first) player.follow({ index: first, goal: null });
  const stops = [
    session.subscribe(() => {
      const { index } = session.state().place;
      if (player.state().index !== index) player.follow({ index, goal: null });
    }),
    player.subscribe(() => {
      const { index } = player.state();
      if (session.state().place.index !== index) session.follow(index);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The small picture is at the instant of the large one. Moments that were named for the hall only are named no more. */
function comeBack(embed: Embed, session: LectureSession): void {
  const { player, content } = embed.state();
  if (player !== null || session.state().improvised) return;
  const time = embed.store.time();
  const { run } = embed.store.getState().session;
  embed.show({ ...content, run: content.run ?? withBookmarks(run, []), time });
}

function toldOf(embed: Embed, names: Readonly<Record<string, string>>, address: string | null): Told {
  const { content, player } = embed.state();
  const { run, trace } = embed.store.getState().session;
  const { told } = content;
  const isTold = told !== null && player !== null && embed.isUntouched();
  const end = endOf(run, embed.isUntouched() ? content.until : null, trace.horizon);
  const marks = marksUntil(trace, end).filter(({ at }) => at > content.time);
  const moments = [{ at: content.time, name: formatInstant(content.time) }];
  for (const { at, type } of marks) {
    if (at > moments[moments.length - 1].at) moments.push({ at, name: names[type] ?? formatInstant(at) });
  }
  return {
    chapter: isTold ? told.chapter.id : null,
    cue: isTold ? told.stops[player.state().index].cue.id : null,
    title: document.title,
    moments,
    address,
  };
}

const nameOfKept = () => window.location.href;

/** Where it was, if the browser lets it be kept. */
function keptOf(): { readonly state: unknown; readonly address: string } | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameOfKept()) ?? 'null');
    return typeof kept?.address === 'string' ? kept : null;
  } catch {
    return null;
  }
}

function forget(): void {
  try {
    sessionStorage.removeItem(nameOfKept());
  } catch {
    // A sandbox keeps nothing.
  }
}

function surroundings(kept: unknown, onEnd: (direction: -1 | 1) => void): Surroundings {
  return {
    hidden: () => document.hidden,
    clock: () => Date.now(),
    token: () => crypto.getRandomValues(new Uint32Array(2)).join('-'),
    kept,
    replaceState: (state, address) => {
      try {
        sessionStorage.setItem(nameOfKept(), JSON.stringify({ state, address }));
      } catch {
        // A sandbox keeps nothing.
      }
    },
    onLeave: (listener) => {
      window.addEventListener('pagehide', listener);
      return () => window.removeEventListener('pagehide', listener);
    },
    openWindow: (address, name) => {
      window.open(fullPage(address), name, 'popup,width=1200,height=760');
    },
    onEnd,
  };
}
