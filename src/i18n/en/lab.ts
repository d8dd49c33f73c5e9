/** The texts of the lab, loaded with its door. */
import { formatNumber } from '../format';

/** What an experiment asks, what it does, and what its lines are called. */
interface ExperimentText {
  readonly title: string;
  readonly about: string;
  /** What there is to see in the results. */
  readonly finding: string;
  readonly variants: Readonly<Record<string, string>>;
}

const SPACE = '\u00a0';

const round = (value: number): number => {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return Math.round(value * 10 ** digits) / 10 ** digits;
};

/** A time with as many digits as it is worth. */
const duration = (milliseconds: number): string => {
  if (milliseconds < 1000) return `${round(milliseconds)}${SPACE}ms`;
  const seconds = milliseconds / 1000;
  return `${formatNumber(seconds < 10 ? Math.round(seconds * 100) / 100 : Math.round(seconds * 10) / 10)}${SPACE}s`;
};

const churn = { plain: 'neither', preVote: 'PreVote', checkQuorum: 'CheckQuorum', both: 'both' };
const modes = { log: 'through the log', readIndex: 'ReadIndex', lease: 'lease', stale: 'stale' };

const experiments: Readonly<Record<string, ExperimentText>> = {
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
      'Each server crashes and is repaired by itself. Which part of the time is there a leader that a majority follows?',
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

const units = { ms: 'ms', seconds: 's', percent: '%' };

export const lab = {
  heading: 'Experiments with real numbers',
  intro:
    'Change a parameter and see what it does to a thousand clusters. Every trial is a run of the same Raft as on the stage, and every point opens on it.',
  all: 'All experiments',
  experiments,
  unknown: 'This link names an experiment that does not exist. Here are all of them.',
  badLink: (error: string) => `This link says something that cannot be done (${error}), so the usual set-up is shown.`,

  parameters: {
    servers: 'Servers',
    electionMin: 'Shortest timeout',
    electionMax: 'Longest timeout',
    heartbeat: 'Heartbeat every',
    latency: 'One-way delay',
    jitter: 'Delay varies by',
    diskMin: 'Disk write, fastest',
    diskMax: 'Disk write, slowest',
    loss: 'Messages lost',
    skew: 'Timers start within',
    unequal: 'Logs differ',
    preVote: 'PreVote',
    checkQuorum: 'CheckQuorum',
    conflictHint: 'Conflict hint',
    snapshot: 'Snapshot',
    pipeline: 'Pipeline',
    batch: 'Entries per request',
    writers: 'Clients',
    slow: 'Slow followers, delay',
    slowFollowers: 'Slow followers',
    lag: 'Entries behind',
    uptime: 'Runs for',
    downtime: 'Is down for',
    length: 'Watched for',
    reads: 'Way of reading',
    leader: 'Leader in',
    client: 'Client in',
  },
  switches: ['off', 'on'],
  modes: ['log', 'ReadIndex', 'lease', 'stale'],
  regions: ['Virginia', 'São Paulo', 'Ireland', 'Tokyo', 'Sydney'],
  units,
  /** A setting with its unit. */
  setting: (value: number, unit: string) =>
    unit in units ? `${value}${SPACE}${units[unit as keyof typeof units]}` : String(value),
  /** A line by its name and the value of what is swept. */
  lineAt: (name: string, value: string) => `${name}, ${value}`,
  faults: {
    number: 'Enter a number.',
    whole: 'Enter a whole number.',
    range: (min: number, max: number) => `From ${formatNumber(min)} to ${formatNumber(max)}.`,
    electionMax: 'Not below the shortest timeout.',
    diskMax: 'Not below the fastest write.',
    slowFollowers: 'Fewer than there are servers.',
    list: (most: number) => `One to ${most} numbers, with commas between them.`,
    pair: 'Two numbers, the second not below the first.',
    twice: 'This range is there already.',
  },
  cluster: 'Cluster',
  fewer: (name: string) => `${name}: less`,
  more: (name: string) => `${name}: more`,
  trials: 'trials',
  trialsEach: 'Trials for each line',
  seed: 'Seed',
  usual: 'Usual set-up',
  ranges: 'Election timeout',
  addRange: 'Add a range',
  removeRange: (name: string) => `Remove ${name}`,
  rangeMin: 'from',
  rangeMax: 'to',
  add: 'Add',
  own: {
    base: 'What is run',
    bases: {
      failover: 'A leader crashes',
      repairs: 'Servers crash and are repaired',
      quiet: 'Nothing but the network',
      writes: 'Clients write',
      lagging: 'A follower comes back',
      reads: 'Clients read and write',
      continents: 'Five continents',
    },
    measure: 'What is measured',
    sweep: 'What changes',
    values: 'Its values',
  },

  run: 'Run',
  goOn: 'Continue',
  pause: 'Pause',
  cancel: 'Cancel',
  startAnew: 'Start anew',
  export: 'Download',
  copyLink: 'Copy link',
  copied: 'Link copied',
  progress: 'Progress',
  done: (done: number, total: number) => `${formatNumber(done)} of ${formatNumber(total)} trials`,
  remaining: (seconds: number) =>
    seconds < 60 ? `about ${Math.max(1, Math.round(seconds))} s left` : `about ${Math.ceil(seconds / 60)} min left`,
  paused: 'Paused',
  finished: 'Done',
  kept: (done: number, total: number) =>
    `Kept from last time: ${formatNumber(done)} of ${formatNumber(total)} trials. Continue, or start anew.`,
  broke: (error: string) => `The experiment stopped: ${error}`,
  idle: 'Nothing has been run yet.',

  views: 'View',
  view: { curves: 'Curves', trend: 'Trend', dots: 'Every trial' },
  panels: 'Panel',
  panel: ['More randomness', 'Shorter timeouts'],
  measures: {
    leaderless: 'time without a leader',
    lostTerms: 'elections with a split vote',
    available: 'time with a leader that a majority follows',
    leaderChanges: 'changes of leader per minute',
    operationRate: 'operations per second',
    writeLatency: 'time of a write',
    readRate: 'reads per second, one client',
    staleness: 'age of what was read',
    recovery: 'time to catch up',
  },
  shareAxis: 'share of trials with a leader again',
  shareOf: 'share of trials',
  logScale: 'log scale',
  /** A measured value with its unit. */
  value: (value: number, unit: 'ms' | 'percent' | 'perSecond' | 'perMinute' | 'terms') => {
    if (!Number.isFinite(value)) return 'never';
    switch (unit) {
      case 'ms':
        return duration(value);
      case 'percent':
        return `${Math.round(value * 10) / 10}${SPACE}%`;
      case 'perSecond':
        return `${formatNumber(round(value))}${SPACE}/s`;
      case 'perMinute':
        return `${formatNumber(round(value))}${SPACE}/min`;
      case 'terms':
        return formatNumber(round(value));
    }
  },
  neverWithin: (line: string, limit: string) => `${line}: never within ${limit}`,
  plot: (name: string) => `Plot: ${name}`,
  plotHelp: 'Arrow keys go from point to point and from line to line, Enter opens the run on the stage.',
  point: (line: string, value: string, trial: number, seed: number) =>
    `${line}: ${value}, trial ${trial}, seed ${seed}`,
  within: (percent: number, value: string) => `${Math.round(percent)}${SPACE}% end within ${value}`,
  open: 'Click opens this run',
  paperBehind: 'Pale: the paper’s curves, read off at nine points.',
  table: 'Results in numbers',
  columns: {
    line: 'Line',
    trials: 'Trials',
    median: 'Median',
    mean: 'Mean',
    share: 'Share',
    most: 'Middle 80 %',
    p99: '99th percentile',
    max: 'Maximum',
    never: 'Never',
    paper: 'paper',
    open: 'Open a run',
  },
  openMedian: 'typical',
  openMax: 'largest',
  differs: (percent: number) => (percent > 0 ? `+${percent} %` : `−${Math.abs(percent)} %`),
  finding: 'What there is to see',
  differences: {
    title: 'Where we differ from the paper by more than 15 %',
    none: 'No number differs from the paper by more than 15 %.',
    notPapers: 'The set-up is not the paper’s, so the two need not agree.',
    clocks:
      '150–150 ms: never here, 10 s to minutes in the paper. Simulated timers keep exactly in step for ever; those of real computers slowly drift apart, and that is the only randomness such a cluster has.',
    rough:
      '150–151 ms: slower here. With a single millisecond of spread the small irregularities of a real computer (when a thread is woken, when the disk answers) break ties as well; a simulated server has none beyond its disk.',
    maximum: (names: string) =>
      `Maxima (${names}): the largest of a thousand is a single unlucky election; other seeds move it by a third.`,
    tail: (names: string) =>
      `99th percentiles (${names}): they lie where first elections end and second ones begin; a few second elections more or less among a thousand move them far.`,
    sparse: 'Percentiles and maxima are compared once there are 500 trials of a line.',
    few: (names: string) => `Medians (${names}): few trials so far, or another seed; they come close with a thousand.`,
  },
  latencySource:
    'Round trips between Amazon’s regions as measured in 2017, from the table “Latency Between AWS Global Regions” at acomputerscientistlearnsaws.blogspot.com/2017/04/aws-regions.html.',
  paperSource:
    'The paper’s curves were read off its published vector graphics; the numbers that its text states agree.',
  leaderFor: (region: string, value: string) =>
    `Best for clients everywhere: a leader in ${region}, ${value} on average.`,
};

export type LabTexts = typeof lab;
