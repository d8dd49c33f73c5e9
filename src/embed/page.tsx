/** Puts an embed on the page: reads its options, fetches what they name, draws, and only then listens and plays. */
import { createRoot } from 'react-dom/client';
import { EMBED, loadTexts, negotiateLanguage, type Texts, TextsProvider } from '../i18n';
import { EMBED_DEFAULTS, type EmbedFault, readEmbed } from '../share';
import { StoreProvider } from '../store';
import { beginAutoplay } from './autoplay';
import { openBridge, waitForMessages } from './bridge';
import { EmbedProvider } from './context';
import { watchEnd } from './ending';
import { Guard } from './Guard';
import { openHall, watchKeys } from './keys';
import { useLanguage } from './language';
import { createEmbed, type Embed, sentenceOf } from './model';
import { fetchContent, type OpenFault } from './open';
import { Player } from './Player';
import { watchSight } from './sight';
import './embed.css';

export async function startEmbed(root: HTMLElement): Promise<void> {
  const waiting = waitForMessages();
  const { options, faults } = readEmbed(fieldsOf(window.location));
  warn(faults);
  const language = negotiateLanguage(options.lang, navigator.languages);
  const unfetched: unknown[] = [];
  const fetched = fetchContent(options).catch((error) => {
    unfetched.push(error);
    return fetchContent(EMBED_DEFAULTS);
  });
  const company = options.sync === null && options.role === null ? null : import('./follow').catch(() => null);
  const loaded = Promise.all([fetched, loadTexts(language), company, EMBED.load(language)]);
  const [content, texts, follow] = await loaded.catch((error) => {
    showStill(root);
    window.parent.postMessage({ raftarium: 1, type: 'error', error: sentenceOf(error) }, options.origin ?? '*');
    throw error;
  });
  const embed = createEmbed(watchSight(root), options, content);
  if (unfetched.length > 0) embed.set({ missing: true });
  const page = createRoot(root);
  page.render(<Page embed={embed} texts={texts} />);
  const destroy = () => {
    leave?.();
    embed.store.dispose();
    bridge.end();
    page.unmount();
  };
  const leave = follow?.join(embed, waiting);
  const bridge = openBridge({ embed, root, destroy }, waiting);
  embed.tellWith(bridge.tell);
  if (content.fault !== null) embed.fail(FAULTS[content.fault]);
  unfetched.forEach(embed.fail);
  watchFaults(embed);
  keepPageScrolling();
  watchKeys(embed, bridge);
  if (wasInHall()) openHall(embed, true);
  watchEnd(embed);
  beginAutoplay(embed);
}

/** The page has been loaded anew while it was shown for a hall. */
function wasInHall(): boolean {
  try {
    return sessionStorage.getItem(window.location.href) !== null;
  } catch {
    return false;
  }
}

/** What the host is told where the options name something that cannot be shown. */
const FAULTS: Readonly<Record<OpenFault, string>> = {
  run: 'The run cannot be read: a fresh cluster is shown.',
  scenario: 'There is no such scenario: a fresh cluster is shown.',
  story: 'There is no such chapter: a fresh cluster is shown.',
  challenge: 'There is no such challenge: a fresh cluster is shown.',
  cue: 'There is no such cue: the beginning is shown.',
};

/** What nobody expected, and what could not be fetched, is told to the host. */
function watchFaults(embed: Embed): void {
  // Events without an error are notes of the browser, such as a late ResizeObserver.
  window.addEventListener('error', ({ error }) => {
    if (error instanceof Error) embed.fail(error);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => embed.fail(reason));
  window.addEventListener('vite:preloadError', ({ payload }) => embed.fail(payload));
}

/** Where not even words can be fetched there is the figure that readers without scripts see. */
function showStill(root: HTMLElement): void {
  root.innerHTML = document.querySelector('noscript')?.textContent ?? '';
}

function Page({ embed, texts }: { readonly embed: Embed; readonly texts: Texts }) {
  return (
    <StoreProvider value={embed.store}>
      <EmbedProvider value={embed}>
        <InLanguage initial={texts} />
      </EmbedProvider>
    </StoreProvider>
  );
}

function InLanguage({ initial }: { readonly initial: Texts }) {
  const texts = useLanguage(initial);
  return (
    <TextsProvider value={texts}>
      <Guard>
        <Player />
      </Guard>
    </TextsProvider>
  );
}

/** What pym.js says to every page that it puts into a frame. */
const OF_PYM = ['childId', 'initialWidth', 'parentTitle', 'parentUrl'];

/** Of the address: what is behind `?`, then what is behind `#`. */
function fieldsOf({ search, hash }: Location): [string, string][] {
  const fields = [...new URLSearchParams(search), ...new URLSearchParams(hash.slice(1))];
  return fields.filter(([name]) => !OF_PYM.includes(name));
}

/** Says once what of the options was not understood. */
function warn(faults: readonly EmbedFault[]): void {
  if (faults.length === 0) return;
  const all = faults.map(({ type, name, value }) =>
    type === 'unknown' ? `there is no "${name.slice(0, 60)}"` : `"${name}" cannot be "${value.slice(0, 60)}"`,
  );
  console.warn(`Raftarium: ${all.join('; ')}.`);
}

/** A wheel over an embed is for the page around it: nothing in here takes it, unless a key is held down with it. */
function keepPageScrolling(): void {
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.shiftKey && Math.abs(event.deltaY) >= Math.abs(event.deltaX)) {
      event.stopImmediatePropagation();
    }
  };
  window.addEventListener('wheel', onWheel, { capture: true, passive: true });
}
