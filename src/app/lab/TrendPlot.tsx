import { useMemo } from 'react';
import { type LineResult, measureOf, parameterOf, representative } from '../../lab';
import { type PlotBox, type TrendScene, trendScene } from '../../scene';
import { useLab } from './context';
import { PlotFrame } from './PlotFrame';
import type { TrialSpot } from './plot-cursor';
import type { PlotProps } from './plots';
import { typicalTrial } from './typical';
import { colourOf, lineName, representativeText, settingText, variantName, variantsIn } from './words';

const boxOf = (width: number, height: number): PlotBox => ({
  left: 74,
  right: width - 20,
  top: 40,
  bottom: height - 62,
});

/** How the measure changes with the swept parameter: a line for each variant, with the middle of its trials. */
export function TrendPlot({ experiment, results, panel, width, height, onOpen }: PlotProps) {
  const texts = useLab();
  const { sweep } = experiment;
  const variants = variantsIn(experiment, panel);
  const scene = useMemo(() => {
    const lines = variantsIn(experiment, panel).map((variant) => ({
      id: variant.id,
      name: variantName(texts, experiment, variant),
      points: resultsOfVariant(results, variant.id).map((result) => pointOf(experiment, result)),
    }));
    const places = sweep !== null && ['place', 'mode', 'switch'].includes(parameterOf(sweep.parameter).unit);
    return trendScene(lines, sweep?.values ?? [], boxOf(width, height), places, topOf(experiment));
  }, [experiment, results, panel, width, height, texts, sweep]);
  const spots = useMemo(
    () => scene.lines.map(({ id, marks }) => spotsOf(marks, resultsOfVariant(results, id))),
    [scene, results],
  );
  if (sweep === null) return null;
  const describe = ({ line }: TrialSpot): string[] => {
    const result = results.find((one) => one.line.index === line);
    if (result === undefined) return [];
    const name = lineName(texts, experiment, result.line);
    return [
      `${name}: ${representativeText(texts, experiment, representative(experiment, result.summary))}`,
      texts.open,
    ];
  };
  return (
    <PlotFrame
      name={texts.measures[experiment.measure]}
      width={width}
      height={height}
      box={scene.box}
      x={scene.x}
      y={scene.y}
      xText={(value) => settingText(texts, sweep.parameter, value)}
      yText={(value) => representativeText(texts, experiment, value)}
      xTitle={texts.parameters[sweep.parameter]}
      yTitle={`${texts.measures[experiment.measure]}${scene.y.log ? ` · ${texts.logScale}` : ''}`}
      spots={spots}
      describe={describe}
      onOpen={(spot) => onOpen(spot.line, spot.trial)}
    >
      {scene.lines.map(({ id, path, marks }, i) => (
        <g key={id} style={{ stroke: colourOf(i), fill: colourOf(i) }}>
          <path className="plot__line" d={path} />
          {marks.map((mark) => (
            <g key={mark.index}>
              <path className="plot__whisker" d={`M${mark.x} ${mark.low}V${mark.high}`} />
              <circle className="plot__mark" cx={mark.x} cy={mark.y} r={4} />
            </g>
          ))}
        </g>
      ))}
      <Labels scene={scene} names={variants.map((variant) => variantName(texts, experiment, variant))} />
    </PlotFrame>
  );
}

function Labels({ scene, names }: { readonly scene: TrendScene; readonly names: readonly string[] }) {
  return (
    <g className="plot__labels">
      {scene.labels.map(({ id, x, y, from, to }) => {
        const place = scene.lines.findIndex((line) => line.id === id);
        return (
          <g key={id}>
            <path className="plot__lead" d={`M${from}L${to}`} style={{ stroke: colourOf(place) }} />
            <text className="plot__name" x={x} y={y}>
              {names[place]}
            </text>
          </g>
        );
      })}
    </g>
  );
}

const resultsOfVariant = (results: readonly LineResult[], id: string): LineResult[] =>
  results.filter(({ line }) => line.variant.id === id);

function pointOf(experiment: PlotProps['experiment'], { line, summary }: LineResult) {
  const y = representative(experiment, summary);
  const isShare = measureOf(experiment.measure).summary === 'share';
  const [low, high] = isShare ? [summary.shareLow * 100, summary.shareHigh * 100] : [summary.p10, summary.p90];
  const or = (value: number) => (Number.isFinite(value) ? value : y);
  return { x: line.x ?? 0, y, low: or(low), high: or(high) };
}

/** Of what has a most, that; else null. */
function topOf(experiment: PlotProps['experiment']): number | null {
  const { unit, summary } = measureOf(experiment.measure);
  return unit === 'percent' || summary === 'share' ? 100 : null;
}

/** Each mark opens the trial that is nearest to it. */
function spotsOf(marks: TrendScene['lines'][number]['marks'], results: readonly LineResult[]): TrialSpot[] {
  return marks.flatMap(({ x, y, index }) => {
    const result = results[index];
    const trial = result === undefined ? null : typicalTrial(result);
    return result === undefined || trial === null ? [] : [{ x, y, line: result.line.index, trial }];
  });
}
