/** Steps, stops, speed and loop; branches, side by side; copies of an instant. */
import { formatInstant } from '../format';
import { common } from './common';

const { server } = common;

const FACETS = {
  status: 'whether it runs',
  role: 'role',
  term: 'term',
  vote: 'vote',
  commit: 'commitIndex',
  log: 'log',
};

export const timeTools = {
  steps: {
    title: 'Step by',
    event: 'Event',
    mark: 'Key moment',
    server: (id: number): string => (id === 0 ? 'Selected server' : `Event of ${server(id)}`),
    round: 'RPC: sent, arrived, answered',
    back: (what: string): string => `${what}: back`,
    forward: (what: string): string => `${what}: on`,
    noServer: 'Select a server on the stage first.',
  },

  stops: {
    title: 'Stop when',
    leader: 'a server becomes leader',
    commit: 'an entry is committed',
    truncation: 'a log loses entries',
    violation: 'a safety property breaks',
    termAbove: 'a term begins above',
    term: 'Term',
    own: 'A condition of your own',
    subject: 'Who',
    what: 'What',
    whats: {
      role: 'becomes',
      term: 'has a term',
      commitIndex: 'has a commitIndex',
      logLength: 'has a log length',
      sent: 'sends',
      received: 'receives',
      dropped: 'loses a message',
      client: 'client has an answer',
    },
    role: 'Role',
    comparison: 'Comparison',
    value: 'Number',
    message: 'Message',
    outcome: 'Outcome',
    add: 'Add',
    full: 'Twelve conditions are the most.',
    remove: (rule: string): string => `Remove: ${rule}`,
  },

  speed: {
    title: 'Speed',
    auto: 'Speed by itself',
    autoHint: 'Slow near elections, commits, conflicts and crashes, fast through the rest.',
  },

  loop: {
    title: 'Repeat a stretch',
    from: 'From',
    to: 'To',
    fromHere: 'From here',
    toHere: 'To here',
    set: 'Repeat',
    off: 'Play on',
    order: 'The end must be at least a millisecond after the beginning.',
  },

  /** What is on while it is on, beside the transport. */
  watch: {
    label: 'What playback does by itself',
    stops: (rules: readonly string[]): string => `Stops when ${rules.join(', or ')}`,
    loop: (from: number, to: number | null): string =>
      to === null
        ? `Loop from ${formatInstant(from)}: choose its end`
        : `Loop ${formatInstant(from)} – ${formatInstant(to)}`,
    change: 'Change',
    clearStops: 'Do not stop any more',
    clearLoop: 'End the loop',
  },

  branches: {
    intro: 'Where you act in the past, the future that you leave is kept as a branch.',
    none: 'No branches yet. Act in the past, or press Branch here.',
    here: 'On stage',
    original: 'This run',
    tree: 'All branches, by where they part',
    left: (at: number): string => `left at ${formatInstant(at)}`,
    parts: (at: number): string => (at === 0 ? 'another run from the start' : `parts at ${formatInstant(at)}`),
    keep: 'Branch here',
    rename: 'Rename',
    renameOf: (name: string): string => `Rename ${name}`,
    title: (name: string): string => `Name of ${name}`,
    save: 'Save',
    cancel: 'Cancel',
    delete: 'Delete',
    deleteOf: (name: string): string => `Delete ${name}`,
    open: 'Open',
    openOf: (name: string): string => `Open: ${name}`,
    beside: 'Side by side',
    besideOf: (name: string): string => `Side by side with ${name}`,
    other: 'Put another run beside this one',
    otherRule: 'The same, with a rule switched off or on',
    otherScenario: 'A scenario',
    rule: 'Rule',
    scenario: 'Scenario',
    show: 'Show side by side',
    without: (rule: string): string => `Without “${rule}”`,
    with: (rule: string): string => `With “${rule}”`,
  },

  share: {
    text: 'Copy as',
    kind: 'Form',
    kinds: { link: 'Link', text: 'Text', iframe: 'HTML frame', markdown: 'Markdown' },
    copy: 'Copy',
    copied: 'Copied',
    at: (run: string, time: string): string => `${run}, at ${time}`,
    picture: 'Picture and film',
    pictureHint: 'This instant with its logs, in the theme of the page. The file needs nothing beside itself.',
    filmHint: (seconds: number): string =>
      `A film shows the loop, or else what comes next, at the speed of the page: at most ${seconds} seconds. Browsers that cannot record give its frames as SVG.`,
    film: 'Film',
    filming: 'Making the film',
    cancel: 'Cancel',
  },

  beside: {
    region: 'Two branches side by side',
    leave: 'End side by side',
    swap: 'Act on this one',
    onStage: 'You act here',
    looking: (until: number): string => `No difference up to ${formatInstant(until)}; looking further…`,
    sameAll: (until: number): string => `No difference up to ${formatInstant(until)}.`,
    first: (at: number): string => `First difference at ${formatInstant(at)}`,
    go: 'Go there',
    nothing: 'nothing at that instant',
    differ: (servers: readonly number[]): string =>
      servers.length === 0
        ? 'All servers are equal now.'
        : `${common.servers(servers)} ${servers.length === 1 ? 'differs' : 'differ'} now.`,
    /** null: the servers are in one of the two only. */
    facet: (facet: keyof typeof FACETS | null, servers: readonly number[]): string =>
      facet === null ? `In one only: ${common.servers(servers)}` : `${FACETS[facet]}: ${common.servers(servers)}`,
    mark: 'First difference',
  },
};
