import { figure7, figure7Hint } from './figure7';
import { figure8, figure8Commit, figure8Unsafe } from './figure8';
import {
  candidateYields,
  firstElection,
  laggingFollower,
  leaderCrash,
  repeats,
  replication,
  splitVote,
  staleAppend,
  twoLeaders,
} from './live';
import type { Scenario } from './scenario';
import { crashes, cutOrCrash, cutWrites, election, replicatedState, staleCandidate, termClock } from './told';

export { FIGURE_7_DONE, FIGURE_7_LOGS, FIGURE_7_MET } from './figure7';
export { FIGURE_8 } from './figure8';
export type { Scenario } from './scenario';

export const SCENARIOS: readonly Scenario[] = [
  firstElection,
  candidateYields,
  splitVote,
  replication,
  leaderCrash,
  laggingFollower,
  staleAppend,
  repeats,
  twoLeaders,
  figure7,
  figure7Hint,
  figure8,
  figure8Commit,
  figure8Unsafe,
  replicatedState,
  cutOrCrash,
  termClock,
  election,
  staleCandidate,
  cutWrites,
  ...crashes,
];

export const SCENARIO_IDS: readonly string[] = SCENARIOS.map(({ id }) => id);

/** The scenario with this id, or null. */
export function findScenario(id: string): Scenario | null {
  return SCENARIOS.find((scenario) => scenario.id === id) ?? null;
}
