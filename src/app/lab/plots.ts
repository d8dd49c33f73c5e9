import type { Experiment, LineResult } from '../../lab';

/** What every plot of the lab is given. */
export interface PlotProps {
  readonly experiment: Experiment;
  /** The lines of the panel. */
  readonly results: readonly LineResult[];
  readonly panel: number;
  readonly width: number;
  readonly height: number;
  /** The set-up is that of the paper, whose curves can be drawn behind. */
  readonly isPapers: boolean;
  readonly onOpen: (line: number, trial: number) => void;
}

export type View = 'curves' | 'trend' | 'dots';
