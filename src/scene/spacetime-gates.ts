/** Links that are cut or held one way, as marks beside the lanes of both ends: most have no space between two lanes. */
import type { ServerId } from '../raft';
import type { Trace } from '../trace';
import type { TimeWindow } from './axis';

/** A directed link on which messages are lost (`cut`) or wait (`hold`) for a time. */
export interface Barred {
  readonly type: 'cut' | 'hold';
  readonly from: ServerId;
  readonly to: ServerId;
  readonly since: number;
  /** Infinity while it lasts. */
  readonly until: number;
}

/** What bars the links between a server and those on one side of its lane, for as long as these are the same. */
export interface LaneGate {
  readonly lane: ServerId;
  readonly side: 'above' | 'below';
  readonly from: number;
  readonly to: number;
  /** Messages are lost on one of them at least; else they only wait. */
  readonly isCut: boolean;
  /** Which links, in few characters: "→S4 ×", "S1→ ‖"; empty where it is too short to tell. */
  readonly text: string;
}

type Actions = Trace['run']['actions'];

/** What is known of all of a run; a picture asks for parts of it with each frame. */
interface Known {
  readonly all: readonly Barred[];
  readonly sides: readonly LaneSide[];
}

interface LaneSide extends Pick<LaneGate, 'lane' | 'side'> {
  readonly pieces: readonly Piece[];
}

/** What is barred for as long as nothing changes. */
interface Piece extends TimeWindow {
  readonly isCut: boolean;
  readonly links: readonly Barred[];
}

const known = new WeakMap<Actions, Known>();

function knownOf({ actions }: Trace['run']): Known {
  const found = known.get(actions);
  if (found !== undefined) return found;
  const all = allBarred(actions);
  const made = { all, sides: all.length === 0 ? [] : sidesOf(all) };
  known.set(actions, made);
  return made;
}

/** Every stretch in which a directed link was barred that overlaps a window, in order of their beginning. */
export function barredLinks(run: Trace['run'], { from, to }: TimeWindow): readonly Barred[] {
  return knownOf(run).all.filter(({ since, until }) => since <= to && until > from);
}

function allBarred(actions: Actions): Barred[] {
  const all: Barred[] = [];
  const open = new Map<string, Omit<Barred, 'until'>>();
  const close = (key: string, until: number) => {
    const barred = open.get(key);
    if (barred !== undefined) all.push({ ...barred, until });
    open.delete(key);
  };
  for (const { at, action } of actions) {
    if (action.type === 'heal') for (const key of [...open.keys()]) close(key, at);
    else if (action.type === 'cut' || action.type === 'hold') {
      const { type, from, to } = action;
      const key = `${type} ${from} ${to}`;
      if (!open.has(key)) open.set(key, { type, from, to, since: at });
    } else if (action.type === 'repair' || action.type === 'release') {
      close(`${action.type === 'repair' ? 'cut' : 'hold'} ${action.from} ${action.to}`, at);
    }
  }
  for (const key of [...open.keys()]) close(key, Number.POSITIVE_INFINITY);
  return all.sort((a, b) => a.since - b.since || a.from - b.from || a.to - b.to);
}

/**
 * The marks that overlap a window, of the first `servers` lanes.
 *
 * @param least shorter stretches have no name, and those next to one another are one
 */
export function laneGates(run: Trace['run'], servers: number, shown: TimeWindow, least: number): LaneGate[] {
  return knownOf(run).sides.flatMap((one) => (one.lane > servers ? [] : gatesOf(one, shown, least)));
}

function gatesOf({ lane, side, pieces }: LaneSide, shown: TimeWindow, least: number): LaneGate[] {
  const gates: { -readonly [Field in keyof LaneGate]: LaneGate[Field] }[] = [];
  for (const { from, to, isCut, links } of pieces) {
    if (to <= shown.from || from >= shown.to) continue;
    const isShort = to - from < least;
    const last = gates.at(-1);
    if (isShort && last?.text === '' && last.isCut === isCut && from - last.to <= least / 6) {
      last.to = to;
    } else gates.push({ lane, side, from, to, isCut, text: isShort ? '' : textOf(links, lane) });
  }
  return gates;
}

const peerOf = (one: Barred, lane: ServerId): ServerId => (one.from === lane ? one.to : one.from);

function sidesOf(all: readonly Barred[]): LaneSide[] {
  const lanes = Math.max(...all.map(({ from, to }) => Math.max(from, to)));
  return Array.from({ length: lanes }, (_, i) => i + 1).flatMap((lane) =>
    (['above', 'below'] as const).map((side) => {
      const isHere = (one: Barred) => (one.from === lane || one.to === lane) && one.from !== one.to;
      const own = all.filter((one) => isHere(one) && peerOf(one, lane) > lane === (side === 'below'));
      return { lane, side, pieces: piecesOf(own) };
    }),
  );
}

/** Cut up where anything changes; `links` in order of their beginning. */
function piecesOf(links: readonly Barred[]): Piece[] {
  const ends = [...new Set(links.flatMap(({ since, until }) => [since, until]))].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let next = 0;
  let open: Barred[] = [];
  for (let i = 0; i + 1 < ends.length; i++) {
    const [from, to] = [ends[i], ends[i + 1]];
    open = open.filter(({ until }) => until > from);
    while (next < links.length && links[next].since <= from) open.push(links[next++]);
    if (open.length > 0) pieces.push({ from, to, isCut: open.some(({ type }) => type === 'cut'), links: open.slice() });
  }
  return pieces;
}

function textOf(links: readonly Barred[], lane: ServerId): string {
  const parts = (['cut', 'hold'] as const).flatMap((type) => {
    const own = links.filter((one) => one.type === type);
    const out = own.filter(({ from }) => from === lane).map(({ to }) => to);
    const back = own.filter(({ to }) => to === lane).map(({ from }) => from);
    const both = out.filter((id) => back.includes(id));
    const only = (ids: readonly ServerId[]) => ids.filter((id) => !both.includes(id));
    const groups = [namesOf('↔', both, ''), namesOf('→', only(out), ''), namesOf('', only(back), '→')];
    const text = groups.filter((group) => group !== '').join(' ');
    return text === '' ? [] : [`${text} ${type === 'cut' ? '×' : '‖'}`];
  });
  return parts.join('  ');
}

function namesOf(before: string, ids: readonly ServerId[], after: string): string {
  const names = ids.toSorted((a, b) => a - b).map((id) => `S${id}`);
  return names.length === 0 ? '' : `${before}${names.join(',')}${after}`;
}
