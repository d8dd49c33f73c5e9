import { useMemo, useRef, useState } from 'react';
import type { Situation } from '../../challenges';
import { formatInstant } from '../../i18n';
import { type Axis, xAt } from '../../scene';
import { groupRun } from '../../sim';
import { useStore } from '../../store';
import { useSize } from '../../ui';
import { drawingOf, traceOf } from '../learn/lines';
import { Head, Lanes } from '../learn/StoryLine';
import { useContents } from './context';
import type { ChallengePlayer, Phase } from './player';
import './run-line.css';

export interface RunLineProps {
  readonly player: ChallengePlayer;
  readonly situation: Situation;
  readonly phase: Phase;
  /** For phones. */
  readonly compact: boolean;
}

const SIDE = 64;
const SIDE_COMPACT = 20;
const TOP = 12;

/** The run as far as it has been seen, and a slider to look back in it. */
export function RunLine({ player, situation, phase, compact }: RunLineProps) {
  const contents = useContents();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const width = size?.width ?? 0;
  const stretch = player.stretch();
  const { run, until } = stretch;
  const isFrozen = phase === 'predict' || phase === 'locked';
  const axis = useAxis(situation, stretch, isFrozen, compact ? SIDE_COMPACT : SIDE, width);
  const pitch = run.config.servers > 5 ? 8 : 11;
  const group = useStore((state) => state.session.group);
  const trace = useMemo(() => traceOf(groupRun(run, group), until), [run, group, until]);
  const lanes = useMemo(() => (compact ? [] : trace.spans.map((_, i) => TOP + i * pitch)), [trace, compact, pitch]);
  const drawing = useMemo(() => (compact ? null : drawingOf(trace, axis, lanes)), [trace, axis, lanes, compact]);
  const bar = compact ? 22 : TOP + trace.spans.length * pitch + 9;
  return (
    <div ref={box} className={`story-line run-line${compact ? ' is-compact' : ''}`}>
      {width === 0 ? null : (
        <>
          <svg className="story-line__svg" width={width} height={bar + 16} aria-hidden="true">
            {drawing === null ? null : <Lanes drawing={drawing} lanes={lanes} axis={axis} />}
            <path className="story-line__bar" d={`M${axis.left} ${bar}H${axis.right}`} />
            <path className="run-line__moment" d={`M${momentX(axis, situation, stretch)} ${bar - 6}v12`} />
            <Head axis={axis} top={compact ? bar : 0} y={bar} r={7} />
          </svg>
          <Look player={player} axis={axis} until={until} phase={phase} y={bar} label={contents.look} />
        </>
      )}
    </div>
  );
}

function momentX(axis: Axis, { run, moment }: Situation, stretch: { readonly run: unknown }): number {
  return stretch.run === run && moment > axis.from ? Math.round(xAt(axis, moment)) : axis.left;
}

/** Some of the past, and as much of the future as one may know of: a round length of time. */
function useAxis(
  { moment, play }: Situation,
  { run, from, until }: Situation['play'],
  isFrozen: boolean,
  side: number,
  width: number,
): Axis {
  return useMemo(() => {
    const length = play.until - play.from;
    const step = length > 2_000_000 ? 1_000_000 : 250_000;
    const ahead = Math.ceil(length / step) * step;
    const begin = isFrozen ? moment : from;
    const back = Math.max(0, begin - Math.max(400_000, 0.6 * ahead));
    const isOwn = run === play.run || isFrozen;
    return { from: back, to: isOwn ? begin + ahead : until, left: side, right: Math.max(side + 1, width - side) };
  }, [moment, play, run, from, until, isFrozen, side, width]);
}

interface LookProps {
  readonly player: ChallengePlayer;
  readonly axis: Axis;
  readonly until: number;
  readonly phase: Phase;
  readonly y: number;
  readonly label: string;
}

/** A slider over what has been seen. */
function Look({ player, axis, until, phase, y, label }: LookProps) {
  const [value, setValue] = useState(until);
  const [seen, setSeen] = useState({ until, phase });
  // Something new has been seen: the slider is at its end again.
  if (seen.until !== until || seen.phase !== phase) {
    setSeen({ until, phase });
    setValue(until);
  }
  const left = axis.left - 8;
  const end = Math.max(axis.left + 1, Math.min(axis.right, xAt(axis, until)));
  return (
    <input
      className="run-line__look"
      type="range"
      aria-label={label}
      aria-valuetext={formatInstant(value)}
      min={Math.min(Math.round(axis.from), until)}
      max={until}
      step={1000}
      value={value}
      disabled={phase === 'running'}
      style={{ left, width: end - left + 8, top: y - 16 }}
      onChange={(event) => {
        const time = Number(event.target.value);
        // The last step of the slider may fall short of the end.
        const exact = until - time < 1000 ? until : time;
        setValue(exact);
        player.look(exact);
      }}
    />
  );
}
