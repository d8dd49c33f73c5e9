import { crossPath, n } from '../scene';
import type { VoteState } from '../trace';
import type { BallotRow } from './standing';

/** Votes, pre-votes, or copies of the entry that two majorities must store. */
export type BallotKind = 'votes' | 'prevotes' | 'copies';

interface BallotProps {
  /** A row for each configuration that decides: two while Cold and Cnew are joint, the old one above. */
  rows: readonly BallotRow[];
  kind: BallotKind;
  /** Radius of the server on whose lower rim it lies, in pixels. */
  r: number;
}

const LOOKS: Record<BallotKind, string> = { votes: '', prevotes: 'is-provisional', copies: 'is-copies' };

/** A candidate's votes: filled is granted, half is on its way, a cross is denied, open is unknown. */
export function Ballot({ rows, kind, r }: BallotProps) {
  const longest = Math.max(...rows.map(({ votes }) => votes.length));
  const pip = Math.max(3.6, r * (longest > 7 ? 0.105 : 0.125));
  const step = pip * 2.72;
  const width = step * longest + pip * 1.4;
  const line = Math.max(12, pip * 3.3);
  const height = line * rows.length;
  return (
    <g className={`ballot ${LOOKS[kind]}`} transform={`translate(0 ${n(r * 0.98)})`}>
      <rect
        className={`ballot-box ${LOOKS[kind]}`}
        x={-width / 2}
        y={-height / 2}
        width={width}
        height={height}
        rx={line / 2}
      />
      {rows.length > 1 && <path className="ballot-line" d={`M${n(-width / 2 + 3)} 0H${n(width / 2 - 3)}`} />}
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the old configuration is above the new one.
        <g key={i} transform={`translate(0 ${n(line * (i - (rows.length - 1) / 2))})`}>
          <Row row={row} pip={pip} step={step} height={line} overlap={rows.length > 1 ? 0.5 : 0.72} />
        </g>
      ))}
    </g>
  );
}

interface RowProps {
  row: BallotRow;
  pip: number;
  step: number;
  height: number;
  /** How far the notch reaches to each side, in heights. */
  overlap: number;
}

function Row({ row: { votes, majority }, pip, step, height, overlap }: RowProps) {
  const first = (-step * (votes.length - 1)) / 2;
  const notch = first + step * (majority - 0.5);
  return (
    <>
      {votes.map((vote, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pip is its server's place among the voters.
        <Pip key={i} vote={vote} x={first + step * i} r={pip} />
      ))}
      <path className="ballot-notch" d={`M${n(notch)} ${n(-height * overlap)}V${n(height * overlap)}`} />
    </>
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
