import { badgePath, RING, type Role, type ServerId } from '../scene';
import { lookOf, SHAPES } from './marks';

/** How the servers stand in each of several Raft groups; index 0 is the first group. */
export interface StageGroups {
  /** The one that the rest of the picture shows, from 1. */
  readonly shown: number;
  readonly states: readonly GroupMembers[];
}

export interface GroupMembers {
  /** Index 0 is S1. */
  readonly members: readonly { readonly role: Role; readonly status: 'up' | 'paused' | 'crashed' }[];
}

/** α, β, γ …: Latin letters in badges are roles. */
export const groupLetter = (group: number): string => 'αβγδεζηθι'.charAt(group - 1);

/** Along the ring, from a little past 12 o'clock on. */
const FIRST = -1.2;
const STEP = 0.52;

/** What one server is in each group: the letter is the group, the shape its role there. */
export function GroupBadges({ id, groups, r }: { id: ServerId; groups: StageGroups; r: number }) {
  const size = Math.max(8.6, r * 0.24);
  return groups.states.map(({ members }, i) => {
    const member = members[id - 1];
    if (member === undefined || member.status === 'crashed') return null;
    const angle = FIRST + STEP * i;
    return (
      <GroupBadge
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place.
        key={i}
        letter={groupLetter(i + 1)}
        role={member.role}
        shown={groups.shown === i + 1}
        size={size}
        x={Math.cos(angle) * r * RING}
        y={Math.sin(angle) * r * RING}
      />
    );
  });
}

interface GroupBadgeProps {
  letter: string;
  role: Role;
  shown: boolean;
  size: number;
  x?: number;
  y?: number;
}

export function GroupBadge({ letter, role, shown, size, x = 0, y = 0 }: GroupBadgeProps) {
  const shape = SHAPES[lookOf(role, 'up')];
  return (
    <g className={`badge look-${role}`} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <path className={shown ? 'badge-shown' : 'badge-halo'} d={badgePath(shape, size + 2.6)} />
      <path className="badge-halo" d={badgePath(shape, size + 1.2)} />
      <path className="badge-shape" d={badgePath(shape, size)} />
      <text className="badge-letter" fontSize={12} y={4.2}>
        {letter}
      </text>
    </g>
  );
}
