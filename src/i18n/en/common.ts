const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** "S3". */
const server = (id: number): string => `S${id}`;

const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const common = {
  server,
  servers: (ids: readonly number[]): string => list(ids.map(server)),
  list,
  /** Small numbers in words, others in digits. */
  number: (n: number): string => NUMBERS[n] ?? String(n),
  term: (term: number): string => `term ${term}`,
  client: (id: number): string => `client ${id}`,
  /** "three of five". */
  share: (count: number, all: number): string => `${NUMBERS[count] ?? count} of ${NUMBERS[all] ?? all}`,
  /** "entry 5", "entries 5 to 7". */
  entries: (from: number, to: number): string => (from === to ? `entry ${to}` : `entries ${from} to ${to}`),
  capital,
  role: { follower: 'follower', precandidate: 'pre-candidate', candidate: 'candidate', leader: 'leader' },
  status: { up: 'running', paused: 'paused', crashed: 'crashed' },
  message: {
    RequestVote: 'vote request',
    RequestVoteResponse: 'vote',
    AppendEntries: 'AppendEntries',
    AppendEntriesResponse: 'AppendEntries response',
    InstallSnapshot: 'snapshot',
    InstallSnapshotResponse: 'snapshot response',
    PreVote: 'pre-vote request',
    PreVoteResponse: 'pre-vote',
    TimeoutNow: 'TimeoutNow',
    ClientRequest: 'client request',
    ClientResponse: 'answer to a client',
  },
  heartbeat: 'heartbeat',
};
