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
  'config-jump': 'New members all at once',
  'early-change': 'A change that comes too early',
  'many-groups': 'Three groups, one crash',
  'leader-lost': 'A leader is lost',
  'leader-cut': 'A leader is cut off',
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

  drop: 'Let go to open this run',
  /** Of a part of the page that is loaded after the first picture. */
  missing: {
    text: 'This part could not be loaded. Is there a connection?',
    again: 'Try again',
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
