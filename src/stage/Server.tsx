import { memo } from 'react';
import {
  ARCS,
  badgePath,
  diskPath,
  diskTopPath,
  type Fonts,
  type Layout,
  RING,
  selectionPath,
  textWidth,
  timerPath,
  WALL_RING,
} from '../scene';
import { Ballot, type BallotKind } from './Ballot';
import { GroupBadges, type StageGroups } from './GroupBadges';
import { describeServer, labelLines, stateOf } from './labels';
import { Badge, lookOf, TermChip } from './marks';
import type { ServerModel } from './structure';
import type { StageTexts } from './types';

interface ServerProps {
  server: ServerModel;
  layout: Layout;
  texts: StageTexts;
  selected: boolean;
  groups?: StageGroups | null;
  /** Stands beside it instead of its vote and commitIndex. */
  note?: string | null;
}

/**
 * One server. Its disc is the button; what is printed on and beside it is in the name of the button, in words. Elements
 * with `data-live` are filled by the painter; React leaves them alone.
 */
export const Server = memo(function Server({
  server,
  layout,
  texts,
  selected,
  groups = null,
  note = null,
}: ServerProps) {
  const place = layout.places[server.id - 1];
  const look = lookOf(server.role, server.status, apartOf(server));
  return (
    <g
      className={`server look-${look}${selected ? ' is-selected' : ''}`}
      transform={`translate(${place.x} ${place.y})`}
      data-server={server.id}
    >
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus. */}
      <g aria-hidden="true">
        <ServerMarks server={server} r={layout.r} font={layout.font} texts={texts} />
        {groups === null ? null : <GroupBadges id={server.id} groups={groups} r={layout.r} />}
        <Label server={server} layout={layout} texts={texts} note={note} />
      </g>
      {/* biome-ignore lint/a11y/useSemanticElements: there is no button element in SVG. */}
      <circle
        className="hit"
        r={Math.max(22, layout.r * RING + 3)}
        role="button"
        tabIndex={0}
        aria-pressed={selected}
        aria-label={[describeServer(server, texts, groups), note ?? ''].filter(Boolean).join(', ')}
      />
      <SelectionArcs server={server} r={layout.r} />
    </g>
  );
});

/** What it is to the cluster, where that is less than a voter. */
function apartOf({ standing }: ServerModel): 'learner' | 'spare' | null {
  return standing === 'learner' || standing === 'spare' ? standing : null;
}

/** Of a voter's size: who decides nothing is smaller. */
const APART_SIZE = 0.78;

interface ServerMarksProps {
  server: ServerModel;
  r: number;
  font: Fonts;
  texts: StageTexts;
  /** What is left of its timer, 0 to 1, where nothing moves; left out, the painter draws it. */
  timer?: number;
}

/** All that is drawn of a server around the origin, without its label. */
export function ServerMarks({ server, r: full, font: fonts, texts, timer }: ServerMarksProps) {
  const apart = apartOf(server);
  const look = lookOf(server.role, server.status, apart);
  const r = apart === null ? full : full * APART_SIZE;
  const font = apart === null ? fonts : { ...fonts, name: Math.max(13, fonts.name * APART_SIZE) };
  return (
    <>
      {server.isolated && <IsolationRing r={r} />}
      <Ring server={server} r={r} timer={timer} />
      <ServerBody look={look} r={r} />
      <ServerName server={server} r={r} font={font} texts={texts} />
      <Badge
        role={server.role}
        status={server.status}
        apart={apart}
        r={Math.max(8.4, r * 0.27)}
        x={-r * 1.005}
        y={-r * 0.58}
        fontSize={font.badge}
      />
      {server.ballots !== null && <Ballot rows={server.ballots} kind={ballotKind(server.role)} r={r} />}
      {timer === undefined && <Disk r={r} />}
      {server.waiting > 0 && <Inbox count={server.waiting} r={r} />}
    </>
  );
}

/** Shown where the server is selected or has the focus; the disc comes before it, so that a sibling selector finds it. */
export function SelectionArcs({ server, r }: { server: ServerModel; r: number }) {
  const size = (apartOf(server) === null ? 1 : APART_SIZE) * (server.isolated ? WALL_RING + 0.12 : ARCS);
  return <path className="arcs" d={selectionPath(r * size)} />;
}

function ballotKind(role: ServerModel['role']): BallotKind {
  if (role === 'leader') return 'copies';
  return role === 'precandidate' ? 'prevotes' : 'votes';
}

function ServerBody({ look, r }: { look: string; r: number }) {
  const whole = 2 * Math.PI * r;
  const stands = look === 'candidate' || look === 'precandidate';
  const dashes =
    stands || look === 'learner' || look === 'spare'
      ? `${(whole / 15) * 0.62} ${(whole / 15) * 0.38}`
      : look === 'crashed'
        ? `0.1 ${whole / Math.round(whole / 6.4) - 0.1}`
        : undefined;
  const width = Math.max(2, r * (stands ? 0.065 : 0.045));
  return <circle className="server-body" r={r} strokeDasharray={dashes} style={{ strokeWidth: width }} />;
}

