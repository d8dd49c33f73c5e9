import { formatLength, formatNumber } from '../format';
import { breaking } from '../named';
import { common } from './common';
import { ruleNames } from './option-names';

const { server } = common;

/** The state of one client operation. A server is 0 and an index is 0 where there is none. */
export interface OperationFacts {
  readonly outcome:
    | 'ok'
    | 'fail'
    | 'read'
    | 'unknown'
    | 'waiting'
    | 'reading'
    | 'stuck'
    | 'answering'
    | 'down'
    | 'asked'
    | 'sent';
  readonly target: number;
  readonly index: number;
  /** What a read answered; null: the key holds nothing. */
  readonly value: string | null;
  /** Virtual microseconds since it began. */
  readonly age: number;
  readonly attempts: number;
}

/** Names of scenarios by their ids. */
const SCENARIOS = {
  'first-election': 'First election',
  'candidate-yields': 'A candidate yields',
  'split-vote': 'Split vote',
  replication: 'Log replication',
  'leader-crash': 'The leader crashes',
  'lagging-follower': 'A follower lags behind',
  'stale-append': 'A stale AppendEntries',
  repeats: 'Repeated messages',
  'two-leaders': 'Two leaders',
  'figure-7': 'Figure 7',
  'figure-7-hint': 'Figure 7, with conflict hints',
  'figure-8': 'Figure 8',
  'figure-8-commit': 'Figure 8, case e',
  'figure-8-unsafe': 'Figure 8, the unsafe rule',
  'add-server': 'Adding a server',
  'slow-newcomer': 'A newcomer that is too slow',
  'remove-leader': 'The leader removes itself',
  'joint-consensus': 'Joint consensus',
  'changes-wait': 'Changes have to wait',
  'change-rolled-back': 'A change is undone',
  snapshot: 'Snapshots',
  'install-snapshot': 'A snapshot for a follower',
  'snapshot-keeps-tail': 'A snapshot keeps the tail',
  'isolated-returns': 'An isolated server returns',
  prevote: 'An isolated server returns, with PreVote',
  'removed-server': 'A removed server',
  'check-quorum': 'CheckQuorum and a one-way cut',
  transfer: 'Leadership transfer',
  'transfer-fails': 'A transfer that fails',
  priorities: 'Priorities',
  'read-index': 'ReadIndex at a cut-off leader',
  'stale-read': 'A stale read',
  'lease-read': 'Lease reads',
  'new-leader-read': 'A read at a new leader',
  'exactly-once': 'A client crashes and retries',
  'multi-raft': 'Three groups on five servers',
  'replicated-state': 'One log, one state',
  'cut-or-crash': 'Cut or crash?',
  'term-clock': 'Terms as a clock',
  election: 'Two elections',
  'stale-candidate': 'A stale candidate',
  'cut-writes': 'Writes on both sides of a cut',
  'crash-before': 'Crash before the request arrives',
  'crash-alone': 'Crash with the only copy',
  'crash-some': 'Crash with one copy made',
  'crash-all': 'Crash before anybody answered',
  'crash-committed': 'Crash after the commit',
  'crash-answer': 'The answer is lost',
  'reads-compared': 'Four kinds of read',
  'read-alone': 'A leader that asks nobody',
  'logs-grow': 'A log grows, and is cut short',
  'tail-stays': 'The entry after the snapshot stays',
  ...breaking(ruleNames, (name) => `Without “${name}”`),
};

const scenarioName = (id: string): string => (id in SCENARIOS ? SCENARIOS[id as keyof typeof SCENARIOS] : id);

const outcome = ({ outcome: type, target, index, value, age, attempts }: OperationFacts): string => {
  switch (type) {
    case 'ok':
      return `ok, committed at ${formatNumber(index)} after ${formatLength(age)}`;
    case 'read':
      return `${value === null || value === '' ? 'holds nothing' : `is ${value}`}, read at ${formatNumber(index)} after ${formatLength(age)}`;
    case 'fail':
      return `nothing changed: ${value === null || value === '' ? 'it holds nothing' : `it is ${value}`}, found at ${formatNumber(index)}`;
    case 'unknown':
      return `gave up after ${formatLength(age)}, outcome unknown`;
    case 'waiting':
      return `entry ${formatNumber(index)} waits for a majority to store it`;
    case 'answering':
      return `committed at ${formatNumber(index)}, the answer is on its way`;
    case 'reading':
      return `waits until a majority confirms ${server(target)}`;
    case 'stuck':
      return `no reply; index ${formatNumber(index)} cannot commit`;
    case 'down':
      return `no reply, ${server(target)} is down`;
    case 'asked':
      return `no answer yet, asked ${attempts} times`;
    case 'sent':
      return `on its way to ${server(target)}`;
  }
};

