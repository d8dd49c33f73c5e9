export const captions = {
  tryIt: 'Cut so that no side has a majority, for example in pairs. What do the clients hear now?',
  parts: {
    cut: 'A cut',
    leaders: 'Two leaders',
    heal: 'Healed',
    again: 'Asked again',
  },
  cues: {
    cut: { say: 'A cut parts {few} from {many}. {leader} is on the smaller side, and cannot know it.' },
    asks: { say: 'Client {client} writes {command}. It asks {leader}, which leads as far as it knows.' },
    few: {
      say: '{leader} and {actor} store it: {copies} of {all}, not a majority. {leader} does not commit, and does not answer.',
      tryIt: 'Write more to this side. How long can its log grow, and to what end?',
    },
    stands: { say: 'On the other side {actor} has heard nothing from {old} for too long. It begins term {actorTerm}.' },
    two: {
      say: '{leader} wins term {leaderTerm} with {votes} votes. {old} still leads term {oldTerm}. Two leaders, one of whom can commit.',
    },
    'asks-too': { say: 'Client {client} asks the new leader, {leader}, to write {command}.' },
    many: { say: '{leader} knows of {copies} copies of {command}, a majority of {all}: committed and applied.' },
    told: {
      say: 'Client {told} is told: done. Client {waiting} is told nothing: {old} cannot promise anything, so it does not.',
    },
    heal: { say: 'The cut is healed. {old} still believes that it leads, in term {oldTerm}.' },
    refuse: {
      say: '{actor} hears {old} again, but term {oldTerm} is over. It refuses, and its answer says term {actorTerm}.',
    },
    down: {
      say: '{actor} reads of term {actorTerm} and steps down. No election is needed for that: the higher term is enough.',
    },
    gone: {
      say: '{few} have taken over {leader}’s log. {command}, their entry {entry}, is deleted; nobody had been told that it was done.',
    },
    retry: {
      say: 'Client {client} never heard of {command}, so it asks {old} again. {old} follows now, and names {leader}.',
    },
    end: {
      say: 'Now {command} is committed as entry {index}, after the other write, and client {client} is told so: x is {value}.',
    },
  },
};
