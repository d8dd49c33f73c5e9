/** The hunt for a run that breaks a property, with rules of the protocol switched off. */
import { formatNumber } from '../format';

const count = (n: number, one: string, many: string): string => `${formatNumber(n)} ${n === 1 ? one : many}`;

export const breakRaft = {
  intro:
    'Switch off rules of Raft, and a search looks for what goes wrong without them: it crashes servers, cuts links, lets timers run out, and keeps the shortest run that breaks a property.',
  groups: {
    elections: 'Elections',
    replication: 'Replication and commitment',
    storage: 'Disk and snapshots',
    members: 'Members',
    clients: 'Reads and clients',
    availability: 'Staying available',
  },
  chosen: (n: number) => (n === 0 ? '' : `${formatNumber(n)} off`),
  availability:
    'Without these rules nothing false is ever said, but the cluster may stand still or lose a healthy leader. A hunt for broken properties finds nothing here.',
  /** What remains when a rule is switched off, in one line. */
  without: {
    voteTwice: 'A server votes for everyone who asks, so two candidates can win one term.',
    noElectionRestriction: 'A candidate that lacks committed entries can win.',
    commitOldTerm: 'An entry of an earlier term counts as committed, and can still be overwritten (Figure 8).',
    noConsistencyCheck: 'A follower takes entries without checking what comes before them.',
    commitNoMin: 'A follower commits entries of its own that the leader never saw.',
    acceptStaleLeader: 'Followers obey a leader that has long been replaced.',
    quorumHalf: 'Half of the servers decide; with four servers both halves can.',
    noPersistVote: 'A restart forgets the vote, and the server votes again in the same term.',
    noPersistTerm: 'A restart forgets the term, and terms that are over happen again.',
    ackBeforeFsync: 'A crash loses entries that the leader counts as stored.',
    sameTermClearsVote: 'Hearing the leader clears the vote, so it can be given a second time.',
    lengthOnly: 'A long log of outdated entries beats a newer one.',
    lastTermOnly: 'A log that ends before committed entries is good enough if its last term is right.',
    noTruncate: 'Entries that contradict the leader stay in the log.',
    overTruncate: 'A late message deletes entries that were acknowledged since.',
    countSentAsAcked: 'The leader commits what it has only sent.',
    countStaleReplies: 'Votes and acknowledgements of earlier terms count in this one.',
    configJump: 'Old and new members can decide without each other.',
    configBeforeNoop:
      'Two leaders change the members from different starting points, and their majorities do not overlap.',
    configOverlap: 'Changes pile up until majorities no longer overlap.',
    readLocal: 'A leader that was replaced answers with old values.',
    readNoNoop: 'A new leader answers before it knows what is committed.',
    leaseDrift: 'A lease outlives the leadership when clocks drift or the leadership is handed over.',
    noDedup: 'A command that is sent again is executed again.',
    noPreVote: 'A server that was away comes back with a higher term and deposes a healthy leader.',
    timerOnAnyRpc: 'Any message keeps servers from standing, and elections stall.',
    snapshotRules: 'An old snapshot takes the state machine back, or leaves conflicting entries behind.',
    preVoteIgnoresLowerTerm: 'Servers of different terms wait for each other, and nobody is elected.',
    removeSelfEarly: 'A leader that removes itself leaves servers behind that still need its vote.',
    noCheckQuorum: 'A leader that hears from nobody goes on, and nothing is committed.',
  },
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
  properties: {
    electionSafety: 'Election Safety',
    leaderAppendOnly: 'Leader Append-Only',
    logMatching: 'Log Matching',
    leaderCompleteness: 'Leader Completeness',
    stateMachineSafety: 'State Machine Safety',
    linearizability: 'Linearizability',
  },
  /** What each property demands (Figure 3). */
  demands: {
    electionSafety: 'At most one leader can be elected in a term.',
    leaderAppendOnly: 'A leader never overwrites or deletes entries of its own log.',
    logMatching: 'Logs that agree on an entry agree on all entries before it.',
    leaderCompleteness: 'What was committed in a term is in the log of every later leader.',
    stateMachineSafety: 'No two servers apply different entries at the same index.',
    linearizability: 'Every operation takes effect at one instant between its call and its answer.',
  },
};
