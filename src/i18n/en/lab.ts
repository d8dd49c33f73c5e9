/** The texts of the lab, loaded with its door. */
import { formatNumber, formatScaled, roundSensibly } from '../format';
import { experiments } from './lab-experiments';

const SPACE = '\u00a0';

const units = { ms: 'ms', seconds: 's', percent: '%' };

/** Within a sentence, where only names like PreVote keep their capitals. */
const inSentence = (text: string): string =>
  /^\w[a-z]*\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

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
  /** A parameter with its value. */
  parameterAt: (parameter: string, value: string) => `${parameter} ${value}`,
  /** A line by its name and the value of what is swept. */
  lineAt: (name: string, value: string) => `${name}, ${inSentence(value)}`,
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
  paused: (count: string) => `Paused: ${count}`,
  finished: (count: string) => `Done: ${count}`,
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
        return formatScaled(value, 'ms', 's');
      case 'percent':
        return `${Math.round(value * 10) / 10}${SPACE}%`;
      case 'perSecond':
        return `${formatNumber(roundSensibly(value))}${SPACE}/s`;
      case 'perMinute':
        return `${formatNumber(roundSensibly(value))}${SPACE}/min`;
      case 'terms':
        return formatNumber(roundSensibly(value));
    }
  },
  neverWithin: (line: string, limit: string) => `${line}: never within ${limit}`,
  plot: (name: string) => `Plot: ${name}`,
  plotHelp: 'Arrow keys go from point to point and from line to line, Enter opens the run on the stage.',
  point: (line: string, value: string, trial: number, seed: number) =>
    `${line}: ${value}, trial ${trial}, seed ${seed}`,
  within: (percent: number, value: string) => `${Math.round(percent)}${SPACE}% end within ${value}`,
  /** Beside the median of the line of 150 to 155 ms, in short lines. */
  fiveOfRandomness: (value: string) => ['5 ms of randomness:', 'half of all elections', `end within ${value}`],
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