export const app = {
  /** Names of scenarios by their ids. */
  scenarios: SCENARIOS,
  name: 'Raftarium',
  pageTitle: 'Raftarium: Raft, running',
  skip: 'Skip to the cluster',
  /** Landmarks, which are heard and not seen. */
  regions: {
    header: 'Raftarium',
    stage: 'Cluster',
    client: 'Client',
    inspector: 'Inspector',
    why: 'Why',
    time: 'Time',
    describe: 'The cluster in words',
  },
  close: 'Close',
  apply: 'Apply',

  header: {
    run: (scenario: string | null, seed: number) =>
      scenario === null ? `Seed ${seed}` : `${scenarioName(scenario)}, seed ${seed}`,
    scenario: scenarioName,
    servers: (count: number) => `${count} servers`,
    chooseServers: (count: number) => `${count} servers. Begin a new cluster`,
    rulesOff: (count: number) => (count === 1 ? '1 rule is off' : `${count} rules are off`),
    rulesOffHint: (ids: readonly string[]) => `This is not Raft now. Off: ${ids.join(', ')}.`,
    newOf: (count: number) => `New cluster of ${count}`,
    copy: 'Copy link',
    copied: 'Link copied',
    copyFailed: 'The browser keeps the clipboard closed: copy the address above.',
    otherLanguage: '中文',
    toOtherLanguage: '中文界面',
    theme: 'Theme',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark', projector: 'Projector' },
    help: 'Help and keys',
    menu: 'Menu',
  },

  hints: {
    select: 'Click a server, then crash it',
    tap: 'Tap a server, then crash it',
    cut: 'Drag a line across the servers',
  },

  transport: {
    label: 'Playback',
    back: 'One event back',
    forward: 'One event on',
    play: 'Play',
    pause: 'Pause',
    speed: 'Speed: virtual time per real time',
    moreSpeeds: 'More speeds',
    previousMoment: 'Previous key moment',
    nextMoment: 'Next key moment',
    now: 'Current virtual time',
  },

  stage: {
    cut: 'Cut network',
    heal: 'Heal',
    network: 'Network',
    tools: 'Network tools',
  },

  groups: {
    label: 'Raft group shown',
    choice: (group: string, leader: number) => (leader === 0 ? `${group} no leader` : `${group} ${server(leader)}`),
  },

  server: {
    title: (id: number, role: string) => `${server(id)} ${role}`,
    roles: { follower: 'Follower', precandidate: 'Pre-candidate', candidate: 'Candidate', leader: 'Leader' },
    crashed: 'Crashed',
    paused: 'Paused',
    term: (term: number) => `term ${term}`,
    buttons: {
      crash: 'Crash',
      restart: 'Restart',
      pause: 'Pause',
      resume: 'Resume',
      timeout: 'Time out',
      isolate: 'Isolate',
      rejoin: 'Rejoin',
      details: 'Details',
    },
    onDisk: 'On disk',
    onDiskHint: 'survives a crash',
    inMemory: 'In memory',
    inMemoryHint: 'lost in a crash',
    nobody: 'nobody',
    none: 'none',
    lastEntry: 'last entry',
    lastEntryValue: (index: number, term: number) => (index === 0 ? 'none' : `${formatNumber(index)}, term ${term}`),
    electionTimer: 'times out in',
    heartbeatTimer: 'next heartbeat',
    timerStopped: 'stopped',
    timerDue: 'overdue',
    leaderKnown: 'leader known',
    preVotes: 'pre-votes',
    oldMembers: 'old configuration',
    newMembers: 'new configuration',
    configuration: 'members',
    configurationValue: (voters: readonly number[], next: readonly number[] | null) => {
      if (voters.length === 0) return 'not known';
      const old = voters.map(server).join(' ');
      return next === null ? old : `${old} joint with ${next.map(server).join(' ')}`;
    },
    configurationEntry: (index: number, committed: boolean) =>
      `entry ${formatNumber(index)}, ${committed ? 'committed' : 'not committed'}`,
    snapshot: 'snapshot',
    snapshotValue: (index: number, term: number, durable: boolean) =>
      `up to ${formatNumber(index)}, term ${term}${durable ? '' : ', not on disk yet'}`,
    priority: 'priority',
    lease: 'lease',
    leaseHeld: 'held',
    leaseOver: 'not held',
    leaseUnused: 'not used',
    reads: 'reads',
    readsValue: (count: number) => `${count} waiting`,
    transfer: 'hands over to',
    catchUp: 'catching up',
    catchUpValue: (ids: readonly number[], round: number, target: number) =>
      `${common.servers(ids)}, round ${round}, to entry ${formatNumber(target)}`,
    diskSame: 'The disk holds all of this.',
    /** The disk is behind the memory. */
    diskBehind: (parts: readonly string[], writing: boolean) =>
      `${writing ? 'Being written' : 'Not yet on disk'}: ${parts.join(', ')}.`,
    diskTerm: (term: number) => `term ${term}`,
    diskVote: (id: number) => `the vote for ${server(id)}`,
    diskEntries: (from: number, to: number) => common.entries(from, to),
    diskShorter: 'a shorter log',
    votes: 'votes',
    voteStates: {
      unknown: 'no answer yet',
      granting: 'yes, on its way',
      granted: 'yes',
      refusing: 'no, on its way',
      refused: 'no',
    },
    majority: (granted: number, majority: number) => `${granted} of ${majority} needed`,
    peers: 'What the leader knows of each server',
    store: 'State machine',
    storeEmpty: 'empty',
    clock: 'clock',
    clockValue: (rate: number, offset: number) =>
      `${formatNumber(rate)}×${offset === 0 ? '' : `, ${offset > 0 ? '+' : '−'}${formatLength(Math.abs(offset))}`}`,
    queue: 'waiting',
    queueValue: (waiting: number, outgoing: number) => `${waiting} in, ${outgoing} out`,
    change: 'Change clock or disk',
    isolated: 'isolated',
    choose: 'Nothing is selected',
    howTo:
      'Select a server or a message to see its state and to act on it. Without a selection, the leader is shown here.',
  },

  message: {
    from: 'from',
    to: 'to',
    term: 'term',
    sent: 'sent',
    arrives: 'arrives',
    arrivesIn: (time: number) => `in ${formatLength(time)}`,
    held: 'held at the end of its link',
    waiting: 'arrived, not handled yet',
    doomed: 'never: it will be lost at a cut',
    gone: 'This message is no longer under way.',
    yes: 'yes',
    no: 'no',
    noEntries: 'none: a heartbeat',
    entries: (from: number, to: number) =>
      from === to ? formatNumber(from) : `${formatNumber(from)} to ${formatNumber(to)}`,
    conflict: (term: number, index: number) => `term ${term}, index ${formatNumber(index)}`,
    buttons: { drop: 'Drop', duplicate: 'Duplicate', deliver: 'Deliver now' },
  },

  why: {
    quietQuestion: 'What happens here?',
    quiet: 'Every server waits for a leader. The first whose timer runs out asks the others for their votes.',
    causes: 'How it came to this',
  },

  client: {
    title: 'Client',
    to: (id: number) => `to ${server(id)}`,
    outcome,
    none: 'No operation yet.',
    noClients: 'This run has no clients.',
    target: 'Server to ask',
    toLeader: 'To the leader',
    toServer: (id: number) => `To ${server(id)}`,
    operation: 'Operation',
    placeholder: 'x ← 8',
    send: 'Send',
    badOperation: 'Write x ← 8 to set, x += 8 to append, x++ to add one, x:1→2 to compare and set, x? to read.',
    more: 'More: other operations, ways to read',
    load: 'Load',
    loads: (interval: number) => (interval === 0 ? 'Only by hand' : `Asks about every ${formatLength(interval)}`),
  },

  panels: {
    members: 'Members',
    options: 'Protocol options',
    rules: 'Rules',
    scenarios: 'Scenarios',
    partition: 'Partition',
    network: 'Network and links',
    machine: (id: number) => `Clock and disk of ${server(id)}`,
    clients: 'Client load',
    timing: 'Timing',
    branches: 'Branches',
    legend: 'Legend',
    safety: 'Safety board',
    settings: 'Settings',
    newCluster: 'New cluster',
    share: 'Share and save',
    open: 'Open a run',
    goTo: 'Go to an instant',
    breakRaft: 'Break Raft',
    help: 'Help',
    palette: 'All commands',
    write: 'Write or read',
    inspector: 'Inspector',
  },

  partition: {
    intro: 'Servers on different sides cannot reach one another.',
    side: (id: number) => `Side of ${server(id)}`,
    sides: { A: 'A', B: 'B', C: 'C' },
    apply: 'Cut',
    heal: 'Heal all',
    draw: 'Draw it on the stage',
    majority: (side: string, count: number, all: number) =>
      `Side ${side} holds ${common.share(count, all)}: a majority.`,
    noMajority: 'No side holds a majority, so nothing can be committed.',
    whole: 'All servers are on one side: the network is whole.',
  },

  network: {
    scope: 'Applies to',
    all: 'all links',
    one: (from: number, to: number) => `${server(from)} → ${server(to)}`,
    from: 'From',
    to: 'To',
    latencyMin: 'Latency, least',
    latencyMax: 'Latency, most',
    shape: 'Spread',
    shapes: { uniform: 'even', triangular: 'mostly in the middle', tail: 'a few very late' },
    loss: 'Lost',
    duplication: 'Duplicated',
    links: 'Single directions',
    linksHint: 'Rows send, columns receive.',
    mode: 'What a press does',
    modes: { cut: 'Cut', hold: 'Hold' },
    modeHints: {
      cut: 'A cut direction loses every message.',
      hold: 'A held direction keeps its messages until it is released.',
    },
    direction: (from: number, to: number) => `${server(from)} to ${server(to)}`,
    states: { open: 'open', cut: 'cut', held: 'held', both: 'cut and held' },
  },

  machine: {
    rate: 'Clock speed',
    rateUnit: '× true time',
    offset: 'Clock ahead by',
    diskMin: 'Disk write, least',
    diskMax: 'Disk write, most',
    clock: 'Clock',
    disk: 'Disk',
    noServer: 'Select a server first.',
  },

  timing: {
    intro: 'Each server draws its election timeout anew, between least and most.',
    electionMin: 'Election timeout, least',
    electionMax: 'Election timeout, most',
    heartbeat: 'Heartbeat every',
    risky: 'Heartbeats rarer than the least timeout: followers will keep standing for election.',
  },

  faults: {
    number: 'This is not a number.',
    range: (min: string, max: string) => `From ${min} to ${max}.`,
    order: 'The most must not be below the least.',
    above: 'The most must be above the least.',
  },

  clients: {
    intro: 'How often each client begins an operation by itself.',
    custom: 'Every',
  },

  branches: {
    open: 'Open',
    current: 'You act in the past, and the future that was is kept here.',
  },

  settings: {
    theme: 'Theme',
    language: 'Language',
    languages: { auto: 'As the system', en: 'English', 'zh-CN': '中文' },
    motion: 'Motion',
    motions: { auto: 'As the system', reduce: 'Reduced', full: 'Full' },
    shortcuts: 'Single-key shortcuts',
    on: 'On',
    off: 'Off',
    scale: 'Size',
    scaleValue: (scale: number) => `${Math.round(scale * 100)} %`,
  },

  newCluster: {
    servers: 'Servers',
    seed: 'Seed (leave empty for a new one)',
    seedFault: 'A whole number from 0 to 4,294,967,295.',
    create: 'Begin',
  },

  share: {
    intro: 'This address opens this very run at this instant, for anyone.',
    address: 'Address',
    files: 'As a file',
    filesIntro:
      'The run is all it takes to repeat it: seed, configuration, actions. The trace holds every transition so far.',
  },

  saving: {
    trace: 'Saving the trace',
    share: (part: number) => `${Math.floor(part * 100)} %`,
    cancel: 'Cancel',
  },

  open: {
    intro: 'Choose a saved run, or drop it anywhere on the page.',
    drop: 'Let go to open this run',
    choose: 'Choose a file…',
    text: 'Or paste a link, or the JSON of a run',
    go: 'Open',
  },

  goTo: { time: 'Time', go: 'Go' },

  help: {
    intro:
      'This is a real Raft cluster, simulated in your browser. Circles are servers, rectangles are terms and log entries, pointed marks are messages.',
    steps: [
      'Click a server, then crash it, pause it or cut it off. Watch the others elect a new leader.',
      'Click a message to see its fields, drop it or deliver it now.',
      'Drag the time line to go back. Act in the past, and the old future is kept as a branch.',
      'The address always names this run and this instant: copy it to share what you see.',
    ],
    keys: 'Keys',
    legend: 'What the marks mean',
    or: 'or',
  },

  palette: {
    search: 'Search commands',
    empty: 'No such command.',
    results: (count: number) => (count === 1 ? '1 command' : `${count} commands`),
  },

  error: {
    title: 'Something went wrong in this page',
    text: 'The run is not lost: the address below opens it again at the same instant.',
    detail: 'What happened',
    copy: 'Copy the address',
    copyDetail: 'Copy the details',
    resume: 'Continue from here',
    fresh: 'Begin a new cluster',
  },
};
