import { useMemo } from 'react';
import type { LineResult } from '../../lab';
import { type DotsScene, dotsScene, type PlotBox, spread, valueAxis } from '../../scene';
import { useLab } from './context';
import { PlotFrame } from './PlotFrame';
import type { TrialSpot } from './plot-cursor';
import type { PlotProps } from './plots';
import { colourOf, lineName, measuredText, settingText, variantName, variantsIn } from './words';

const boxOf = (width: number, height: number): PlotBox => ({
  left: 74,
  right: width - 14,
  top: 40,
  bottom: height - 62,
});

/** Every trial as a dot. Where a parameter is swept, a small multiple for each variant. */
export function DotsPlot(props: PlotProps) {
  const { experiment, results, panel, width, height } = props;
  const texts = useLab();
  const variants = variantsIn(experiment, panel);
  if (experiment.sweep === null || variants.length === 1) {
    return <Dots {...props} title={texts.measures[experiment.measure]} axisOf={results} colour={null} />;
  }
  const columns = width >= 640 ? 2 : 1;
  const part = Math.floor((width - (columns - 1) * 24) / columns);
  const rows = Math.ceil(variants.length / columns);
  const tall = Math.max(230, Math.floor(height / Math.min(2, rows)));
  return (
    <div className="plot-multiples" style={{ gridTemplateColumns: `repeat(${columns}, ${part}px)` }}>
      {variants.map((variant, i) => (
        <Dots
          key={variant.id}
          {...props}
          results={results.filter(({ line }) => line.variant.id === variant.id)}
          width={part}
          height={tall}
          title={variantName(texts, experiment, variant)}
          axisOf={results}
          colour={i}
        />
      ))}
    </div>
  );
}

interface DotsProps extends PlotProps {
  readonly title: string;
  /** The trials of all multiples, which share an axis. */
  readonly axisOf: readonly LineResult[];
  /** Null: each column has its own. */
  readonly colour: number | null;
}

function Dots({ experiment, results, width, height, title, axisOf, colour, onOpen }: DotsProps) {
  const texts = useLab();
  const box = useMemo(() => boxOf(width, height), [width, height]);
  const scene = useMemo(() => {
    const y = valueAxis(
      axisOf.flatMap(({ outcomes }) => outcomes.flatMap(({ value }) => (value === null ? [] : [value]))),
      box,
    );
    const groups = results.map(({ line, outcomes, summary }) => ({
      id: String(line.index),
      values: byTrial(outcomes),
      median: summary.median,
    }));
    return dotsScene(groups, box, y);
  }, [results, axisOf, box]);
  const spots = useMemo(() => results.map((result, i) => spotsOf(result, scene, i)), [results, scene]);
  const { sweep } = experiment;
  const names = results.map(({ line }) =>
    sweep === null || line.x === null ? lineName(texts, experiment, line) : settingText(texts, sweep.parameter, line.x),
  );
  const describe = ({ line, trial }: TrialSpot): string[] => {
    const result = results.find((one) => one.line.index === line);
    const outcome = result?.outcomes.find((one) => one.trial === trial);
    if (result === undefined || outcome === undefined) return [];
    const name = lineName(texts, experiment, result.line);
    const value = measuredText(texts, experiment, outcome.value);
    return [texts.point(name, value, trial, (experiment.seed + trial) >>> 0), texts.open];
  };
  return (
    <PlotFrame
      name={title}
      width={width}
      height={height}
      box={box}
      x={null}
      y={scene.y}
      xText={String}
      yText={(value) => measuredText(texts, experiment, value)}
      xTitle={sweep === null ? '' : texts.parameters[sweep.parameter]}
      yTitle={title}
      spots={spots}
      describe={describe}
      onOpen={(spot) => onOpen(spot.line, spot.trial)}
    >
      {scene.columns.map(({ id, x, width: wide, path, median }, i) => (
        <g key={id}>
          <path className="plot__dots" d={path} style={{ stroke: colourOf(colour ?? i) }} />
          {median === null ? null : <path className="plot__median" d={`M${x - wide / 2} ${median}h${wide}`} />}
          <text className="plot__tick" x={x} y={box.bottom + 22} textAnchor="middle">
            {names[i]}
          </text>
        </g>
      ))}
    </PlotFrame>
  );
}

function byTrial(outcomes: LineResult['outcomes']): (number | null)[] {
  const values: (number | null)[] = [];
  for (const { trial, value } of outcomes) values[trial] = value;
  return values;
}

/** By value, so that the arrow keys climb. */
function spotsOf({ line, outcomes }: LineResult, { columns, y }: DotsScene, place: number): TrialSpot[] {
  const { x, width } = columns[place];
  const ended = outcomes.flatMap(({ trial, value }) => (value === null ? [] : [{ trial, value }]));
  return ended
    .sort((a, b) => a.value - b.value || a.trial - b.trial)
    .map(({ trial, value }) => ({ x: x + (spread(trial) - 0.5) * width, y: y.of(value), line: line.index, trial }));
}
