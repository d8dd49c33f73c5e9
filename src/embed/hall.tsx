/** An embed for a hall: large and dark, its cues by a presenter's remote, a pointer, ink, black, and the instant as a QR code. */
import { createRoot } from 'react-dom/client';
import { EmbeddedLecture, type LectureSession, openEmbedded, type Told } from '../app/lecture/embedded';
import { EMBED, formatInstant, loadTexts, negotiateLanguage, TextsProvider } from '../i18n';
import { withBookmarks } from '../sim';
import { REGISTRY, StoreProvider } from '../store';
import { endOf, marksUntil } from './ahead';
import { forget, keptOf, surroundings } from './hall-around';
import type { Embed } from './model';
import { layTogether } from './over';
import { isOffered } from './permissions';

/** So long it may take to hear of embeds that are followed, in real milliseconds. */
const JOINING = 500;

export interface Opening {
  /** The page has been loaded anew in the middle of it. */
  readonly again?: boolean;
  /** The address of a lecture that other embeds give already. */
  readonly along?: string;
}

export async function openHall(embed: Embed, { again = false, along }: Opening): Promise<void> {
  if (embed.inHall) return;
  const { store } = embed;
  embed.inHall = true;
  try {
    if (along === undefined && !again) store.pause();
    const language = negotiateLanguage(store.getState().settings.language, navigator.languages);
    const [texts, words] = await Promise.all([loadTexts(language), EMBED.load(language)]);
    const kept = again ? keptOf() : null;
    const around = surroundings(embed, kept?.state);
    // Others that are on their way know better where that is.
    if (again && embed.company !== null) await new Promise((done) => setTimeout(done, JOINING));
    const isWith = embed.company?.hasJoined() === true;
    if (again && isWith && embed.company?.hall() === null) {
      forget();
      embed.inHall = false;
      return;
    }
    const source = along ?? (isWith ? embed.company?.hall() : null) ?? kept?.address ?? null;
    const told = toldOf(embed, words.marks, source, isWith ? null : (kept?.address ?? null));
    const open = await openEmbedded(store, texts, told, around);
    const session = along !== undefined || (again && isWith) ? silently(embed, open) : open();
    show(embed, session, (hall) => (
      <StoreProvider value={store}>
        <TextsProvider value={texts}>{hall}</TextsProvider>
      </StoreProvider>
    ));
    if (along === undefined && !embed.company?.hall()) embed.company?.tellHall(around.address());
  } catch (error) {
    embed.inHall = false;
    forget();
    throw error;
  }
}

/** Who comes to others moves nobody. */
function silently<Made>(embed: Embed, make: () => Made): Made {
  const { company } = embed;
  if (company === null) return make();
  const made: Made[] = [];
  company.quietly(() => made.push(make()));
  return made[0];
}

function show(embed: Embed, session: LectureSession, within: (hall: React.ReactNode) => React.ReactNode): void {
  const { store, company } = embed;
  const { theme } = store.getState().settings;
  const { allow, hotkeys, role } = embed.state().options;
  const small = document.getElementById('root');
  const place = document.createElement('div');
  const page = createRoot(place);
  store.setSettings({ theme: 'projector' });
  const onHeard = () => session.look();
  if (role !== 'audience') company?.onHeard.add(onHeard);
  const stops = [
    tellsStory(embed, session) ? keepInStep(embed, session) : () => undefined,
    layTogether(embed, session, !tellsStory(embed, session)),
    // What is loaded in its place has other cues, or is to be predicted.
    embed.subscribe(({ content, player }, before) => {
      if (content !== before.content || player !== before.player) leave();
    }),
  ];
  const end = () => {
    for (const stop of stops) stop();
    company?.onHeard.delete(onHeard);
    page.unmount();
    place.remove();
    session.dispose();
    forget();
    embed.inHall = false;
    embed.leaveHall = undefined;
    store.setSettings({ theme });
    if (small !== null) small.style.visibility = '';
    comeBack(embed, session);
  };
  const leave = () => {
    end();
    company?.tellHall(null);
  };
  embed.leaveHall = () => silently(embed, end);
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

/** The cues of the lecture are the steps of the story that the embed tells. */
function tellsStory(embed: Embed, { source }: LectureSession): boolean {
  const { player, content } = embed.state();
  return player !== null && source.type === 'chapter' && source.id === content.told?.chapter.id;
}

/** The story that the embed tells is as far as the lecture, whoever goes on. */
function keepInStep(embed: Embed, session: LectureSession): () => void {
  const { player } = embed.state();
  if (player === null) return () => undefined;
  const isSame = () => {
    const { index, goal } = session.state().place;
    return player.state().index === index && player.state().goal === goal;
  };
  const lead = () => {
    if (!isSame()) player.follow(session.state().place);
  };
  const { index, goal } = player.state();
  // On the way it goes on being so.
  if (goal !== null && index === session.state().place.index) session.follow({ index, goal });
  else lead();
  const stops = [
    session.subscribe(lead),
    player.subscribe(() => {
      if (!isSame()) session.follow(player.state());
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The small picture is at the instant of the large one. Moments that were named for the hall only are named no more. */
function comeBack(embed: Embed, session: LectureSession): void {
  const { player, content } = embed.state();
  if (player !== null || embed.isUntouched() || session.state().improvised) return;
  const time = embed.store.time();
  const { run } = embed.store.getState().session;
  embed.show({ ...content, run: content.run ?? withBookmarks(run, []), time });
}

function toldOf(
  embed: Embed,
  names: Readonly<Record<string, string>>,
  source: string | null,
  address: string | null,
): Told {
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
    cue: told !== null && player !== null ? told.stops[player.state().index].cue.id : null,
    title: document.title,
    moments,
    source,
    address,
  };
}
