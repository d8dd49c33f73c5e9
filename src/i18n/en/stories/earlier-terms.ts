export const captions = {
  tryIt: 'Take over in (c). Find a way to lose the entry in spite of its majority, and one that makes it safe.',
  parts: {
    a: '(a) Term 2',
    b: '(b) Term 3',
    c: '(c) Term 4',
    d: '(d) Term 5: overwritten',
    committed: '(e) Or committed',
    unsafe: 'Without the rule',
  },
  cues: {
    a: {
      say: '(a) {leader} leads term {leaderTerm}. A cut keeps its entry {entry} from most: only {holders} hold it.',
    },
    'a-crash': { say: '{dead} crashes. Of the servers that run, only {holder} has its entry.' },
    b: { say: '(b) {leader} wins term {leaderTerm}: {voters} vote for it, for its log is as good as theirs.' },
    'b-entry': {
      say: '{leader} takes a write as its own entry {entry}. Now that place holds term {leaderTerm} here and term {other} elsewhere.',
    },
    'b-crash': { say: '{dead} crashes before anybody has a copy of its entry.' },
    c: { say: '(c) {leader} is back and wins term {leaderTerm}. It still holds its entry {entry}, of term {old}.' },
    'c-copy': {
      say: 'It goes on copying where it left off. {actor} stores entry {entry} now, so it is on {copies} of {all} servers: a majority.',
      tryIt: 'Predict before you go on: is this entry safe now?',
    },
    'c-held': {
      say: '{leader} knows of {copies} copies. Committed? No: it may count copies only of entries of its own term {leaderTerm}; this is of term {old}.',
    },
    'c-own': {
      say: '{leader} appends an entry of its own term, entry {entry}. But it is cut off, and nobody gets it.',
    },
    'd-crash': {
      say: '{dead} crashes again. Entry {entry} is on {holders} and on {dead}’s disk: a majority of all. It looks safe.',
    },
    d: {
      say: '(d) Yet {leader} wins term {leaderTerm}. {voters} vote for it: its last entry is of term {own}, later than their {theirs}.',
    },
    'd-gone': {
      say: '{actor} takes over {leader}’s log. Entry {entry} of term {old} is deleted, that of term {fresh} takes its place.',
    },
    'd-all': {
      say: '{actor} loses it, too. An entry that was on a majority is gone, and no harm is done: nobody had called it committed.',
    },
    again: {
      say: 'Back to (c): entry {entry} of term {old} is on {holders} and not committed. What could make it safe?',
    },
    'e-own': {
      say: '(e) This time {leader} brings an entry of its own term {leaderTerm} to a majority: {holders} hold entry {entry}.',
    },
    e: {
      say: 'Of its own term, so counting is allowed: entry {own} is committed, and entry {old} and all before it with it.',
    },
    'e-refuse': {
      say: '{dead} crashes, and {candidate} stands as in (d). But {actor}’s log now ends in term {own}, later than {theirs}: no vote.',
    },
    'e-safe': {
      say: '{candidate} gets {votes} of {all} votes and cannot win. Nobody can overwrite entry {entry} any more: that is why the rule waits.',
    },
    off: {
      say: 'Once more (c), with the rule switched off: here a leader counts copies of any term. {holders} hold entry {entry}.',
    },
    'off-commit': {
      say: 'With the rule off, {leader} counts {copies} copies of entry {entry}, takes it for committed and applies it: x is {value}.',
    },
    'off-gone': {
      say: 'As in (d), {dead} crashes, {leader} wins, {actor} deletes entry {entry}. With the rule off, that entry was committed.',
    },
    'off-broken': {
      say: '{leader} applies its own entry {entry}: x is {value}. At {old} that entry had made x {before}. One index, different commands: broken.',
    },
  },
};
