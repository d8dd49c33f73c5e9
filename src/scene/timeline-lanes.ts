/** Lanes, the labels on them, and the rails between them. Times are microseconds, lengths pixels. */
import type { ServerId } from '../raft';
import type { RoleSpan, Trace } from '../trace';
import { type Axis, type TimeWindow, xAt } from './axis';

type Action = Trace['run']['actions'][number]['action'];

/** What a server may do, from which the thickness of its lane follows. */
export type Authority = 'follower' | 'precandidate' | 'candidate' | 'leader' | 'paused' | 'crashed';

export interface LaneLabel {
  /** The left edge of the badge, or of the chip when there is none. */
  readonly x: number;
  readonly badge: Authority | null;
  readonly term: number | null;
}

/** A cut between lane `after` (1 is S1) and the next one. */
export interface LaneRail {
  readonly after: ServerId;
  readonly from: number;
  /** Infinity while it lasts. */
  readonly to: number;
}

export const BADGE_WIDTH = 20;

export function authorityOf({ status, role }: Pick<RoleSpan, 'status' | 'role'>): Authority {
  return status === 'up' ? role : status;
}

/** How many lanes a run needs: for the servers of its beginning and those that are added. */
export function laneCount({ config, actions }: Trace['run']): number {
  return Math.min(9, config.servers + actions.filter(({ action }) => action.type === 'addServer').length);
}

/** The width of a term chip. */
export function chipWidth(term: number): number {
  return 9 + 7 * String(term).length;
}

/** The stretches that overlap a window, in order; `spans` are one server's. */
export function spansWithin(spans: readonly RoleSpan[], { from, to }: TimeWindow): readonly RoleSpan[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].to <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < spans.length && spans[end].from < to) end++;
  return spans.slice(low, end);
}

/**
 * Badge and term chip at each change, and at the left edge for what was before. Where they would cover one another the
 * more telling ones stay: leaders first, then what was broken, candidates, terms alone.
 */
export function laneLabels(spans: readonly RoleSpan[], axis: Axis): LaneLabel[] {
  const taken = new Uint8Array(Math.ceil(axis.right) + 64);
  const wanted = spans.map((span, i) => labelOf(span, i === 0 ? null : spans[i - 1], axis));
  const order = wanted.map((_, i) => i).sort((a, b) => rank(wanted[a]) - rank(wanted[b]) || a - b);
  const placed: LaneLabel[] = [];
  for (const i of order) {
    const label = place(taken, wanted[i]);
    if (label !== null) placed.push(label);
  }
  return placed.sort((a, b) => a.x - b.x);
}

/** The width of a label, badge and chip together. */
export function labelWidth({ badge, term }: Pick<LaneLabel, 'badge' | 'term'>): number {
  return (badge === null ? 0 : BADGE_WIDTH) + (term === null ? 0 : chipWidth(term));
}

function labelOf(span: RoleSpan, before: RoleSpan | null, axis: Axis): LaneLabel {
  const authority = authorityOf(span);
  const returns = before !== null && before.status !== 'up' && span.status === 'up';
  const changed = before === null ? authority !== 'follower' : authorityOf(before) !== authority;
  const badge = returns || (changed && authority !== 'follower') ? authority : null;
  const news = before === null || before.term !== span.term || authority === 'leader';
  const term = news && (badge !== 'crashed' || before === null) ? span.term : null;
  const half = badge === null ? (term === null ? 0 : chipWidth(term) / 2) : BADGE_WIDTH / 2;
  return { x: xAt(axis, Math.max(span.from, axis.from)) - half, badge, term };
}

function rank({ badge, term }: LaneLabel): number {
  if (badge === 'leader') return 0;
  if (badge === 'crashed' || badge === 'paused') return 1;
  if (badge !== null) return 2;
  return term === null ? 4 : 3;
}

function place(taken: Uint8Array, label: LaneLabel): LaneLabel | null {
  const attempts: LaneLabel[] = label.badge === null ? [label] : [label, { ...label, term: null }];
  for (const one of attempts) {
    const width = labelWidth(one);
    if (width > 0 && claim(taken, one.x, width)) return one;
  }
  return null;
}

/** Takes a stretch of pixels unless any of it is taken. Pixels left of 0 by at most 32 count too. */
function claim(taken: Uint8Array, x: number, width: number): boolean {
  const from = Math.max(0, Math.round(x) + 32);
  const to = Math.min(taken.length, from + Math.ceil(width));
  for (let i = from; i < to; i++) if (taken[i] === 1) return false;
  taken.fill(1, from, to);
  return true;
}

/** The rails of a run up to a time: between neighbours whose links were cut, while they were. */
export function railsOf(run: Trace['run'], upTo: number): LaneRail[] {
  const rails: LaneRail[] = [];
  const servers = laneCount(run);
  const since = new Array<number | null>(servers).fill(null);
  let wall: Wall = { groups: new Array<number>(servers).fill(0), isolated: new Array<boolean>(servers).fill(false) };
  for (const { at, action } of run.actions) {
    if (at > upTo) break;
    const next = wallAfter(wall, action);
    if (next === wall) continue;
    wall = next;
    for (let i = 1; i < servers; i++) {
      const start = since[i];
      const cut = isWalled(wall, i, i + 1);
      if (cut && start === null) since[i] = at;
      if (cut || start === null) continue;
      rails.push({ after: i, from: start, to: at });
      since[i] = null;
    }
  }
  since.forEach((from, after) => {
    if (from !== null) rails.push({ after, from, to: Number.POSITIVE_INFINITY });
  });
  return rails;
}

/** How partitions and isolation divide the servers. Index 0 is S1. */
export interface Wall {
  readonly groups: readonly number[];
  readonly isolated: readonly boolean[];
}

/** Whether a partition or an isolation parts two servers. */
export function isWalled({ groups, isolated }: Wall, one: ServerId, other: ServerId): boolean {
  return groups[one - 1] !== groups[other - 1] || isolated[one - 1] || isolated[other - 1];
}

function wallAfter(wall: Wall, action: Action): Wall {
  switch (action.type) {
    case 'partition':
      return { ...wall, groups: wall.groups.map((_, i) => action.groups.findIndex((group) => group.includes(i + 1))) };
    case 'isolate':
    case 'rejoin':
      return {
        ...wall,
        isolated: wall.isolated.map((was, i) => (i + 1 === action.server ? action.type === 'isolate' : was)),
      };
    case 'heal':
      return { groups: wall.groups.map(() => 0), isolated: wall.isolated.map(() => false) };
    default:
      return wall;
  }
}
