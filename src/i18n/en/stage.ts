type Role = 'follower' | 'precandidate' | 'candidate' | 'leader';
type Kind =
  | 'vote'
  | 'granted'
  | 'denied'
  | 'append'
  | 'heartbeat'
  | 'success'
  | 'rejected'
  | 'snapshot'
  | 'installed'
  | 'prevote'
  | 'pregranted'
  | 'predenied'
  | 'handover';

const server = (id: number): string => `S${id}`;
const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const message: Record<Kind, string> = {
  vote: 'RequestVote',
  granted: 'Vote granted',
  denied: 'Vote denied',
  append: 'AppendEntries',
  heartbeat: 'Heartbeat',
  success: 'Success',
  rejected: 'Rejected',
  snapshot: 'InstallSnapshot',
  installed: 'Snapshot installed',
  prevote: 'PreVote',
  pregranted: 'Pre-vote granted',
  predenied: 'Pre-vote denied',
  handover: 'TimeoutNow',
};

const roles: Record<Role, string> = {
  follower: 'Follower',
  precandidate: 'Pre-candidate',
  candidate: 'Candidate',
  leader: 'Leader',
};

/** The texts of the stage and of the sheet of its marks. */
export const stage = {
  /** Names the whole picture. */
  name: 'The servers of the cluster and the messages between them',
  server,
  chip: (term: number): string => `term ${term}`,
  role: roles,
  crashed: 'Crashed',
  paused: 'Paused',
  pausedRole: (role: Role): string => `${roles[role]}, paused`,
  voted: (id: number): string => `voted ${server(id)}`,
  noVote: 'no vote',
  commit: (index: number): string => `commit ${index}`,
  votes: (granted: number, all: number): string => `${granted} of ${all} votes`,
  /** While two configurations are joint: how many of each. */
  jointVotes: (counts: readonly { readonly granted: number; readonly all: number }[]): string =>
    `${counts.map(({ granted, all }) => `${granted}/${all}`).join(' + ')} votes`,
  copies: (counts: readonly { readonly granted: number; readonly all: number }[]): string =>
    `${counts.map(({ granted, all }) => `${granted}/${all}`).join(' + ')} stored`,
  /** What a server is to the cluster, beside its role. */
  standing: { voter: 'Voter', learner: 'Learner', spare: 'Spare', leaving: 'leaving', removed: 'removed' },
  /** While two configurations are joint. */
  half: { old: 'in Cold', new: 'in Cnew', both: 'in both' },
  inGroup: (group: string, role: string): string => `${role.toLowerCase()} in group ${group}`,
  handsOver: (id: number): string => `→ ${server(id)}`,
  waiting: (count: number): string => `${plural(count, 'message')} waiting`,
  isolated: 'isolated',
  /** What a screen reader says for a server: "S3, leader, term 4". */
  describe: (id: number, state: string, term: number, rest: readonly string[]): string =>
    [server(id), state.toLowerCase(), `term ${term}`, ...rest].join(', '),
  message,
  /** What a screen reader says for a message: "Vote granted from S2 to S3, term 4". */
  describeMessage: (kind: Kind, from: number, to: number, term: number, entries: number, doomed: boolean): string =>
    `${message[kind]} from ${server(from)} to ${server(to)}, term ${term}` +
    `${entries > 0 ? `, ${plural(entries, 'entry').replace('entrys', 'entries')}` : ''}${doomed ? ', will be lost' : ''}`,
  /** At the two ends of a wall that can be dragged. */
  grip: 'Drag this end to cut elsewhere',
  majoritySide: (count: number, all: number): string => `Majority side, ${count} of ${all}`,
  minoritySide: (count: number, all: number): string => `Minority side, ${count} of ${all}`,
  noMajority: (count: number, all: number): string => `${count} of ${all}, no majority`,
  canCommit: 'can elect and commit',
  cannotCommit: 'cannot commit',
  legend: {
    title: 'What the marks mean',
    servers: 'Servers are circles',
    follower: 'Follower: the ring is its election timer',
    timer: 'Its timer is about to run out',
    precandidate: 'Pre-candidate: asks first, in dashes because nothing binds yet',
    joint: 'Two configurations are joint: Cold above, Cnew below; each line needs a majority',
    groups: 'Several groups: the letter is the group, the shape its role there',
    learner: 'Learner: catches up, does not vote yet',
    spare: 'Spare: in no configuration, does not vote',
    handover: 'A leader that hands over',
    candidate: 'Candidate: one pip a voter, the line marks the majority',
    leader: 'Leader: its ring never drains',
    crashed: 'Crashed',
    paused: 'Paused: it handles nothing until it resumes',
    isolated: 'Isolated from all others',
    selected: 'Selected or focused',
    votes: 'Votes of a candidate, in ring order',
    unknown: 'No answer yet',
    granting: 'Granted, on its way',
    granted: 'Granted',
    refusing: 'Denied, on its way',
    refused: 'Denied',
    messages: 'Messages: tags ask, drops answer',
    message,
    entries: 'AppendEntries with three entries; the numbers are terms',
    empty: 'Heartbeat: an empty AppendEntries',
    flying: 'In flight: a wake behind, dots ahead',
    doomed: 'Will be lost at the cross',
    lost: 'Lost',
    log: 'Logs: rectangles, the number is the term',
    committed: 'Committed',
    uncommitted: 'Not yet committed',
    commitLine: 'The heavy line is the commit index',
    snapshot: 'A snapshot: replaces the entries up to its index',
    members: 'A configuration: who votes, and who came or went',
    matchIndex: 'matchIndex: known to be stored there',
    nextIndex: 'nextIndex: what the leader sends next',
    lanes: 'Time: the thicker the lane, the more authority',
    laneFollower: 'Follower',
    lanePrecandidate: 'Pre-candidate',
    laneCandidate: 'Candidate',
    laneLeader: 'Leader',
    laneCrashed: 'Crashed',
    lanePaused: 'Paused',
    network: 'A network that somebody broke',
    wall: 'Partition: drag an end to cut elsewhere',
    cut: 'One direction of a link is cut',
    hold: 'A held link: messages wait at its gate',
  },
};

export type StageTexts = typeof stage;
