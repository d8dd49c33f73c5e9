import { assert } from '../base';
import type { RuleSwitch } from '../raft';
import { checkQuorum, handOver, handOverFails, noPreVote, preVote, priorities, removedServer } from './calm';
import { figure7, figure7Hint } from './figure7';
import { figure8, figure8Commit, figure8Unsafe } from './figure8';
import { multiRaft } from './groups';
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
import { addAServer, changeRolledBack, changesWait, jointConsensus, removeLeader, slowNewcomer } from './members';
import { exactlyOnce, leaseRead, newLeaderRead, readIndex, staleRead } from './reads';
import type { Scenario } from './scenario';
import { BREAKINGS } from './shortest';
import { installSnapshot, keptTail, snapshot } from './snapshots';
import { crashes, cutOrCrash, cutWrites, election, replicatedState, staleCandidate, termClock } from './told';
import { leaderCut, leaderLost } from './told-compared';
import { manyGroups } from './told-groups';
import { configJump, earlyChange } from './told-members';
import { readAlone, readsCompared } from './told-reads';
import { logsGrow, tailStays } from './told-snapshots';

// Each chapter of the story brings its own runs, and no others.
export { checkQuorum, handOver, handOverFails, noPreVote, preVote, priorities, removedServer } from './calm';
export { FIGURE_7_DONE, FIGURE_7_LOGS, FIGURE_7_MET, figure7 } from './figure7';
export { FIGURE_8, figure8, figure8Commit, figure8Unsafe } from './figure8';
export { laggingFollower, replication, splitVote } from './live';
export { addAServer, changesWait, jointConsensus, slowNewcomer } from './members';
export { leaseRead, newLeaderRead, readIndex, staleRead } from './reads';
export * from './scenario';
export { LIVENESS_RULES, type LivenessRule } from './shortest';
export { installSnapshot } from './snapshots';
export {
  crashAll,
  crashAlone,
  crashAnswer,
  crashBefore,
  crashCommitted,
  crashSome,
  cutOrCrash,
  cutWrites,
  election,
  replicatedState,
  staleCandidate,
  termClock,
} from './told';
export { leaderCut, leaderLost } from './told-compared';
export { manyGroups } from './told-groups';
export { configJump, earlyChange } from './told-members';
export { readAlone, readsCompared } from './told-reads';
export { logsGrow, tailStays } from './told-snapshots';

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
  addAServer,
  slowNewcomer,
  removeLeader,
  jointConsensus,
  changesWait,
  changeRolledBack,
  snapshot,
  installSnapshot,
  keptTail,
  noPreVote,
  preVote,
  removedServer,
  checkQuorum,
  handOver,
  handOverFails,
  priorities,
  readIndex,
  staleRead,
  leaseRead,
  newLeaderRead,
  exactlyOnce,
  multiRaft,
  replicatedState,
  cutOrCrash,
  termClock,
  election,
  staleCandidate,
  cutWrites,
  ...crashes,
  readsCompared,
  readAlone,
  logsGrow,
  tailStays,
  ...BREAKINGS,
  configJump,
  earlyChange,
  manyGroups,
  leaderLost,
  leaderCut,
];

/** The run that shows what the rule is for, by breaking it. */
export function breakingOf(rule: RuleSwitch): Scenario {
  const found = SCENARIOS.find(({ breaking }) => breaking?.rule === rule);
  assert(found !== undefined, 'every rule has a scenario that breaks it');
  return found;
}

export const SCENARIO_IDS: readonly string[] = SCENARIOS.map(({ id }) => id);

/** The scenario with this id, or null. */
export function findScenario(id: string): Scenario | null {
  return SCENARIOS.find((scenario) => scenario.id === id) ?? null;
}
