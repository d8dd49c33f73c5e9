/**
 * Embeds of the same `sync` show the same: what is done in one of them is seen in all. Only an audience's doings are its
 * own, until the others do something; a preview stands still.
 */
import { broadcastWire, createSync, digestOf, FOLLOW_READERS, type Following, followStore, type Sync } from '../sync';
import type { Waiting } from './bridge';
import { placeInDeck } from './deck';
import { guardDoor } from './door';
import type { Embed } from './model';
import { PLACE_READER, type Place, watchPlace } from './place';
import { standStill } from './still';

/** Who has heard of nobody for so long says what there is to be seen, in real milliseconds. */
const ALONE = 350;
/** Who is still alone is the first, and who comes later follows it. */
const SETTLED = 2000;

/** Takes part, or stands still, as the embed's options say. To be called before the page around is heard; returns what ends it. */
export function join(embed: Embed, waiting: Waiting): () => void {
  const { sync: name, role } = embed.state().options;
  const where = name === null || role !== null ? 'elsewhere' : placeInDeck(window);
  if (role === 'preview' || where === 'upcoming') return standStill(embed, waiting);
  // Everybody predicts by themselves.
  if (name === null || embed.state().quiz !== null) return () => undefined;
  const wire = window.origin === 'null' ? null : broadcastWire(`embed.${name}`);
  if (wire === null) {
    console.warn(`Raftarium: nothing is followed as "${name}": this frame has no origin that it shares with another.`);
    return () => undefined;
  }
  const { store } = embed;
  const sync = createSync({
    id: crypto.getRandomValues(new Uint32Array(2)).join('-'),
    role: role ?? 'presenter',
    wire,
    readers: { ...FOLLOW_READERS, place: PLACE_READER },
    digest: () => digestOf(store),
    now: () => store.now(),
  });
  const end = keepWith(embed, role === 'audience' ? onlyListening(sync) : sync, where === 'current', waiting);
  const onLeave = () => sync.leave();
  window.addEventListener('pagehide', onLeave);
  return () => {
    window.removeEventListener('pagehide', onLeave);
    end();
    sync.close();
  };
}

function keepWith(embed: Embed, sync: Sync, isEcho: boolean, waiting: Waiting): () => void {
  const { store, sight } = embed;
  let joined = false;
  const following: Following = followStore(
    store,
    sync,
    () => !sight.isSeen(),
    () => runsOf(embed),
  );
  const place = watchPlace(embed, sync);
  embed.company = {
    leads: following.leads,
    isWith: () => sync.peers().size > 0,
    hasJoined: () => joined,
  };
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
  });
  return () => {
    for (const timer of timers) clearTimeout(timer);
    for (const end of [stop, following.end, place.end, door.end]) end();
  };
}

/** What it says is heard by nobody; what it hears puts all of it right, whatever has been done here. */
function onlyListening(sync: Sync): Sync {
  const all = [...Object.keys(FOLLOW_READERS), 'place'];
  return {
    ...sync,
    set: () => undefined,
    offer: () => undefined,
    subscribe: (listener) =>
      sync.subscribe((changed) =>
        listener(changed.length === 0 ? [] : all.filter((name) => sync.value(name) !== undefined)),
      ),
  };
}

/** What is told here: the runs of the story, or the one that the embed was opened with. */
function runsOf(embed: Embed) {
  const { told, run, scenario } = embed.state().content;
  const acts = told?.chapter.acts.map((act) => ({ run: act.scenario.run, scenario: act.scenario.id })) ?? [];
  return run === null ? acts : [...acts, { run, scenario }];
}
