import { type Experiment, findExperiment } from '../../lab';

/** Whether an experiment is Figure 16 with the paper's cluster, so that its numbers can be compared with the paper's. */
export function isPapersSetUp(experiment: Experiment): boolean {
  const papers = findExperiment('figure-16');
  return experiment.id === 'figure-16' && JSON.stringify(experiment.settings) === JSON.stringify(papers?.settings);
}
