/** The hunt for a run that breaks a property, with rules of the protocol switched off. */
import { formatNumber } from '../format';

const count = (n: number, one: string, many: string): string => `${formatNumber(n)} ${n === 1 ? one : many}`;

export const breakRaft = {
  intro:
    'Switch off rules of Raft, and a search looks for what goes wrong without them: it crashes servers, cuts links, lets timers run out, and keeps the shortest run that breaks a property.',
  chosen: (n: number) => (n === 0 ? '' : `${formatNumber(n)} off`),
  availability:
    'Without these rules nothing false is ever said, but the cluster may stand still or lose a healthy leader. A hunt for broken properties finds nothing here.',
  seed: 'Seed, a number up to 4,294,967,295',
  seedFault: 'The seed must be a whole number up to 4,294,967,295.',
  nothingChosen: 'Switch off at least one rule first.',
  hunt: 'Hunt',
  pause: 'Pause',
  resume: 'Go on',
  cancel: 'Cancel',
  again: 'Hunt again',
  show: 'Show it on the stage',
  hunting: (moves: number, situations: number) =>
    `${count(moves, 'step', 'steps')} tried, ${count(situations, 'situation', 'situations')} seen`,
  rate: (perSecond: number) => `${formatNumber(perSecond)} steps a second`,
  paused: 'Paused',
  shrinking: (actions: number) => `Found one. Making it short: ${count(actions, 'action', 'actions')} so far`,
  found: (property: string, actions: number) => `${property} is broken, in ${count(actions, 'action', 'actions')}.`,
  none: (moves: number) =>
    `Nothing broke in ${count(moves, 'step', 'steps')}. Another seed may find what this one missed.`,
  failed: (reason: string) => `The hunt stopped: ${reason}.`,
};
