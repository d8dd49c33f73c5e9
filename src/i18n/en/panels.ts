/** The texts of panels: dialogs and sheets. */
import { common } from './common';

const { server } = common;

export const panels = {
  apply: 'Apply',

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
    bookmarks: 'Bookmarks',
    stops: 'Steps, stops, loop',
    legend: 'Legend',
    safety: 'Safety board',
    settings: 'Settings',
    newCluster: 'New cluster',
    share: 'Share and save',
    open: 'Open a file',
    goTo: 'Go to an instant',
    traceFormat: 'Record your own Raft',
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
    sound: 'Tones for new roles and commits',
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
    preview: 'With a preview',
    previewIntro: 'In chats and posts this address shows what the scenario is about. It opens it from the start.',
    qr: 'QR code',
    qrIntro: 'A phone opens this instant, without your bookmarks and notes.',
    qrTooLong: 'This run is too long for a QR code. Share its address instead.',
    files: 'As a file',
    embed: 'Put it into a page',
    filesIntro:
      'The run is all it takes to repeat it: seed, configuration, actions. The trace holds every transition so far.',
  },

  open: {
    intro:
      'Choose a saved run, the trace of another Raft (raft-trace/1), or a text log of etcd’s raft library; or drop the file anywhere on the page.',
    choose: 'Choose a file…',
    text: 'Or paste a link, or what is in such a file',
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
};
