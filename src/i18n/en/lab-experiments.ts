/** What each experiment of the lab asks, by its id. */

/** What an experiment asks, what it does, and what its lines are called. */
export interface ExperimentText {
  readonly title: string;
  readonly about: string;
  /** What there is to see in the results. */
  readonly finding: string;
  readonly variants: Readonly<Record<string, string>>;
}

const churn = { plain: 'neither', preVote: 'PreVote', checkQuorum: 'CheckQuorum', both: 'both' };
const modes = { log: 'through the log', readIndex: 'ReadIndex', lease: 'lease', stale: 'stale' };

export const experiments: Readonly<Record<string, ExperimentText>> = {
  'figure-16': {
    title: 'How much randomness does an election need?',
    about: 'Crash the leader, time how long the cluster has none, repeat. After Figure 16 of the Raft paper.',
    finding:
      'Without randomness votes split for ever; five milliseconds of it are enough for most elections. Shorter timeouts shorten the outage until they come near to the time that a vote takes.',
    variants: {},
  },
  'split-votes': {
    title: 'How wide must timeouts spread to avoid split votes?',
    about: 'Crash the leader and count the elections in which at least one term ended without a winner.',
    finding:
      'A vote splits when servers stand within the time that a message takes. With three servers, twice the spread about halves that chance; with more servers, which have votes to spare, it falls faster.',
    variants: { servers3: '3 servers', servers5: '5 servers', servers9: '9 servers' },
  },
  availability: {
    title: 'How many servers does it take to stay available?',
    about:
      'Each server crashes and is repaired by itself. What share of the time is there a leader that a majority follows?',
    finding:
      'An even number is worse than the odd one below it: four servers need three, as five do, but have one less to lose.',
    variants: { all: 'all' },
  },
  throughput: {
    title: 'What do batches and pipelines bring?',
    about:
      'Nine clients write as fast as they are answered, while three of four followers get farther away. How many answers a second?',
    finding:
      'One entry at a time costs a round trip each. Batches share round trips, pipelines do not wait for them; the farther the followers, the more that is worth.',
    variants: {
      single: 'one entry at a time',
      batch: 'batches of 8',
      pipeline: 'pipeline',
      both: 'pipeline, batches of 8',
    },
  },
  'write-latency': {
    title: 'Does a slow follower slow down writes?',
    about: 'One, two or three of four followers are farther away than the others. How long does a write take?',
    finding:
      'A majority is enough: with two near followers the leader never waits for the slow ones. As soon as a majority needs one of them, each write waits for it.',
    variants: { slow1: '1 slow', slow2: '2 slow', slow3: '3 slow' },
  },
  'churn-loss': {
    title: 'How much loss can a leader bear?',
    about:
      'Nothing fails but messages. How often does the leadership change, with PreVote, with CheckQuorum, with both?',
    finding:
      'PreVote keeps followers that only missed some heartbeats from deposing a leader that the others still hear. CheckQuorum makes a leader resign early when answers are missing: safer for reads, less calm.',
    variants: churn,
  },
  'churn-latency': {
    title: 'How slow may the network be?',
    about: 'Messages take longer and longer, timeouts stay at 150 to 300 ms. How often does the leadership change?',
    finding:
      'The paper asks that a broadcast take much less time than an election timeout. Where a round trip comes near to it, candidates stand before votes can arrive.',
    variants: churn,
  },
  recovery: {
    title: 'How fast does a follower catch up?',
    about:
      'A server comes back that lacks entries and holds as many that nobody else has. How long until it has committed all?',
    finding:
      'The plain rule steps back one entry for each refusal. The hint of §5.3 passes a whole term in one step, and a snapshot replaces everything at once.',
    variants: { plain: 'one back at a time', hint: 'conflict hint', snapshot: 'snapshot' },
  },
  'read-rate': {
    title: 'What does a read cost?',
    about:
      'A client reads and asks again as soon as it is answered: through the log, by ReadIndex, by lease, or anywhere.',
    finding:
      'Through the log a read waits for disks and a majority, with ReadIndex for a majority only. A lease and a stale read wait for nobody; the lease believes in clocks, the stale read in nothing.',
    variants: modes,
  },
  staleness: {
    title: 'How old is what a read returns?',
    about:
      'One client counts a key up, another reads it while messages get lost. How long before the read had its answer been overwritten?',
    finding:
      'Only stale reads are ever out of date, and the more so the more messages the server they ask has missed. The other three cost more and never return what has been overwritten.',
    variants: modes,
  },
  continents: {
    title: 'Five continents: where should the leader be?',
    about:
      'A server in each of five regions. A client writes from one of them, the leader is in another. How long does a write take?',
    finding:
      'A write goes to the leader and from there to the nearest majority. Virginia is the best place on average, Sydney the worst, though the best for its own clients.',
    variants: {
      leader1: 'leader in Virginia',
      leader2: 'leader in São Paulo',
      leader3: 'leader in Ireland',
      leader4: 'leader in Tokyo',
      leader5: 'leader in Sydney',
    },
  },
  own: {
    title: 'Your own experiment',
    about: 'Choose what is run, what changes from line to line, and what is measured. Its address is a link to it.',
    finding:
      'Whoever opens the address of this page finds this very experiment, and the same numbers for the same seed.',
    variants: { all: 'all' },
  },
};