/** The election timer; a leader has a closed thin ring instead, a crashed server none. */
function Ring({ server, r, timer }: { server: ServerModel; r: number; timer?: number }) {
  if (server.status === 'crashed') return null;
  const radius = r * RING;
  const striped = server.status === 'paused' ? '3 2.6' : undefined;
  if (server.role === 'leader') {
    const leaves = server.handsOverTo !== null || server.standing === 'leaving';
    return <circle className={`leader-ring ${leaves ? 'is-leaving' : ''}`} r={radius} strokeDasharray={striped} />;
  }
  // Who must not stand waits for no election.
  if (apartOf(server) !== null) return <circle className="apart-ring" r={radius} />;
  const width = Math.max(2, r * 0.075);
  const live = timer === undefined;
  return (
    <>
      <circle className="timer-track" r={radius} strokeWidth={width} />
      <path
        className="timer-left"
        data-live={live ? 'timer' : undefined}
        d={live ? undefined : timerPath(radius, timer)}
        strokeWidth={width}
        strokeDasharray={striped}
      />
    </>
  );
}

function ServerName({ server, r, font, texts }: { server: ServerModel; r: number; font: Fonts; texts: StageTexts }) {
  const lift = server.ballots === null ? 0 : r * (server.ballots.length > 1 ? 0.2 : 0.13);
  const long = texts.chip(server.term);
  const chipY = Math.max(r * 0.36, font.chip * 0.8) - lift;
  const nameY = Math.min(-r * 0.21 - lift, chipY - font.chip * 0.71 - 1.5 - font.name * 0.35);
  // A small circle has room for the number alone.
  const fits = apartOf(server) === null && textWidth(long, font.chip) + font.chip * 0.6 < r * 1.86;
  return (
    <>
      <text className="server-name" fontSize={font.name} y={nameY + font.name * 0.35}>
        {texts.server(server.id)}
      </text>
      <TermChip term={server.term} text={fits ? long : undefined} y={chipY} fontSize={font.chip} />
    </>
  );
}

/** The wall of a partition, closed around one server. */
function IsolationRing({ r }: { r: number }) {
  const depth = Math.max(4, r * 0.12);
  const radius = r * WALL_RING - depth / 2;
  const whole = 2 * Math.PI * radius;
  const step = whole / Math.round(whole / 6);
  return (
    <>
      <circle className="wall-ring" r={r * WALL_RING} />
      <circle className="wall-ticks" r={radius} strokeWidth={depth} strokeDasharray={`1.6 ${step - 1.6}`} />
    </>
  );
}

/** A platter that fills while a write to disk is under way. */
function Disk({ r }: { r: number }) {
  const w = Math.max(5.5, r * 0.17);
  return (
    <g data-live="disk" data-size={w} transform={`translate(${r * 0.93} ${r * 0.78})`} visibility="hidden">
      <circle className="badge-halo" r={w * 1.7} />
      <path className="disk-body" d={diskPath(w)} />
      <path className="disk-fill" data-live="disk-fill" />
      <path className="disk-body" d={diskTopPath(w)} />
    </g>
  );
}

/** How many messages wait at a paused server: a counted envelope at 4 o'clock. */
function Inbox({ count, r }: { count: number; r: number }) {
  const width = textWidth(String(count), 12) + 12;
  return (
    <g className="inbox" transform={`translate(${r * 1.02} ${-r * 0.62})`}>
      <path className="badge-halo" d={badgePath('circle', width / 2 + 3)} />
      <rect x={-width / 2} y={-9} width={width} height={18} rx={9} />
      <text fontSize={12} y={4.2}>
        {count}
      </text>
    </g>
  );
}

interface LabelProps {
  server: ServerModel;
  layout: Layout;
  texts: StageTexts;
  note: string | null;
}

function Label({ server, layout, texts, note }: LabelProps) {
  const { lines, font } = layout;
  const { x, y, anchor } = layout.places[server.id - 1].label;
  if (lines === 0) return null;
  const own = note === null ? labelLines(server, texts) : [stateOf(server, texts), note];
  // With room for one line only, the badge says the role and the line says what was asked for.
  const [role, ...rest] = note !== null && lines === 1 ? [note] : own;
  // With room for two lines only, the one that changes as the log grows is worth more than the vote.
  const shown = lines === 2 ? rest.slice(-1) : rest.slice(0, lines - 1);
  return (
    <>
      <text className="label-role" x={x} y={y} fontSize={font.role} textAnchor={anchor}>
        {role}
      </text>
      {shown.map((text, i) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
          key={i + (text === null ? '-live' : '')}
          className="label-line"
          data-live={text === null ? 'commit' : undefined}
          x={x}
          y={y + font.leading * (i + 1)}
          fontSize={font.line}
          textAnchor={anchor}
        >
          {text}
        </text>
      ))}
    </>
  );
}
