import type { ReactNode } from 'react';
import { termClass } from '../draw';
import type { PanelTexts } from '../i18n';
import { aheadPath, type Curve, crossPath, fontsFor, pointAt, tagPath, wakePath } from '../scene';
import type { VoteState } from '../trace';
import { Pip } from './Ballot';
import { GroupBadge, groupLetter } from './GroupBadges';
import { Badge, lookOf, MessageGlyph, TermChip } from './marks';
import { SelectionArcs, ServerMarks } from './Server';
import type { ServerModel } from './structure';
import type { StageTexts } from './types';
import { Cut, Gate, Grip, Rail } from './Walls';
import './stage.css';

export type LegendTexts = StageTexts & Pick<PanelTexts, 'legend'>;

/** Every mark of the picture with what it means, a group a subject. */
export function Legend({ texts }: { texts: LegendTexts }) {
  const { legend } = texts;
  return (
    <div className="legend">
      <Group title={legend.servers}>
        <ServerItems texts={texts} />
      </Group>
      <Group title={legend.votes}>
        <VoteItems texts={texts} />
      </Group>
      <Group title={legend.messages}>
        <MessageItems texts={texts} />
      </Group>
      <Group title={legend.log}>
        <LogItems texts={texts} />
      </Group>
      <Group title={legend.lanes}>
        <LaneItems texts={texts} />
      </Group>
      <Group title={legend.network}>
        <NetworkItems texts={texts} />
      </Group>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

/** One mark and its words. `width`, `height`: the picture's size in pixels; the origin is its middle. */
function Item({
  text,
  width = 120,
  height,
  children,
}: {
  text: string;
  width?: number;
  height: number;
  children: ReactNode;
}) {
  return (
    <li>
      <svg
        className="marks-svg"
        width={width}
        height={height}
        viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`}
        aria-hidden="true"
      >
        {children}
      </svg>
      <span>{text}</span>
    </li>
  );
}

const SERVER: ServerModel = {
  id: 2,
  role: 'follower',
  status: 'up',
  term: 3,
  votedFor: 4,
  standing: 'voter',
  half: null,
  ballots: null,
  handsOverTo: null,
  isolated: false,
  waiting: 0,
};
const VOTES: VoteState[] = ['granted', 'granting', 'granted', 'refused', 'unknown'];
const JOINT = [
  { votes: ['granted', 'granted', 'unknown'], majority: 2 },
  { votes: ['unknown', 'granted', 'unknown'], majority: 2 },
] as const;
const RADIUS = 30;

function ServerItems({ texts }: { texts: LegendTexts }) {
  const { legend } = texts;
  const items: { text: string; server: Partial<ServerModel>; timer: number; selected?: boolean }[] = [
    { text: legend.follower, server: {}, timer: 0.7 },
    { text: legend.timer, server: { id: 5 }, timer: 0.08 },
    { text: legend.precandidate, server: { id: 3, role: 'precandidate', ballots: ballotOf(VOTES) }, timer: 0.9 },
    { text: legend.candidate, server: { id: 3, role: 'candidate', term: 4, ballots: ballotOf(VOTES) }, timer: 0.8 },
    { text: legend.leader, server: { id: 4, role: 'leader', term: 4 }, timer: 1 },
    { text: legend.handover, server: { id: 4, role: 'leader', term: 4, handsOverTo: 2 }, timer: 1 },
    { text: legend.joint, server: { id: 1, role: 'leader', term: 4, ballots: JOINT }, timer: 1 },
    { text: legend.learner, server: { id: 6, standing: 'learner' }, timer: 0 },
    { text: legend.spare, server: { id: 7, standing: 'spare', term: 0 }, timer: 0 },
    { text: legend.crashed, server: { id: 1, status: 'crashed' }, timer: 0 },
    { text: legend.paused, server: { id: 1, status: 'paused', waiting: 2 }, timer: 0.4 },
    { text: legend.isolated, server: { id: 5, isolated: true }, timer: 0.55 },
    { text: legend.selected, server: { id: 4, role: 'leader', term: 4 }, timer: 1, selected: true },
  ];
  return (
    <>
      {items.map(({ text, server, timer, selected }) => (
        <Item key={text} text={text} height={100}>
          <ServerPicture server={{ ...SERVER, ...server }} timer={timer} selected={selected} texts={texts} />
        </Item>
      ))}
      <Item text={legend.groups} height={100}>
        {(['leader', 'follower', 'candidate'] as const).map((role, i) => (
          <GroupBadge key={role} letter={groupLetter(i + 1)} role={role} shown={i === 0} size={10} x={-30 + 30 * i} />
        ))}
      </Item>
    </>
  );
}

interface ServerPictureProps {
  server: ServerModel;
  timer: number;
  selected?: boolean;
  texts: LegendTexts;
}

const ballotOf = (votes: readonly VoteState[]) => [{ votes, majority: 3 }];

function ServerPicture({ server, timer, selected, texts }: ServerPictureProps) {
  const { standing } = server;
  const apart = standing === 'learner' || standing === 'spare' ? standing : null;
  const look = lookOf(server.role, server.status, apart);
  return (
    <g className={`look-${look} server${selected ? ' is-selected' : ''}`}>
      <ServerMarks server={server} r={RADIUS} font={fontsFor(RADIUS)} texts={texts} timer={timer} />
      <SelectionArcs server={server} r={RADIUS} />
    </g>
  );
}

function VoteItems({ texts: { legend } }: { texts: LegendTexts }) {
  return (['unknown', 'granting', 'granted', 'refusing', 'refused'] as const).map((vote) => (
    <Item key={vote} text={legend[vote]} height={24}>
      <Pip vote={vote} r={7} />
    </Item>
  ));
}

function MessageItems({ texts: { message, legend } }: { texts: LegendTexts }) {
  return (
    <>
      {(['vote', 'granted', 'denied'] as const).map((kind) => (
        <Item key={kind} text={message[kind]} height={36}>
          <MessageGlyph kind={kind} />
        </Item>
      ))}
      <Item text={legend.entries} height={36}>
        <MessageGlyph kind="append" terms={[3, 4, 4]} />
      </Item>
      <Item text={legend.empty} height={36}>
        <MessageGlyph kind="heartbeat" />
      </Item>
      {(['success', 'rejected'] as const).map((kind) => (
        <Item key={kind} text={message[kind]} height={36}>
          <MessageGlyph kind={kind} />
        </Item>
      ))}
      {(['prevote', 'pregranted', 'predenied', 'handover', 'snapshot', 'installed'] as const).map((kind) => (
        <Item key={kind} text={message[kind]} height={36}>
          <MessageGlyph kind={kind} />
        </Item>
      ))}
      <FlightItem text={legend.flying} state="flying" />
      <FlightItem text={legend.doomed} state="doomed" />
      <FlightItem text={legend.lost} state="lost" />
    </>
  );
}

const WAY: Curve = { a: { x: -58, y: 8 }, control: { x: 0, y: -12 }, b: { x: 58, y: 8 } };

function FlightItem({ text, state }: { text: string; state: 'flying' | 'doomed' | 'lost' }) {
  const head = state === 'lost' ? 0.6 : 0.5;
  const { x, y } = pointAt(WAY, head);
  const end = pointAt(WAY, state === 'doomed' ? 0.85 : head);
  return (
    <Item text={text} height={36}>
      <g className="hue-append">
        {state !== 'lost' && <path className="ahead" d={aheadPath(WAY, head, state === 'doomed' ? 0.85 : 1)} />}
        <path className={`wake is-${state}`} d={wakePath(WAY, 0, head, 2.8)} />
      </g>
      <MessageGlyph kind="append" terms={[4]} x={x} y={y} scale={0.86} state={state} />
      {state !== 'flying' && <Cross x={end.x} y={end.y} thin={state === 'doomed'} />}
    </Item>
  );
}

function Cross({ x, y, thin }: { x: number; y: number; thin: boolean }) {
  return (
    <g className={thin ? 'is-ahead' : ''} transform={`translate(${x} ${y})`}>
      <path className="cross-halo" d={crossPath(7)} />
      <path className="cross" d={crossPath(7)} />
    </g>
  );
}

function LogItems({ texts: { legend } }: { texts: LegendTexts }) {
  return (
    <>
      <Item text={legend.committed} height={36}>
        <Cell x={0} committed />
      </Item>
      <Item text={legend.uncommitted} height={36}>
        <Cell x={0} committed={false} />
      </Item>
      <Item text={legend.commitLine} height={36}>
        <Cell x={-23} committed />
        <Cell x={23} committed={false} />
        <path className="legend-commit" d="M0 -18V18" />
      </Item>
      <Item text={legend.members} height={36}>
        <rect className={`legend-members ${termClass(4)}`} x={-24} y={-14} width={48} height={28} rx={3} />
        <text className="legend-words" y={4.4} fontSize={12}>
          123+4
        </text>
      </Item>
      <Item text={legend.snapshot} height={36}>
        <rect className="legend-snapshot" x={-40} y={-14} width={80} height={28} rx={3} />
        <path className="legend-bars" d="M-34 -8H-20M-34 0H-20M-34 8H-20" />
        <text className="legend-words" x={8} y={4.4} fontSize={12}>
          1 – 6
        </text>
      </Item>
      <Item text={legend.matchIndex} height={36}>
        <path className="legend-match" d="M0 -6L7 6H-7Z" />
      </Item>
      <Item text={legend.nextIndex} height={36}>
        <path className="legend-next" d="M0 -6L7 6H-7Z" />
      </Item>
    </>
  );
}

/** Strokes at 45° that keep within a cell of 38 by 26 pixels. */
const HATCH = 'M-18 -5L-10 -13M-18 5L0 -13M-16 13L10 -13M-6 13L18 -11M4 13L18 -1M14 13L18 9';

function Cell({ x, committed }: { x: number; committed: boolean }) {
  return (
    <g className={`legend-cell ${termClass(4)}${committed ? '' : ' is-open'}`} transform={`translate(${x} 0)`}>
      <rect x={-19} y={-13} width={38} height={26} rx={3} />
      {!committed && <path className="legend-hatch" d={HATCH} />}
      <text y={4.6} fontSize={13}>
        4
      </text>
    </g>
  );
}

function LaneItems({ texts: { legend } }: { texts: LegendTexts }) {
  return (
    <>
      <Lanes legend={legend} />
      <Item text={legend.laneCut} height={24}>
        <path className="legend-gate legend-gate--cut" d="M-52 0H52" />
        <GateName text="→S3 ×" className="legend-gate-name legend-gate-name--cut" />
      </Item>
      <Item text={legend.laneHold} height={24}>
        <path className="legend-gate" d="M-52 0H52" />
        <GateName text="S3→ ‖" className="legend-gate-name" />
      </Item>
    </>
  );
}

function GateName({ text, className }: { text: string; className: string }) {
  return (
    <>
      <rect className="legend-gate-ground" x="-46" y="-8" width="50" height="16" />
      <text className={className} x="-21" y="4.5" textAnchor="middle">
        {text}
      </text>
    </>
  );
}

function Lanes({ legend }: Pick<LegendTexts, 'legend'>) {
  const lanes = [
    ['follower', legend.laneFollower],
    ['precandidate', legend.lanePrecandidate],
    ['candidate', legend.laneCandidate],
    ['leader', legend.laneLeader],
    ['crashed', legend.laneCrashed],
    ['paused', legend.lanePaused],
  ] as const;
  return lanes.map(([look, text]) => (
    <Item key={look} text={text} height={24}>
      <g className={`look-${look}`}>
        <path className={`legend-lane lane-${look}`} d="M-52 0H52" />
        {look === 'crashed' && <Cross x={-52} y={0} thin />}
        {(look === 'precandidate' || look === 'candidate' || look === 'leader') && (
          <>
            <Badge role={look} r={8.5} x={-50} />
            <TermChip term={4} x={-29} fontSize={12} />
          </>
        )}
      </g>
    </Item>
  ));
}

const SHORT: Curve = { a: { x: -52, y: 0 }, control: { x: 0, y: 0 }, b: { x: 52, y: 0 } };

function NetworkItems({ texts: { legend } }: { texts: LegendTexts }) {
  return (
    <>
      <Item text={legend.wall} height={36}>
        <Rail d="M-44 0H44" />
        <Grip point={{ x: -44, y: 0 }} end="from" />
        <Grip point={{ x: 44, y: 0 }} end="to" />
      </Item>
      <Item text={legend.cut} height={36}>
        <Cut mark={{ from: 1, to: 2, curve: SHORT, at: 0.6 }} />
      </Item>
      <Item text={legend.hold} height={36}>
        <Gate mark={{ from: 1, to: 2, curve: SHORT, at: 0.86 }} />
        <g className="message hue-append" transform="translate(18 0)">
          <path className="glyph-hollow" d={tagPath(23, 16)} />
        </g>
        <g className="message hue-append" transform="translate(-10 0)">
          <path className="glyph-hollow" d={tagPath(23, 16)} />
        </g>
      </Item>
    </>
  );
}
