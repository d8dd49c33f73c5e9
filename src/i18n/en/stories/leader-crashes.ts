export const captions = {
  tryIt: 'Crash the leader at a moment of your own during a write. What can the client have been told by then?',
  parts: {
    before: '1. Before it arrives',
    alone: '2. In the leader’s log only',
    some: '3. On some followers',
    all: '4. On all, not acknowledged',
    committed: '5. Committed, only the leader knows',
    answer: '6. Committed, the client not told',
  },
  cues: {
    'before-crash': {
      say: 'First moment: the client’s {command} is still on its way when {dead} crashes. No server has ever seen it.',
    },
    'before-lead': {
      say: '{leader} is elected. It knows nothing of the write, and the client still waits for the old leader.',
    },
    'before-retry': { say: 'No answer has come for long enough. The client asks again, this time {target}.' },
    'before-done': { say: 'Done, once: x is {value}. The crash has cost time, and nothing else.' },
    'alone-append': {
      say: 'Second moment: {leader} has the command in its log as entry {entry}, but is cut off. Nobody else will get it.',
    },
    'alone-crash': { say: '{dead} crashes. No other server knows of the entry, and the client waits.' },
    'alone-lead': {
      say: '{leader} is elected. Its first entry of its own goes to place {entry}, which the lost one had at the old leader.',
    },
    'alone-done': { say: 'The client asked again, and it is done as entry {entry}: x is {value}.' },
    'alone-gone': {
      say: '{actor} is back. Its old entry {entry} contradicts the leader’s and is deleted. Nobody had been promised anything.',
    },
    'some-store': { say: 'Third moment: because of a cut, entry {entry} reaches {holder} and no other follower.' },
    'some-crash': {
      say: '{dead} crashes. {holder} has entry {entry}; {others} do not. Whether it survives depends on who wins.',
    },
    'some-lead': {
      say: '{leader} wins, so entry {entry} stays. Had a server without it won, it would be gone, and correctly so.',
      tryIt: 'Go back a step and let S3 stand first. What becomes of the entry?',
    },
    'some-commit': {
      say: '{leader} commits its own entry {own}, and entry {entry} with it: x is {value}, though the client has no answer yet.',
    },
    'some-twice': {
      say: 'The client asks again, and {leader} appends {command} again: now it is in the log {times} times.',
    },
    'some-once': {
      say: 'It is done, and x is {value}, not twice that: the state machine has seen this serial number before.',
    },
    'all-store': {
      say: 'Fourth moment: {holders} all have entry {entry}, but {dead} crashed before it heard of any of them.',
    },
    'all-lead': {
      say: '{leader} wins. It holds entry {entry}, but must not count its copies: they are of the old term, {old}.',
    },
    'all-commit': {
      say: 'Its own entry {own} is on a majority: committed, and entry {entry} with it. The write is done, and nobody has said so.',
    },
    'all-once': {
      say: 'The client asks again and is told: done. The command is in the log {times} times, and x is {value} all the same.',
    },
    committed: {
      say: 'Fifth moment: {leader} has heard a majority, commits entry {entry} and answers. No follower knows that yet.',
    },
    'committed-crash': { say: '{dead} crashes while its answer is on the way to the client.' },
    'committed-told': {
      say: 'The client hears: done. The one server that knew is down, but {holders} hold the entry.',
    },
    'committed-lead': {
      say: '{leader} is elected. Whoever wins must hold entry {entry}: those who store it and those who vote overlap.',
    },
    'committed-kept': {
      say: 'With an entry of its own, {leader} commits it as well: x is {value}. What the client was told stays true.',
    },
    'answer-lost': {
      say: 'Last moment: the write is committed and x is {value}, but the answer to the client gets lost.',
    },
    'answer-all': {
      say: 'By now all {all} servers have applied it: x is {value} everywhere. Only the client does not know.',
    },
    'answer-crash': { say: '{dead} crashes: the server that had answered cannot be asked again.' },
    'answer-retry': {
      say: 'The client asks the new leader, and {leader} appends {command} once more. Its log has it {times} times now.',
    },
    'answer-once': {
      say: 'x is {value}, as it should be. With serial numbers, a client that hears nothing may always ask again.',
    },
  },
};
