export const captions = {
  tryIt:
    'Cut the network, write on the larger side, and read on both: through the log, by ReadIndex, stale. Who is told what?',
  parts: {
    log: 'Through the log',
    index: 'ReadIndex',
    lease: 'Lease',
    stale: 'Stale',
    cut: 'ReadIndex in a cut',
    old: 'Stale in a cut',
    leased: 'A lease in a cut',
    new: 'A new leader',
    off: 'Without asking',
  },
  cues: {
    'log-ask': {
      say: 'Client {client} asks {leader} what x is. The plain way: the read is a command like any other, and gets an entry.',
    },
    'log-append': {
      say: '{leader} appends the read as entry {last}. Every follower must store it as well, though it changes nothing.',
    },
    'log-done': {
      say: 'Entry {commit} is committed: x is {value}. A leader that was replaced could not commit, so this is never old. But it is dear.',
    },
    'index-note': {
      say: 'The same by ReadIndex, with no entry: {leader} notes its commit index, {commit}, and asks all followers whether it still leads.',
    },
    'index-yes': {
      say: '{other}’s answer makes {count} of {all}: {leader} still led when the read came, and has applied entry {commit}. x is {value}.',
    },
    lease: {
      say: 'A lease saves the round: a majority answered {leader} so recently that none of it would vote yet. It says at once: x is {value}.',
      tryIt:
        'A lease trusts clocks. Let {leader}’s clock run at half speed, then cut {leader} off: how long does it answer?',
    },
    stale: {
      say: 'A stale read asks nobody. {actor} has applied up to entry {own}: x is {value}. At {leader}, x is {newer} already.',
    },
    'cut-asks': {
      say: 'Now a cut: {leader} leads term {leaderTerm}, and x is {newer}. Client {client} asks {old}, which still leads term {oldTerm}, by ReadIndex.',
    },
    'cut-waits': {
      say: '{old} asks whether it still leads. With {reached} it reaches {few} of {all}, no majority. So it may not answer, and does not.',
    },
    'cut-down': {
      say: 'The cut is healed. {actor} hears of term {actorTerm}, steps down and drops the read. Client {client} has been told nothing false.',
    },
    'cut-done': {
      say: 'Client {client} asked again; {leader} answers: x is {value}. So it is with Consul’s “consistent”: a majority confirms each read.',
    },
    old: {
      say: 'The same cut, but the read may be stale: {actor} answers at once, x is {value}. At {leader} x has long been {newer}.',
    },
    'old-told': {
      say: 'Client {client} hears {value}. Consul’s “stale” does this: any server answers, even one cut off. Fast, always there, maybe old.',
    },
    leased: {
      say: 'Cut off, {leader} answers from its lease: x is {value}. That is safe: voters hold to {leader} longer than its lease lasts.',
    },
    'lease-over': {
      say: 'The others have waited long enough: {leader} wins term {leaderTerm}. {old} does not know, but its lease has run out before.',
    },
    'lease-asks': {
      say: 'The next read reaches {old}. Without a lease it must ask a majority, and cannot. It stays silent rather than be wrong.',
    },
    'new-waits': {
      say: '{leader} has just won. It holds entry {entry}, which {old} committed, but its commit index is {commit} still. A read here has to wait.',
    },
    'new-own': {
      say: 'Its own empty entry is committed, and with it all before: commit index {commit}. Leaders append that entry for this reason.',
    },
    'new-done': {
      say: 'With {other}’s answer a majority has also confirmed {leader}. Now the read may be answered: x is {value}.',
    },
    off: {
      say: 'With the rule off, {old} asks nobody. It believes to lead and answers at once: x is {value}. {leader} leads term {leaderTerm}.',
    },
    'off-broken': {
      say: 'Client {writer} was told that x is {newer}. Only then did client {reader} ask, and hears {value}: with the rule off, time runs backwards.',
    },
    'off-consul': {
      say: 'Consul’s “default” lets a leader answer alone: rarely, just after a cut, as old as {old} with the rule off.',
    },
  },
};
