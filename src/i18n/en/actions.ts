/** What can be done: labels for menus and palette, hints for key help and tooltips. */
interface Words {
  readonly label: string;
  readonly hint: string;
  readonly states?: readonly [string, string];
}

const words = <Id extends string>(all: Record<Id, Words>): Record<Id, Words> => all;

export const actions = words({
  play: { label: 'Play or pause', hint: 'Let virtual time run, or stop it.', states: ['Play', 'Pause'] },
  eventBack: { label: 'One event back', hint: 'Go back to the previous event.' },
  eventForward: { label: 'One event on', hint: 'Go to the next event.' },
  markBack: { label: 'Previous key moment', hint: 'Go back to the last election, leader, crash or cut.' },
  markForward: { label: 'Next key moment', hint: 'Go on to the next election, leader, crash or cut.' },
  secondBack: { label: 'One second back', hint: 'Go back by one virtual second.' },
  secondForward: { label: 'One second on', hint: 'Go on by one virtual second.' },
  slower: { label: 'Slower', hint: 'Let virtual time pass more slowly.' },
  faster: { label: 'Faster', hint: 'Let virtual time pass faster.' },
  toStart: { label: 'To the start', hint: 'Go to the start of the run.' },
  toEnd: { label: 'To the end', hint: 'Go to the end of what has been seen.' },

  selectServer: { label: 'Select a server', hint: 'Select the server with that number.' },
  crash: {
    label: 'Crash or restart',
    hint: 'A crash loses everything but term, vote and log; a restart reads them from disk.',
    states: ['Crash', 'Restart'],
  },
  freeze: {
    label: 'Pause or resume',
    hint: 'A paused server keeps its state and handles nothing, as in a long garbage collection.',
    states: ['Pause', 'Resume'],
  },
  expireTimer: {
    label: 'Time out now',
    hint: 'The election timer runs out at once; a leader sends its heartbeats at once.',
  },
  isolate: {
    label: 'Isolate or rejoin',
    hint: 'An isolated server reaches no other server; clients still reach it.',
    states: ['Isolate', 'Rejoin'],
  },
  machine: { label: 'Clock and disk…', hint: 'Set how fast its clock runs and how slow its disk is.' },

  transfer: { label: 'Hand leadership to it', hint: 'The leader brings the server up to date and tells it to stand.' },
  compact: { label: 'Snapshot now', hint: 'The server replaces what it has applied by a snapshot.' },
  membership: {
    label: 'Remove or take in',
    hint: 'The leader is asked to change the members by this one server.',
    states: ['Remove from the members', 'Take into the members'],
  },
  addServer: { label: 'Add a computer', hint: 'One more server waits to be taken into the members.' },
  members: { label: 'Members…', hint: 'Choose who votes, one server at a time or by joint consensus.' },

  partition: { label: 'Partition…', hint: 'Choose which servers can reach one another.' },
  heal: { label: 'Heal all', hint: 'End every partition, isolation, cut and hold.' },
  network: { label: 'Network and links…', hint: 'Set latency, loss and duplication; cut or hold single links.' },

  selectMessage: { label: 'Select a message', hint: 'Select the next or previous message under way.' },
  drop: { label: 'Drop the message', hint: 'The selected message is lost.' },
  deliver: { label: 'Deliver it now', hint: 'The selected message arrives at once.' },
  duplicate: { label: 'Duplicate it', hint: 'The selected message arrives twice.' },

  write: { label: 'Client write', hint: 'The client writes the next small value.' },
  compose: { label: 'Write or read…', hint: 'Choose the operation and the server to ask.' },
  clients: { label: 'Client load…', hint: 'Set how often the clients begin an operation by themselves.' },
  crashClient: {
    label: 'Crash or restart the client',
    hint: 'A client that is back asks again for what it had begun.',
    states: ['Crash the client', 'Restart the client'],
  },

  why: { label: 'What just happened?', hint: 'Explain the last event and what led to it.' },
  inspector: { label: 'Inspector', hint: 'Show all state of the selected server.' },
  legend: { label: 'Legend', hint: 'Show what each mark means.' },
  safety: { label: 'Safety board', hint: 'Which properties hold, what was checked, and what clients saw.' },
  zoomIn: { label: 'Larger', hint: 'Make type and marks larger.' },
  zoomOut: { label: 'Smaller', hint: 'Make type and marks smaller.' },
  zoomReset: { label: 'Usual size', hint: 'Bring type and marks back to their usual size.' },
  theme: { label: 'Next theme', hint: 'As the system, light, dark, projector.' },
  fullScreen: { label: 'Full screen', hint: 'Fill the screen, or leave it.' },
  settings: { label: 'Settings…', hint: 'Theme, language, motion, shortcuts.' },
  help: { label: 'Keys', hint: 'Show all keys.' },
  palette: { label: 'All commands…', hint: 'Search everything that can be done.' },
  close: { label: 'Close', hint: 'Close what is open, or clear the selection.' },

  undo: { label: 'Undo', hint: 'Take back the last action and return to the moment before it.' },
  newCluster: { label: 'New cluster…', hint: 'Begin again with 3 to 9 servers.' },
  timing: { label: 'Timing…', hint: 'Set election timeout and heartbeat interval.' },
  breakRaft: {
    label: 'Break Raft…',
    hint: 'Switch off rules of Raft, and hunt for a run in which something goes wrong.',
  },
  options: { label: 'Protocol options…', hint: 'PreVote, CheckQuorum, snapshots, batches, priorities.' },
  rules: { label: 'Rules…', hint: 'Switch rules of Raft off, to see what they are for.' },
  scenarios: { label: 'Scenarios…', hint: 'Open a run that shows one thing.' },
  nextGroup: { label: 'Next group', hint: 'Show the next of several Raft groups.' },
  branches: { label: 'Branches…', hint: 'Go back to a future that you left.' },
  share: { label: 'Share and save…', hint: 'Copy a link to this run at this instant, or save the run or its trace.' },
  saveRun: { label: 'Save run', hint: 'Download the run as JSON: seed, configuration and every action.' },
  saveTrace: {
    label: 'Save trace',
    hint: 'Download all transitions so far as JSON Lines, for checkers and notebooks.',
  },
  open: { label: 'Open run…', hint: 'Open a saved run or a link.' },
  goTo: { label: 'Go to…', hint: 'Go to an instant.' },
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
