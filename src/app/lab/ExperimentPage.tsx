import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { type Experiment, resultsOf } from '../../lab';
import { labAddress, readExperiment } from './address';
import { useLab } from './context';
import { Findings } from './Findings';
import { isPapersSetUp } from './paper-set-up';
import { ResultTable } from './ResultTable';
import { RunBar } from './RunBar';
import { SetUp } from './SetUp';
import { useBench } from './use-bench';
import { linesIn, panelsOf } from './words';

/** Question and set-up can be read before there is anything to draw. */
const PlotPane = lazy(async () => ({ default: (await import('./PlotPane')).PlotPane }));

/** One experiment: what it asks and its set-up on the left, results on the right. */
export function ExperimentPage({ preset, address }: { readonly preset: Experiment; readonly address: string }) {
  const texts = useLab();
  const { experiment, fault, change } = useExperiment(preset, address);
  const { bench, state } = useBench(experiment);
  const [panel, setPanel] = useState(0);
  const [isSound, setSound] = useState(true);
  // What grows is drawn when there is time: input comes first.
  const { experiment: shown, results: outcomes } = useDeferredValue(state);
  const results = useMemo(() => resultsOf(shown, outcomes), [shown, outcomes]);
  const place = Math.min(panel, panelsOf(shown) - 1);
  const inPanel = useMemo(() => {
    const indices = new Set(linesIn(shown, place).map(({ index }) => index));
    return results.filter(({ line }) => indices.has(line.index));
  }, [shown, results, place]);
  const busy = state.status === 'running' || state.status === 'paused';
  const { title, about } = texts.experiments[experiment.id];
  return (
    <main className="lab-page">
      <div className="lab-page__side">
        <p>
          <a className="lab__back" href="#lab">
            {texts.all}
          </a>
        </p>
        <h1 className="lab__title">{title}</h1>
        <p className="lab__about">{about}</p>
        {fault === null ? null : (
          <p className="lab__fault" role="status">
            {texts.badLink(fault)}
          </p>
        )}
        <SetUp
          key={experiment.base}
          preset={preset}
          experiment={experiment}
          results={inPanel}
          panel={place}
          busy={busy}
          onChange={change}
          onSound={setSound}
        />
      </div>
      <div className="lab-page__main">
        <RunBar bench={bench} state={state} results={results} disabled={!isSound} />
        <Suspense fallback={<div className="plot-pane__box" style={{ minHeight: 560 }} />}>
          <PlotPane
            experiment={shown}
            results={inPanel}
            panel={place}
            onPanel={setPanel}
            isPapers={isPapersSetUp(shown)}
          />
        </Suspense>
        <Findings experiment={shown} results={results} />
        <ResultTable experiment={shown} results={inPanel} isPapers={isPapersSetUp(shown)} />
      </div>
    </main>
  );
}

/** The experiment of the address. What the reader changes goes into the address at once. */
function useExperiment(preset: Experiment, address: string) {
  const read = useMemo(() => readExperiment(address, preset), [address, preset]);
  const [experiment, setExperiment] = useState(read.ok ? read.value : preset);
  useEffect(() => setExperiment(read.ok ? read.value : preset), [read, preset]);
  const change = useCallback((next: Experiment) => {
    setExperiment(next);
    try {
      window.history.replaceState(null, '', labAddress(next));
    } catch {
      // A frame may forbid it; the experiment is changed all the same.
    }
  }, []);
  return { experiment, fault: read.ok ? null : read.error, change };
}
