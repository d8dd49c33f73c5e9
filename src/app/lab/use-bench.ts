import { useEffect, useSyncExternalStore } from 'react';
import type { Experiment } from '../../lab';
import { type Bench, type BenchState, createBench } from './bench';

/** One for the page: what is going on there goes on while the reader looks behind other doors. */
let only: Bench | null = null;

function theBench(first: Experiment): Bench {
  only ??= createBench(first);
  return only;
}

/** The bench, with this experiment on it. */
export function useBench(experiment: Experiment): { readonly bench: Bench; readonly state: BenchState } {
  const bench = theBench(experiment);
  const state = useSyncExternalStore(bench.subscribe, bench.getState);
  useEffect(() => bench.open(experiment), [bench, experiment]);
  useEffect(() => {
    const keep = () => bench.keep();
    window.addEventListener('pagehide', keep);
    return () => window.removeEventListener('pagehide', keep);
  }, [bench]);
  return { bench, state };
}
