export const captions = {
  tryIt:
    'Isolate a server for some seconds and let it rejoin, once with PreVote and once without. Whom does it disturb?',
  parts: {
    returns: 'Back from a cut',
    prevote: 'PreVote',
    removed: 'A removed server',
    quorum: 'CheckQuorum',
    transfer: 'Handing over',
    fails: 'A transfer that fails',
    wanted: 'Priorities',
  },
  cues: {
    cut: {
      say: '{away} is cut off. {leader} reaches {others} of {all}, itself included, so the cluster works on as if nothing had happened.',
    },
    grows: {
      say: '{actor} hears nobody, so it stands again and again. It has got to term {actorTerm}; {leader} still leads term {leaderTerm}.',
    },
    back: {
      say: 'The cut is healed, and {actor} asks for votes in term {actorTerm}. It cannot win: it has {own} entry, the others {theirs}.',
    },
    deposed: {
      say: '{actor} hears of term {actorTerm}, newer than its own, and steps down. Nothing was wrong with it; now nobody leads.',
    },
    again: {
      say: '{leader} wins term {leaderTerm}, and writes go on. All this for a server that could never have led.',
      tryIt: 'Back at the cut, switch PreVote on in Options, and let {leader}’s cluster run. What is different?',
    },
    ask: {
      say: 'The same cut with PreVote: {actor} asks first whether it could win. It does not raise its term for that: {actorTerm}.',
    },
    refuse: {
      say: '{away} is back and asks again. {actor} hears a leader, and its own log is longer: no. Its term stays {actorTerm}.',
    },
    calm: {
      say: '{actor} hears {leader} and follows again. No term has grown, no leader was lost: everybody is in term {term}.',
    },
    removed: {
      say: 'Here {gone} has been removed. It was not told: {leader} sends to members only. So it still counts itself among them.',
    },
    ignore: {
      say: '{gone} hears nobody and stands in term {raised}. {leader} leads, so it ignores the request, and the newer term with it.',
    },
    deaf: {
      say: 'A cut in one direction: {others} hear {leader}, but it hears neither. It keeps them quiet, and can commit nothing.',
    },
    lost: {
      say: 'With CheckQuorum {actor} does not go on like that: no majority has answered for an election timeout. It steps down.',
    },
    heard: {
      say: 'Its heartbeats have stopped, so {leader} stood, and wins term {leaderTerm} with {other}’s vote. It can do without {old}.',
    },
    begin: {
      say: 'Suppose {leader} is to be shut down. It hands over to {heir}, which has all its entries, and tells it: stand now.',
    },
    hold: {
      say: 'Meanwhile {leader} takes no commands: the entry might be missing at {heir}. A client that asks now has to ask again.',
    },
    stand: {
      say: '{actor} has the message and stands at once, in term {actorTerm}. Its timer has not run out, and it does not wait for that.',
    },
    handed: {
      say: '{leader} leads term {leaderTerm}; {old} voted for it, too. Nobody had to notice first that a leader was gone.',
    },
    lose: {
      say: 'What if {heir} cannot be reached? The message is lost, and {leader} waits. It takes no commands so long.',
    },
    abandon: {
      say: 'An election timeout has gone by. {actor} gives up handing over and takes commands again: it never stopped being the leader.',
    },
    wanted: {
      say: 'Here {heir} is wanted as leader. {leader} was elected first; as soon as {heir} has all its entries, it hands over by itself.',
    },
    never: {
      say: '{actor} is not wanted at all. Its timer runs out, and it does not stand. But it stores and votes; {leader} has its vote.',
    },
  },
};
