/** Puts an embed on the page: reads its options, fetches what they name, draws, and only then listens and plays. */
import { createRoot } from 'react-dom/client';
import { EMBED, loadTexts, negotiateLanguage, type Texts, TextsProvider } from '../i18n';
import { type EmbedFault, readEmbed } from '../share';
import { StoreProvider } from '../store';
import { beginAutoplay } from './autoplay';
import { openBridge, waitForMessages } from './bridge';
import { EmbedProvider } from './context';
import { watchKeys } from './keys';
import { useLanguage } from './language';
import { watchLoop } from './loop';
import { createEmbed, type Embed } from './model';
import { fetchContent } from './open';
import { Player } from './Player';
import { watchSight } from './sight';
import './embed.css';

export async function startEmbed(root: HTMLElement): Promise<void> {
  const waiting = waitForMessages();
  const { options, faults } = readEmbed(fieldsOf(window.location));
  warn(faults);
  if (options.challenge !== null) console.warn('Raftarium: an embed shows no challenges yet.');
  const language = negotiateLanguage(options.lang, navigator.languages);
  const [content, texts] = await Promise.all([fetchContent(options), loadTexts(language), EMBED.load(language)]);
  const embed = createEmbed(watchSight(root), options, content);
  const page = createRoot(root);
  page.render(<Page embed={embed} texts={texts} />);
  const destroy = () => {
    embed.store.dispose();
    bridge.end();
    page.unmount();
  };
  const bridge = openBridge({ embed, root, destroy }, waiting);
  if (content.fault !== null) bridge.tell('error', { error: `There is no such ${content.fault}.` });
  keepPageScrolling();
  watchKeys(embed, bridge);
  watchLoop(embed, () => bridge.tell('ended'));
  beginAutoplay(embed);
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
      <Player />
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
