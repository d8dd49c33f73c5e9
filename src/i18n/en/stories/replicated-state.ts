export const captions = {
  tryIt:
    'Write something, crash the new leader too, then restart one of the crashed servers. Is your value still there?',
  parts: {
    copies: 'Copies',
    order: 'One order',
    crash: 'A crash',
  },
  cues: {
    alone: {
      say: 'A value on one server is gone when that server is. Here {all} servers are to hold the same, so that one may crash.',
    },
    asks: {
      say: 'A client writes {command} and asks {leader}, the leader. All changes go through one server, so there is one order.',
    },
    log: { say: '{leader} does not touch x yet. It first writes the command into its log, as entry {last}.' },
    send: { say: 'Then it sends the entry to {others}. What is copied between servers is the log, not the values.' },
    safe: {
      say: '{copies} of {all} servers store the entry: no single crash can lose it now. {leader} carries it out: x is {value}.',
      tryIt: 'Crash {leader} now. Who still has the entry, and is it ever carried out?',
    },
    follow: {
      say: 'The others carry out the same entry. Whoever follows the same log does the same: x is {value} everywhere.',
    },
    order: {
      say: '{first} has arrived, and right after it {second}. The log puts them in an order that holds for everybody.',
    },
    same: { say: 'Same log, same order, same state: on all {all} servers x is {x} and y is {y}.' },
    crash: { say: '{dead} crashes, and what it had in memory is gone. {rest} still hold every entry and every value.' },
    lead: { say: '{leader} is elected in its place: {majority} of {all} servers voted for it, which is enough.' },
    read: { say: 'The client asks {target} for x. The server that took its writes is down.' },
    answer: { say: 'The answer is {value}, what was written last. A server is lost, but no value is.' },
  },
};
