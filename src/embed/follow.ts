/**
 * Embeds of the same `sync` show the same: what is done in one of them is seen in all. Only an audience's doings are its
 * own, until the others do something; a preview stands still.
 */
import {
  broadcastWire,
  createSync,
  digestOf,
  FOLLOW_READERS,
  type Following,
  followStore,
  newToken,
  type Sync,
} from '../sync';
import { audienceOf } from './audience';
import type { Waiting } from './bridge';
import { placeInDeck } from './deck';
import { guardDoor, refuse } from './door';
import type { Company, Embed } from './model';
import { PLACE_READER, type Place, watchPlace } from './place';
import { standStill } from './still';
import { HALL_READER, watchHall } from './together';

/** Who has heard of nobody for so long says what there is to be seen, in real milliseconds. */
const ALONE = 350;
/** Who is still alone is the first, and who comes later follows it. */
const SETTLED = 2000;

/** Takes part, or stands still, as the embed's options say. To be called before the page around is heard; returns what ends it. */
export function join(embed: Embed, waiting: Waiting): () => void {
  const { sync: name, role } = embed.state().options;
  const where = name === null || role !== null ? 'elsewhere' : placeInDeck(window);
  if (role === 'preview' || where === 'upcoming') return standStill(embed, waiting);
  if (name === null) return () => undefined;
  if (embed.state().quiz !== null) {
    console.warn(`Raftarium: nothing is followed as "${name}": everybody predicts by themselves.`);
    return () => undefined;
  }
  const wire = window.origin === 'null' ? null : broadcastWire(`embed.${name}`);
  if (wire === null) {
    console.warn(`Raftarium: nothing is followed as "${name}": this frame has no origin that it shares with another.`);
    return () => undefined;
  }
  const { store } = embed;
  const sync = createSync({
    id: newToken(),
    role: role ?? 'presenter',
    wire,
    readers: { ...FOLLOW_READERS, place: PLACE_READER, hall: HALL_READER },
    digest: () => digestOf(store),
    now: () => store.now(),
  });
  const onLeave = () => sync.leave();
  window.addEventListener('pagehide', onLeave);
  const ends = [
    keepWith(embed, sync, where === 'current', waiting),
    watchHall(embed, sync),
    refuse(waiting, (command) =>
      command.type === 'load' && command.options.challenge !== null
        ? 'An embed that follows others shows no challenge: everybody predicts by themselves.'
        : null,
    ),
    () => window.removeEventListener('pagehide', onLeave),
    sync.close,
  ];
  return () => {
    for (const end of ends) end();
  };
}

function keepWith(embed: Embed, all: Sync, isEcho: boolean, waiting: Waiting): () => void {
  const { store, sight } = embed;
  const audience = embed.state().options.role === 'audience' ? audienceOf(all, store.now) : null;
  const sync = audience?.sync ?? all;
  const following: Following = followStore(
    store,
    sync,
    () => !sight.isSeen(),
    () => runsOf(embed),
  );
  const place = watchPlace(embed, sync);
  const company = createCompany(all, following);
  // An audience goes on with what the lecturer has begun, and leaves it to the lecturer where that ends.
  const isLed = () =>
    audience?.hasStrayed() === false && [...all.peers().values()].some(({ role }) => role !== 'audience');
  embed.company = {
    ...company,
    leads: () => following.leads() && !isLed(),
    tellHall: audience === null ? company.tellHall : () => undefined,
    hasJoined: () => joined,
  };
  let joined = false;
  const door = guardDoor(waiting, isEcho);
  const shown = () => ({ ...following.shown(), ...place.shown() });
  const timers = [
    setTimeout(() => {
      sync.offer(shown());
      door.open(!joined);
    }, ALONE),
    setTimeout(() => {
      if (sync.peers().size === 0) sync.set(shown());
    }, SETTLED),
  ];
  const stop = sync.subscribe((changed) => {
    // What the embed was opened with may still be on its way to the store: what it joins comes after that.
    if (changed.includes('run') && !joined)
      store.setAuto((sync.value('time') as { auto?: boolean } | undefined)?.auto === true);
    if (changed.includes('run')) joined = true;
    if (changed.includes('place')) place.follow(sync.value('place') as Place);
    if (!changed.includes('time') || audience !== null || sight.isSeen()) return;
    look(embed);
    for (const listener of company.onHeard) listener();
  });
  return () => {
    for (const timer of timers) clearTimeout(timer);
    for (const end of [stop, following.end, place.end, door.end]) end();
  };
}

const createCompany = (sync: Sync, { quietly }: Following): Omit<Company, 'leads' | 'hasJoined'> => ({
  isWith: () => sync.peers().size > 0,
  quietly,
  hall: () => sync.value('hall') as string | null | undefined,
  tellHall: (hall) => {
    if (hall !== (sync.value('hall') ?? null)) sync.set({ hall });
  },
  onHeard: new Set(),
});

/** Out of sight no frame says that the next step of the story has been reached, or the end of the run; what others say does. */
function look({ store, state, isUntouched, tell, inHall }: Embed): void {
  const { playing, loop } = store.getState().playback;
  if (!playing) return;
  const { player, content } = state();
  const goal = player?.state().goal ?? null;
  if (player !== null) {
    if (goal !== null && store.time() >= (content.told?.stops[goal].time ?? 0)) player.goTo(goal);
    return;
  }
  const { until } = content;
  if (inHall || until === null || loop !== null || store.time() < until || !isUntouched()) return;
  store.pause();
  store.seek(until);
  tell('ended');
}

/** What is told here: the runs of the story, or the one that the embed was opened with. */
function runsOf(embed: Embed) {
  const { told, run, scenario } = embed.state().content;
  const acts = told?.chapter.acts.map((act) => ({ run: act.scenario.run, scenario: act.scenario.id })) ?? [];
  return run === null ? acts : [...acts, { run, scenario }];
}
