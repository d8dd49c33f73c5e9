/** The small page that other pages hold in a frame. */
import { formatInstant } from '../format';

const badge: Record<string, string> = {
  leader: 'leader',
  election: 'election',
  crash: 'crash',
  cut: 'cut',
  restart: 'restart',
  heal: 'healed',
  members: 'members',
  snapshot: 'snapshot',
};

export const embed = {
  title: 'A Raft cluster',
  open: 'Open this run',
  openHint: 'Opens exactly this run at this instant on the full page',
  back: 'Previous key moment',
  forward: 'Next key moment',
  play: 'Play',
  pause: 'Pause',
  again: 'Again from the start',
  track: 'Time',
  /** @param end in microseconds */
  trackValue: (time: number, end: number) => `${formatInstant(time)} of ${formatInstant(end)}`,
  marks: badge,
  narration: 'What just happened',
  logs: 'Logs',
  spacetime: 'Space-time diagram',
  clients: 'Clients',
  safety: 'Safety properties',
  rulesOff: 'Rules are switched off: this is not Raft.',
  retry: 'Try again',
  view: 'View',
  why: 'Why',
  cluster: 'Cluster',
  stopped: 'Stopped after five seconds. Click to go on.',
  loading: 'Loading…',
  missing: 'Something could not be loaded.',
  faults: {
    run: 'The run in this address cannot be read: here is a fresh cluster.',
    scenario: 'There is no such scenario: here is a fresh cluster.',
    challenge: 'There is no such challenge: here is a fresh cluster.',
    story: 'There is no such chapter: here is a fresh cluster.',
    cue: 'There is no such cue: this is the beginning.',
  },
};
