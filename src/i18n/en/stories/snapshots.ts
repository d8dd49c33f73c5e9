export const captions = {
  tryIt:
    'Crash a follower, write a few times, let the leader compact its log, restart the follower. Which message helps it?',
  parts: {
    grow: 'The log grows',
    take: 'A snapshot',
    restart: 'A restart',
    behind: 'Too far behind',
    tail: 'What stays',
  },
  cues: {
    grow: {
      say: 'A client writes x again and again. {leader}’s log has grown to {length} entries; all they amount to is: x is {value}.',
    },
    full: {
      say: 'It has {length} entries now. Left alone, it would fill the disk, and a server that restarts would apply all of it again.',
    },
    take: {
      say: 'Entry {commit} is applied. {leader} writes its state to disk, x is {value}, and drops the {dropped} entries that led to it.',
      tryIt: 'Crash {leader} now, before the snapshot is on its disk. What does it find when it restarts?',
    },
    last: {
      say: 'The snapshot names the last entry that it replaces: index {index}, term {of}. The check of what follows needs both.',
    },
    own: {
      say: '{others} have taken theirs, each by itself. Nobody need agree on it: what is committed is the same everywhere.',
    },
    on: {
      say: 'The log goes on after the snapshot. {actor} checks entry {entry} against the snapshot’s last one, {index}: it fits.',
    },
    restart: {
      say: '{back} crashed and is back. It begins with its snapshot, where x is {value}; only entry {entry} is left to apply.',
    },
    applied: {
      say: '{actor} hears that entry {commit} is committed, applies it and is as far as the others: x is {value}.',
    },
    behind: {
      say: '{late} has been down since entry {has}. Meanwhile {leader} has committed up to {index}, and drops all of it for a snapshot.',
    },
    send: {
      say: '{late} is back and needs entry {needed} next. {leader} does not have it any more. It sends the snapshot up to {index} instead.',
    },
    install: {
      say: '{actor} takes the snapshot for its state, x is {value}, and drops its short log: it goes on after entry {index}.',
    },
    known: {
      say: '{actor} hears that {late} has all up to {index}. Its nextIndex for {late} is {next}: from here, entries will do.',
    },
    usual: {
      say: 'The next write reaches {actor} as any entry does. Snapshots are for those that entries cannot reach.',
    },
    tail: {
      say: 'Answers of {other} get lost, so {leader} does not know what it has, and sends a snapshot up to {index}. {other} has {has} entries.',
    },
    stays: {
      say: '{actor}’s log holds the snapshot’s last entry, {index}. So it keeps what follows, entry {kept}, and drops only what is before.',
    },
    late: {
      say: 'The answer got lost, the snapshot comes again. {actor} knows all up to {known} to be committed: it ignores it, and says yes.',
    },
  },
};
