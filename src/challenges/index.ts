import type { Challenge } from './challenge';

export {
  type Answer,
  type Challenge,
  type Choice,
  isSameAnswer,
  type Notes,
  type Part,
  type Situation,
} from './challenge';
export { type Posed, pose, VARIANTS_MAX } from './pose';
export {
  CONFIDENCES,
  type Confidence,
  NO_PROGRESS,
  noteAnswer,
  noteTask,
  type Progress,
  readProgress,
  type Score,
  scoreOf,
  writeProgress,
} from './progress';

/** A challenge before it is loaded. */
export interface ChallengeEntry {
  /** Names the challenge in links and texts. */
  readonly id: string;
  readonly topic: Topic;
  /** The number of its kind; each kind is asked once. */
  readonly kind: number;
  /** The question of Raft's user study that it asks, or null. */
  readonly study: string | null;
  /** Rejects when it cannot be fetched. */
  load(): Promise<Challenge>;
}

export const TOPICS = ['elections', 'logs', 'commits', 'partitions', 'timing', 'members'] as const;
export type Topic = (typeof TOPICS)[number];

type Loader = () => Promise<Readonly<Record<string, Challenge>>>;

const LOADERS: Readonly<Record<Topic, Loader>> = {
  elections: () => import('./kinds/elections'),
  logs: () => import('./kinds/logs'),
  commits: () => import('./kinds/commits'),
  partitions: () => import('./kinds/partitions'),
  timing: () => import('./kinds/timing'),
  members: () => import('./kinds/members'),
};

const entry = (topic: Topic, kind: number, id: string, study: string | null = null): ChallengeEntry => ({
  id,
  topic,
  kind,
  study,
  load: async () => {
    const found = Object.values(await LOADERS[topic]()).find((challenge) => challenge.id === id);
    if (found === undefined) throw new Error(`there is no challenge ${id}`);
    return found;
  },
});

/** All challenges, in the order in which they are best taken. */
export const CHALLENGES: readonly ChallengeEntry[] = [
  entry('elections', 1, 'first-candidate'),
  entry('elections', 2, 'near-tie'),
  entry('elections', 3, 'short-log'),
  entry('elections', 9, 'forgotten-vote', '6a'),
  entry('logs', 4, 'legal-logs', '1'),
  entry('logs', 6, 'possible-followers', '3'),
  entry('logs', 7, 'wrong-next-index', '4'),
  entry('logs', 24, 'repeated-network'),
  entry('logs', 25, 'snapshot-gap'),
  entry('commits', 26, 'whose-answer'),
  entry('commits', 5, 'safe-to-apply', '2'),
  entry('commits', 15, 'figure-8'),
  entry('commits', 16, 'silent-leader'),
  entry('commits', 11, 'deposed-leader', '7'),
  entry('commits', 10, 'lost-tail', '6b'),
  entry('commits', 23, 'everybody-off'),
  entry('partitions', 17, 'four-or-five'),
  entry('partitions', 13, 'minority-leader'),
  entry('partitions', 14, 'healing'),
  entry('partitions', 21, 'stale-read'),
  entry('partitions', 22, 'twice'),
  entry('timing', 20, 'slow-heartbeats'),
  entry('timing', 8, 'go-worldwide', '5'),
  entry('timing', 19, 'rocket-term'),
  entry('timing', 18, 'half-deaf'),
  entry('members', 27, 'joint-majority'),
  entry('members', 12, 'leaving-early', '8'),
  entry('members', 28, 'many-groups'),
];

/** The challenge with this id, or null. */
export function findChallenge(id: string): ChallengeEntry | null {
  return CHALLENGES.find((challenge) => challenge.id === id) ?? null;
}

/** The tasks and what follows a run for them. Rejects when it cannot be fetched. */
export const loadTasks = () => import('./tasks');
export type { Task, TaskState, Watcher } from './tasks';
