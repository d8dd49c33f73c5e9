export const words = {
  'four-or-five': {
    ask: {
      ask: 'A cluster of {all} servers. They crash one after the other, and after each crash a client writes. How many crashes does it survive?',
    },
    parts: { crashes: 'Crashes after which a write is still answered' },
    why: {
      odd: '{majority} of {all} are a majority, and the dead are counted among the {all}. So it survives {survived}, and the next crash is one too many.',
      even: '{majority} of {all} are a majority, so it survives {survived}: no more than {fewer} servers would. The last server only raises the majority.',
    },
    change: { ask: 'Crash them yourself' },
  },
  'minority-leader': {
    ask: {
      plain:
        'The network has just been cut: {own} | {others}. A client writes at {leader}, the old leader; later another one writes at {other}. What comes of it in a second?',
      quorum:
        'CheckQuorum is on, and the network has just been cut: {own} | {others}. A client writes at {leader}, the old leader; later another one at {other}. What comes of it in a second?',
    },
    parts: { leaders: 'Leaders on screen in the end', answered: 'Writes that are answered with OK' },
    words: { client1: 'the one at {leader}', client2: 'the one at {other}' },
    why: {
      both: '{others} elected a leader of their own. {leader} believes that it still leads, but without {majority} servers it commits nothing: {leaders} leaders, one that decides.',
      stepsDown:
        '{leader} heard from no majority for a whole timeout and stepped down. {others} elected a leader, which commits what its client writes.',
      majority: '{own} are a majority, so {leader} leads on and commits. {others} are too few to elect anybody.',
    },
    change: { plain: 'The same with CheckQuorum', quorum: 'The same without CheckQuorum' },
  },
  healing: {
    ask: {
      ask: '{leader}, leader of term {old}, is cut off with {near}; {next} leads the others in term {term}. Both took writes. Now the network heals, and all clients have given up.',
    },
    parts: { log: '{leader}’s log afterwards', gone: 'Writes that are gone' },
    why: {
      overwritten:
        '{leader} heard of term {term} and follows {next}: the entries that conflict are deleted, and those of {next} take their place. None of the deleted ones was ever committed.',
    },
    change: { ask: 'Crash {next} instead of healing the network' },
  },
  'stale-read': {
    ask: {
      stale:
        '{leader} and {near} are cut off. On the other side {next} leads and has committed {fresh}. A client sends {leader} a stale read of x.',
      staleEarly:
        '{leader} and {near} have just been cut off, and nobody else leads yet. A client sends {leader} a stale read of x.',
      readIndex:
        '{leader} and {near} are cut off. On the other side {next} leads and has committed {fresh}. A client reads x at {leader}, by ReadIndex.',
      lease:
        '{leader} and {near} are cut off. On the other side {next} leads and has committed {fresh}. A client reads x at {leader}, by its lease.',
      leaseEarly:
        '{leader} and {near} have just been cut off, and nobody else leads yet. A client reads x at {leader}, by its lease.',
    },
    parts: { answer: 'What the client is told' },
    words: { none: 'nothing, for now' },
    why: {
      stale:
        'A stale read asks nobody: {leader} answers {old} from what it has applied, though {fresh} is committed on the other side.',
      current:
        '{leader} asked nobody and answered {old} at once. Nobody else can have been elected so soon, so that is still the latest value.',
      silent:
        'ReadIndex first asks a majority whether {leader} still leads. Nobody confirms it, so the client is told nothing instead of something old.',
      expired:
        'A lease runs out before another server can be elected. {leader}’s has, so it does not answer {old} by itself any more.',
    },
    change: {
      stale: 'Read by ReadIndex instead',
      staleEarly: 'Read by ReadIndex instead',
      readIndex: 'Send a stale read instead',
      lease: 'Send a stale read instead',
      leaseEarly: 'Send a stale read instead',
    },
  },
  twice: {
    ask: {
      on: 'x is {before}. {leader} has committed “add one to x” as entry {entry}, and crashed before the client heard of it. The client will ask again.',
      off: 'A rule is off: repeated requests are not recognised. x is {before}. {leader} has committed “add one to x”, and crashed before the client heard. It will ask again.',
    },
    parts: { value: 'x, once the client is answered' },
    why: {
      once: '{winner} has the request of this client with this serial number in its log, and does not carry it out again. x is {value}.',
      twice:
        'Entry {entry} was on a majority, so {winner} has it, and took the repeated request for a new one: x is {value}, one too many.',
    },
    change: { on: 'The same with the rule off', off: 'The same with the rule on' },
  },
};
