/** What can be done: labels for menus and palette. */
interface Words {
  readonly label: string;
  readonly states?: readonly [string, string];
}

const words = <Id extends string>(all: Record<Id, Words>): Record<Id, Words> => all;

export const actions = words({
  play: { label: 'Play or pause', states: ['Play', 'Pause'] },
  eventBack: { label: 'One event back' },
  eventForward: { label: 'One event on' },
  markBack: { label: 'Previous key moment' },
  markForward: { label: 'Next key moment' },
  serverBack: { label: 'One event of the server back' },
  serverForward: { label: 'One event of the server on' },
  roundBack: { label: 'Back along an RPC' },
  roundForward: { label: 'On along an RPC' },
  secondBack: { label: 'One second back' },
  secondForward: { label: 'One second on' },
  slower: { label: 'Slower' },
  faster: { label: 'Faster' },
  autoSpeed: { label: 'Speed by itself' },
  loopFrom: { label: 'Loop from here' },
  loopTo: { label: 'Loop to here' },
  loopOff: { label: 'End the loop' },
  stops: { label: 'Steps, stops, loop…' },
  toStart: { label: 'To the start' },
  toEnd: { label: 'To the end' },
  bookmark: { label: 'Bookmark this instant' },
  nextBookmark: { label: 'Next bookmark' },
  bookmarks: { label: 'Bookmarks…' },

  selectServer: { label: 'Select a server' },
  crash: {
    label: 'Crash or restart',
    states: ['Crash', 'Restart'],
  },
  freeze: {
    label: 'Pause or resume',
    states: ['Pause', 'Resume'],
  },
  expireTimer: {
    label: 'Time out now',
  },
  isolate: {
    label: 'Isolate or rejoin',
    states: ['Isolate', 'Rejoin'],
  },
  machine: { label: 'Clock and disk…' },

  transfer: { label: 'Hand leadership to it' },
  compact: { label: 'Snapshot now' },
  membership: {
    label: 'Remove or take in',
    states: ['Remove from the members', 'Take into the members'],
  },
  addServer: { label: 'Add a computer' },
  members: { label: 'Members…' },

  partition: { label: 'Partition…' },
  heal: { label: 'Heal all' },
  network: { label: 'Network and links…' },

  selectMessage: { label: 'Select a message' },
  drop: { label: 'Drop the message' },
  deliver: { label: 'Deliver it now' },
  duplicate: { label: 'Duplicate it' },

  write: { label: 'Client write' },
  compose: { label: 'Write or read…' },
  clients: { label: 'Client load…' },
  crashClient: {
    label: 'Crash or restart the client',
    states: ['Crash the client', 'Restart the client'],
  },

  why: { label: 'What just happened?' },
  inspector: { label: 'Inspector' },
  legend: { label: 'Legend' },
  safety: { label: 'Safety board' },
  zoomIn: { label: 'Larger' },
  zoomOut: { label: 'Smaller' },
  zoomReset: { label: 'Usual size' },
  diagram: { label: 'Space-time diagram' },
  lightPast: { label: 'Light what led here' },
  lightFuture: { label: 'Light what follows' },
  foldQuiet: { label: 'Fold quiet stretches' },
  theme: { label: 'Next theme' },
  lecture: { label: 'Lecture' },
  fullScreen: { label: 'Full screen' },
  settings: { label: 'Settings…' },
  help: { label: 'Keys' },
  palette: { label: 'All commands…' },
  close: { label: 'Close' },

  undo: { label: 'Undo' },
  newCluster: { label: 'New cluster…' },
  timing: { label: 'Timing…' },
  breakRaft: {
    label: 'Break Raft…',
  },
  options: { label: 'Protocol options…' },
  rules: { label: 'Rules…' },
  scenarios: { label: 'Scenarios…' },
  nextGroup: { label: 'Next group' },
  branchHere: { label: 'Branch here' },
  branches: { label: 'Branches…' },
  share: { label: 'Share and save…' },
  saveRun: { label: 'Save run' },
  saveTrace: {
    label: 'Save trace',
  },
  open: { label: 'Open file…' },
  goTo: { label: 'Go to…' },
  traceFormat: { label: 'Record your own Raft…' },
});

export const groups = {
  transport: 'Time',
  server: 'Selected server',
  network: 'Network',
  message: 'Selected message',
  client: 'Clients',
  view: 'View',
  run: 'Run',
};

const KEYS: Record<string, string> = {
  ' ': 'Space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Home: 'Home',
  End: 'End',
};

/** A key of the registry as it is printed on keyboards: "Shift + ←". */
export const keyName = (key: string): string => {
  if (key === '+' || key === ' ') return KEYS[key] ?? key;
  return key
    .split('+')
    .map((part) => KEYS[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' + ');
};
