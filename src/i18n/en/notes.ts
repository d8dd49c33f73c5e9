/** What is said when something is refused, done, or broken: loaded with the first notice, proof or panel. */
import { imports } from './imports';
import { branches, notices, refusals } from './notices';
import { safety } from './safety';
import { stops } from './stops';

export const notes = {
  notices,
  refusals,
  branches,
  safety,
  imports,
  stops,
  saving: {
    trace: 'Saving the trace',
    share: (part: number) => `${Math.floor(part * 100)} %`,
    cancel: 'Cancel',
  },
};
