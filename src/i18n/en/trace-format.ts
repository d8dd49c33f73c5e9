/** The page about the format of recordings: loaded when it is opened. */
export const traceFormat = {
  intro:
    'A recording is a text file with one JSON object a line: first a header, then what each server does, in the order in which it happens. Say what you have; what you leave out is not shown.',
  lines: 'The lines',
  /** Each kind of line, by an example that is not translated. */
  kinds: {
    header: 'The first line: who takes part. With “voters” where not all vote.',
    state: 'Any change of a server. “state” holds the fields that changed, as they are after it.',
    recv: 'A message arrives, named by the id of its sending. The changes that it causes go into the same line.',
    send: 'A message leaves. Its id is no other message’s. Without any of these lines no messages are shown.',
    timeout: 'The election timer of a server runs out.',
    clientRequest: 'A leader gets a command.',
    persist: 'What the server has now is on its disk. Without any of these lines all is taken to survive a crash.',
    apply: 'An entry is handed to the state machine; or let lastApplied in “state” grow.',
    crash: 'A server crashes; “restart” shows all that it has when it is back.',
    drop: 'A message is lost. Messages of which no line tells the fate are shown as lost.',
    partition: 'The network is cut; also “cut” and “uncut” with from and to, and “heal”.',
    client:
      'A client asks, and later “clientReturn” with the same client and op, a status (ok, fail, info) and a value.',
  },
  fields: 'The fields of “state”',
  fieldsText:
    'currentTerm, votedFor, role (follower, precandidate, candidate, leader), log (the terms of all entries) with cmds (what they hold), or logDelta (from an index on), base (index and term of the last entry that a snapshot replaced), commitIndex, lastApplied, votesGranted, nextIndex, matchIndex, electionDeadline.',
  tips: 'Good to know',
  tipList: [
    'Write the line after the change, while the lock of the server is still held.',
    'Times are in milliseconds, from any beginning. Where servers write a file each, put the lines together in the order of t.',
    'Up to nine servers, 64 MB, eleven days.',
    'What is wrong in a file is told with its line and field.',
  ],
  recipes: 'A few lines to log with',
  recipe: 'Language',
  example: 'The smallest example',
  open: 'Open this example',
  copy: 'Copy',
  copied: 'Copied',
};
