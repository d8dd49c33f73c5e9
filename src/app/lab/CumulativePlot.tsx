import { useMemo } from 'react';
import { type LineResult, paperLine } from '../../lab';
import { type CumulativeScene, cumulativeScene, type PlotBox } from '../../scene';
import { useLab } from './context';
import { PlotFrame } from './PlotFrame';
import type { TrialSpot } from './plot-cursor';
import type { PlotProps } from './plots';
import { colourOf, lineName, measuredText } from './words';

/** What takes longer than the paper's axis and ours is not drawn. In milliseconds. */
const LIMIT = 100_000;

const boxOf = (width: number, height: number): PlotBox => ({
  left: 54,
  right: width - 14,
  top: 40,
  bottom: height - 62,
});

/** Cumulative curves: the share of trials that ended within so much; with the curves of the paper behind. */
export function CumulativePlot({ experiment, results, panel, width, height, isPapers, onOpen }: PlotProps) {
  const texts = useLab();
  const lines = useMemo(() => sortedLines(results), [results]);
  const scene = useMemo(() => {
    const named = lines.map(({ result, sorted }) => ({
      id: result.line.variant.id,
      name: lineName(texts, experiment, result.line),
      sorted: sorted.map(({ value }) => value),
      count: result.outcomes.length,
    }));
    const papers = isPapers ? lines.flatMap(({ result }) => paperLine(result.line.variant.id) ?? []) : [];
    const references = papers.map(({ range, curve }) => ({ id: range, curve }));
    return cumulativeScene(named, references, boxOf(width, height), LIMIT);
  }, [lines, width, height, isPapers, texts, experiment]);
  const spots = useMemo(() => spotsOf(lines, scene), [lines, scene]);
  const describe = ({ line, trial }: TrialSpot): string[] => {
    const found = lines.find(({ result }) => result.line.index === line);
    if (found === undefined) return [];
    const place = found.sorted.findIndex((one) => one.trial === trial);
    const value = measuredText(texts, experiment, found.sorted[place]?.value ?? null);
    const share = ((place + 1) * 100) / found.result.outcomes.length;
    const name = lineName(texts, experiment, found.result.line);
    return [texts.point(name, value, trial, (experiment.seed + trial) >>> 0), texts.within(share, value), texts.open];
  };
  return (
    <PlotFrame
      name={`${texts.measures[experiment.measure]}${experiment.id === 'figure-16' ? `, ${texts.panel[panel]}` : ''}`}
      width={width}
      height={height}
      box={scene.box}
      x={scene.x}
      y={scene.y}
      xText={(value) => measuredText(texts, experiment, value)}
      yText={(value) => `${value}\u00a0%`}
      xTitle={`${texts.measures[experiment.measure]} · ${texts.logScale}`}
      yTitle={experiment.measure === 'leaderless' ? texts.shareAxis : texts.shareOf}
      spots={spots}
      describe={describe}
      onOpen={(spot) => onOpen(spot.line, spot.trial)}
      note={noteOf(spots, lines, isPapers, (value) => texts.fiveOfRandomness(measuredText(texts, experiment, value)))}
    >
      {scene.references.map(({ id, path, points }) => (
        <g key={id} style={{ stroke: colourOf(placeOf(lines, id)), fill: colourOf(placeOf(lines, id)) }}>
          <path className="plot__paper" d={path} />
          {points.map(([x, y]) => (
            <circle key={y} className="plot__reading" cx={x} cy={y} r={3.5} stroke="none" />
          ))}
        </g>
      ))}
      {scene.lines.map(({ id, path }, i) => (
        <path
          key={id}
          className={
            lines[i].result.outcomes.length < lines[i].result.line.trials ? 'plot__line plot__line--open' : 'plot__line'
          }
          d={path}
          style={{ stroke: colourOf(i) }}
        />
      ))}
      <Flats
        scene={scene}
        lines={lines}
        name={(result) => lineName(texts, experiment, result.line)}
        limit={measuredText(texts, experiment, LIMIT)}
      />
      <g className="plot__labels">
        {scene.labels.map(({ id, x, y, from, to }) => (
          <g key={id}>
            <path className="plot__lead" d={`M${from}L${to}`} style={{ stroke: colourOf(placeOf(lines, id)) }} />
            <circle cx={to[0]} cy={to[1]} r={3.2} style={{ fill: colourOf(placeOf(lines, id)) }} />
            <text className="plot__name" x={x} y={y}>
              {scene.lines.some((line) => line.id === id)
                ? nameOf(lines, id, (result) => lineName(texts, experiment, result.line))
                : id}
            </text>
          </g>
        ))}
      </g>
    </PlotFrame>
  );
}

interface SortedLine {
  readonly result: LineResult;
  readonly sorted: readonly { readonly trial: number; readonly value: number }[];
}

/** The paper's point: how little randomness is enough. Null while there are few trials, and for other set-ups. */
function noteOf(
  spots: readonly (readonly TrialSpot[])[],
  lines: readonly SortedLine[],
  isPapers: boolean,
  say: (value: number) => readonly string[],
) {
  const place = placeOf(lines, '150-155');
  const line = lines[place];
  if (!isPapers || line === undefined || line.sorted.length < 20) return null;
  const middle = Math.ceil(line.result.outcomes.length / 2) - 1;
  const spot = spots[place][middle];
  return spot === undefined ? null : { spot, lines: say(line.sorted[middle].value) };
}

/** Lines of which no trial ended lie on the axis, and are named there. */
function Flats({
  scene,
  lines,
  name,
  limit,
}: {
  readonly scene: CumulativeScene;
  readonly lines: readonly SortedLine[];
  readonly name: (result: LineResult) => string;
  readonly limit: string;
}) {
  const texts = useLab();
  const { box } = scene;
  return scene.flat.map((id, i) => {
    const found = lines.find(({ result }) => result.line.variant.id === id);
    if (found === undefined) return null;
    return (
      <g key={id}>
        <path
          className="plot__flat"
          d={`M${box.left} ${box.bottom - 1}H${box.right}`}
          style={{ stroke: colourOf(placeOf(lines, id)) }}
        />
        <text className="plot__name" x={box.right - 4} y={box.bottom - 12 - i * 19} textAnchor="end">
          {texts.neverWithin(name(found.result), limit)}
        </text>
      </g>
    );
  });
}

const placeOf = (lines: readonly SortedLine[], id: string): number =>
  lines.findIndex(({ result }) => result.line.variant.id === id);

function nameOf(lines: readonly SortedLine[], id: string, name: (result: LineResult) => string): string {
  const found = lines[placeOf(lines, id)];
  return found === undefined ? id : name(found.result);
}

function sortedLines(results: readonly LineResult[]): SortedLine[] {
  return results.map((result) => {
    const ended = result.outcomes.flatMap(({ trial, value }) => (value === null ? [] : [{ trial, value }]));
    return { result, sorted: ended.sort((a, b) => a.value - b.value || a.trial - b.trial) };
  });
}

function spotsOf(lines: readonly SortedLine[], { x, y }: CumulativeScene): TrialSpot[][] {
  return lines.map(({ result, sorted }) =>
    sorted.map(({ trial, value }, i) => ({
      x: x.of(value),
      y: y.of(((i + 1) * 100) / result.outcomes.length),
      line: result.line.index,
      trial,
    })),
  );
}
