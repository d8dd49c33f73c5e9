import { useRef, useState } from 'react';
import type { Experiment, LineResult } from '../../lab';
import { Segments, useSize } from '../../ui';
import { useLayout } from '../layout';
import { CumulativePlot } from './CumulativePlot';
import { useLab } from './context';
import { DotsPlot } from './DotsPlot';
import { openTrial } from './open-trial';
import type { View } from './plots';
import { TrendPlot } from './TrendPlot';
import { panelsOf } from './words';

export interface PlotPaneProps {
  readonly experiment: Experiment;
  readonly results: readonly LineResult[];
  readonly panel: number;
  readonly onPanel: (panel: number) => void;
  readonly isPapers: boolean;
}

const PLOTS = { curves: CumulativePlot, trend: TrendPlot, dots: DotsPlot };

/** The picture of the results, in the view that is chosen. */
export function PlotPane({ experiment, results, panel, onPanel, isPapers }: PlotPaneProps) {
  const texts = useLab();
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const { height: tall, form } = useLayout();
  const first: View = experiment.sweep === null ? 'curves' : 'trend';
  const [view, setView] = useState<View | null>(null);
  const shown = view === 'dots' ? 'dots' : first;
  const Plot = PLOTS[shown];
  const width = size?.width ?? 0;
  const height = Math.max(340, Math.min(form === 'narrow' ? 420 : 620, tall - 200));
  const panels = panelsOf(experiment);
  const open = (index: number, trial: number) => {
    const result = results.find(({ line }) => line.index === index);
    const outcome = result?.outcomes.find((one) => one.trial === trial);
    if (result !== undefined && outcome !== undefined) openTrial(experiment, result.line, outcome);
  };
  return (
    <section className="plot-pane" aria-label={texts.measures[experiment.measure]}>
      <div className="plot-pane__bar">
        {panels > 1 ? (
          <Segments
            label={texts.panels}
            value={panel}
            choices={texts.panel.slice(0, panels).map((label, value) => ({ value, label }))}
            onChange={onPanel}
          />
        ) : null}
        <Segments<View>
          label={texts.views}
          value={shown}
          choices={[first, 'dots' as const].map((value) => ({ value, label: texts.view[value] }))}
          onChange={setView}
        />
        {isPapers && shown === 'curves' ? <p className="plot-pane__note">{texts.paperBehind}</p> : null}
      </div>
      <div ref={box} className="plot-pane__box" style={{ minHeight: height }}>
        {width < 200 ? null : (
          <Plot
            experiment={experiment}
            results={results}
            panel={panel}
            width={width}
            height={height}
            isPapers={isPapers}
            onOpen={open}
          />
        )}
      </div>
    </section>
  );
}
