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
  majoritySide: (count: number, all: number): string => `Majority side, ${count} of ${all}`,
  minoritySide: (count: number, all: number): string => `Minority side, ${count} of ${all}`,
  noMajority: (count: number, all: number): string => `${count} of ${all}, no majority`,
  canCommit: 'can elect and commit',
  /** A side that has the majority, but not enough of it runs. */
  tooManyCrashed: 'cannot commit: too many crashed',
  cannotCommit: 'cannot commit',
};

export type StageTexts = typeof stage;
