/** What lies over the picture of a hall is shared by all embeds of one `sync`: black, ink, pointer, a large server, the QR code. */
import { LECTURE_READERS, type LecturePlace, type LectureSession } from '../app/lecture/embedded';
import { isRecord } from '../base';
import { broadcastWire, createSync, newToken, type Reader } from '../sync';
import type { Embed } from './model';

const OVER = ['show', 'ink', 'laser', 'timer'] as const;
const PLAN_MOST = 10_000;

/**
 * Follows and tells, as the embed's role says. Returns what ends it.
 *
 * @param tellsPlace the cues are not those of a story, which embeds follow by themselves
 */
export function layTogether(embed: Embed, session: LectureSession, tellsPlace: boolean): () => void {
  const { sync: name, role } = embed.state().options;
  const wire = embed.company === null || name === null ? null : broadcastWire(`embed.${name}.hall`);
  if (wire === null) return () => undefined;
  // Only where the cues are the same.
  const plan = session.plan.cues.map(({ time }) => time).join();
  const hasPlace = tellsPlace && plan.length <= PLAN_MOST;
  const { show, ink, laser, timer } = LECTURE_READERS;
  const sync = createSync({
    id: newToken(),
    role: role ?? 'presenter',
    wire,
    readers: { show, ink, laser, timer, ...(hasPlace ? { place: placeReader(plan) } : {}) },
    digest: () => '',
    now: () => embed.store.now(),
  });
  let isTaking = false;
  let seen = session.state();
  const tell = () => {
    const before = seen;
    seen = session.state();
    if (isTaking || role === 'audience') return;
    const changed: Record<string, unknown> = {};
    for (const part of OVER) if (seen[part] !== before[part]) changed[part] = seen[part];
    if (hasPlace && seen.place !== before.place) changed.place = { plan, ...seen.place };
    if (Object.keys(changed).length > 0) sync.set(changed);
  };
  const take = () => {
    isTaking = true;
    const state = session.state();
    const place = sync.value('place') as LecturePlace | undefined;
    if (place !== undefined && (place.index !== state.place.index || place.goal !== state.place.goal)) {
      session.follow({ index: place.index, goal: place.goal });
    }
    const other = OVER.filter((part) => sync.value(part) !== undefined && sync.value(part) !== state[part]);
    if (other.length > 0) session.lay(Object.fromEntries(other.map((part) => [part, sync.value(part)])));
    isTaking = false;
  };
  const ends = [
    session.subscribe(tell),
    sync.subscribe((changed) => {
      if (changed.length > 0) take();
    }),
  ];
  // It may have been black before the page was loaded anew.
  const { black, focus, qr } = seen.show;
  if (role !== 'audience' && (black || qr || focus !== null)) sync.offer({ show: seen.show });
  return () => {
    for (const end of ends) end();
    sync.close();
  };
}

/** Of a place among the same cues. */
const placeReader =
  (plan: string): Reader =>
  (value) => {
    const place = isRecord(value) && value.plan === plan ? LECTURE_READERS.place(value) : undefined;
    return place === undefined ? undefined : { plan, ...(place as LecturePlace) };
  };
