export const captions = {
  tryIt:
    'Start with three voters, add two servers one after the other, then let the leader remove itself. Who counts whom?',
  parts: {
    jump: 'All at once',
    joint: 'Joint consensus',
    one: 'One server at a time',
    slow: 'Too slow',
    wait: 'What must wait',
    early: 'The bug of 2015',
  },
  cues: {
    'jump-ask': {
      say: '{leader} leads {few} voters, {old}. {fresh} shall join, both at once. With the rule off, one entry may do that.',
    },
    'jump-entry': {
      say: '{leader} appends the new members as entry {last} and goes by them at once. A cut keeps it from {rest}.',
    },
    'jump-old': {
      say: '{actor} goes by the old members: {voters} are {count} votes of {of}, a majority. It wins term {actorTerm}.',
    },
    'jump-both': {
      say: '{actor} goes by the new: {voters}, {count} of {of}. Now two leaders lead term {actorTerm}: with the rule off, Raft breaks.',
    },
    'jump-told': {
      say: 'With the rule off, {both} both commit: client {first} is told that x is {one}, client {second} that x is {other}. Both believe it.',
    },
    'joint-learn': {
      say: 'Joint consensus is the safe way for many. {old} are the voters. {fresh} are to be taken in; they get the log first, without a vote.',
    },
    'joint-begin': {
      say: '{leader} appends entry {last}, called Cold,new. Who has it needs a majority of {old} and a majority of {fresh} for everything.',
    },
    'joint-half': {
      say: '{known} store entry {entry}, as {leader} knows: a majority of {fresh}, but not of {old}. It is not committed.',
    },
    'joint-commit': {
      say: 'Now {known} store it: a majority of each. Entry {entry} is committed; {leader} appends Cnew as entry {last}: {fresh} alone.',
    },
    'joint-leave': {
      say: 'Cnew, entry {entry}, is on a majority of {fresh}. {actor} is not among them. It led up to here without counting itself, and leaves.',
    },
    'joint-lead': {
      say: '{leader} leads the new members, {fresh}. At no moment could old and new decide apart: in between, both had to agree.',
    },
    'one-learn': {
      say: 'Simpler: one server at a time. {fresh} has just been started with an empty log. It learns it first, and has no vote.',
    },
    'one-entry': {
      say: '{fresh} has caught up. One entry, {last}, makes it a voter: {before} voters become {after}, on each server as soon as it has the entry.',
    },
    'one-commit': {
      say: 'It is committed. Any {count} of these {after} share a server with any {less} of the old {before}: no need for a joint phase.',
      tryIt: 'Remove {leader} itself. How long does it lead, and whom does it count?',
    },
    'slow-round': {
      say: 'Another newcomer, {slow}, is on a slow link. Round {round} begins, up to entry {target}; it has {has}. The log grows while it learns.',
    },
    slow: {
      say: 'That took too long again: {leader} gives {slow} up, and the members stay as they were. A slow newcomer holds nobody up.',
    },
    'wait-early': {
      say: '{leader} has just won and is asked for a change. It refuses: no entry of its own term is committed yet.',
    },
    'wait-second': {
      say: 'Entry {last} removes {gone} and is not committed. So {leader} refuses to take {fresh} in: one change at a time.',
    },
    'early-add': {
      say: 'Why wait for an entry of its own? With that rule off: {leader} adds {fresh}; a cut leaves the entry on {holders} only.',
    },
    'early-next': {
      say: '{actor} knows nothing of it. By the old members, {voters} are {count} votes of {of}: it wins term {actorTerm}.',
    },
    'early-remove': {
      say: '{leader} removes {gone} at once, with nothing of its term committed. Only with the rule off may it.',
    },
    'early-commit': {
      say: '{known} store entry {commit}: {count} of the {of} that are left. {leader} takes it for committed.',
    },
    'early-back': {
      say: '{actor} still goes by its own entry. {voters} are {count} votes of {of}: it wins term {actorTerm}, without having that entry.',
    },
    'early-lost': {
      say: '{actor} takes over {leader}’s log and deletes entry {entry}, which {was} had committed. With the rule off, what is committed gets lost.',
    },
    'early-rule': {
      say: 'Raft’s author told of it in 2015. The cure: {other} first commits an entry of its own, then {leader} cannot win.',
    },
  },
};
