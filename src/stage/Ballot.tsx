import { crossPath, n } from '../scene';
import type { VoteState } from '../trace';

interface BallotProps {
  /** One state a server, in ring order. */
  votes: readonly VoteState[];
  majority: number;
  /** Radius of the server on whose lower rim it lies, in pixels. */
  r: number;
}

/** A candidate's votes: filled is granted, half is on its way, a cross is denied, open is unknown. */
export function Ballot({ votes, majority, r }: BallotProps) {
  const pip = Math.max(3.6, r * (votes.length > 7 ? 0.105 : 0.125));
  const step = pip * 2.72;
  const width = step * votes.length + pip * 1.4;
  const height = Math.max(12, pip * 3.3);
  const first = (-step * (votes.length - 1)) / 2;
  const notch = first + step * (majority - 0.5);
  return (
    <g className="ballot" transform={`translate(0 ${n(r * 0.98)})`}>
      <rect className="ballot-box" x={-width / 2} y={-height / 2} width={width} height={height} rx={height / 2} />
      {votes.map((vote, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pip is its server's place in the ring.
        <Pip key={i} vote={vote} x={first + step * i} r={pip} />
      ))}
      <path className="ballot-notch" d={`M${n(notch)} ${n(-height * 0.72)}V${n(height * 0.72)}`} />
    </g>
  );
}

/** One vote. */
export function Pip({ vote, x = 0, r }: { vote: VoteState; x?: number; r: number }) {
  return (
    <g transform={`translate(${n(x)} 0)`}>
      <circle className={`pip pip-${vote}`} r={r} />
      {vote === 'granting' && <path className="pip-half" d={`M0 ${n(-r)}A${n(r)} ${n(r)} 0 0 0 0 ${n(r)}Z`} />}
      {(vote === 'refused' || vote === 'refusing') && <path className="pip-cross" d={crossPath(r * 0.46)} />}
    </g>
  );
}
