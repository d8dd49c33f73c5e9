import { formatInstant } from '../../i18n';
import type { Microseconds } from '../../sim';
import type { Fork } from '../../trace';

export interface TreeRow {
  readonly id: number;
  readonly name: string;
  /** How far it is known. */
  readonly until: Microseconds;
  readonly fork: Fork;
}

const WIDTH = 320;
const PITCH = 30;
const TOP = 16;

/** Branches along one axis of time: each leaves the line of another where the two part. The first is on stage. */
export function BranchTree({ rows }: { readonly rows: readonly TreeRow[] }) {
  const end = Math.max(1, ...rows.map(({ until }) => until));
  const x = (time: Microseconds) => 6 + (Math.min(time, end) / end) * (WIDTH - 12);
  const y = (row: number) => TOP + row * PITCH;
  const height = TOP + rows.length * PITCH;
  return (
    <svg className="branch-tree" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
      {rows.map(({ id, name, until, fork }, i) => {
        const from = x(fork.parent === null ? 0 : fork.at);
        const to = Math.max(from + 4, x(until));
        const isLate = from > WIDTH * 0.55;
        const turn = fork.parent === null ? '' : `M${from} ${y(fork.parent)}V${y(i) - 6}q0 6 6 6`;
        return (
          <g key={id} className={i === 0 ? 'is-on-stage' : undefined}>
            <path d={fork.parent === null ? `M${from} ${y(i)}H${to}` : `${turn}H${Math.max(from + 6, to)}`} />
            {fork.parent === null ? null : <circle cx={from} cy={y(fork.parent)} r={3.5} />}
            <circle cx={Math.max(from + 6, to)} cy={y(i)} r={i === 0 ? 5 : 3.5} />
            <text x={isLate ? from - 6 : from + 10} y={y(i) - 6} textAnchor={isLate ? 'end' : 'start'}>
              {name}
              {fork.parent === null || fork.at === 0 ? '' : ` · ${formatInstant(fork.at)}`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
