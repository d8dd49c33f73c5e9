/** The texts of the inspector: all state of a server or a message. */
import { formatLength, formatNumber } from '../format';
import { hints } from './action-hints';
import { common } from './common';

const { server } = common;

const app = {
  server: {
    title: (id: number, role: string) => `${server(id)} ${role}`,
    roles: { follower: 'Follower', precandidate: 'Pre-candidate', candidate: 'Candidate', leader: 'Leader' },
    crashed: 'Crashed',
    paused: 'Paused',
    term: (term: number) => `term ${term}`,
    buttons: {
      crash: 'Crash',
      restart: 'Restart',
      pause: 'Pause',
      resume: 'Resume',
      timeout: 'Time out',
      isolate: 'Isolate',
      rejoin: 'Rejoin',
      details: 'Details',
    },
    onDisk: 'On disk',
    onDiskHint: 'survives a crash',
    inMemory: 'In memory',
    inMemoryHint: 'lost in a crash',
    nobody: 'nobody',
    none: 'none',
    lastEntry: 'last entry',
    lastEntryValue: (index: number, term: number) => (index === 0 ? 'none' : `${formatNumber(index)}, term ${term}`),
    electionTimer: 'times out in',
    heartbeatTimer: 'next heartbeat',
    timerStopped: 'stopped',
    timerDue: 'overdue',
    leaderKnown: 'leader known',
    preVotes: 'pre-votes',
    oldMembers: 'old configuration',
    newMembers: 'new configuration',
    configuration: 'members',
    configurationValue: (voters: readonly number[], next: readonly number[] | null) => {
      if (voters.length === 0) return 'not known';
      const old = voters.map(server).join(' ');
      return next === null ? old : `${old} joint with ${next.map(server).join(' ')}`;
    },
    configurationEntry: (index: number, committed: boolean) =>
      `entry ${formatNumber(index)}, ${committed ? 'committed' : 'not committed'}`,
    snapshot: 'snapshot',
    snapshotValue: (index: number, term: number, durable: boolean) =>
      `up to ${formatNumber(index)}, term ${term}${durable ? '' : ', not on disk yet'}`,
    priority: 'priority',
    lease: 'lease',
    leaseHeld: 'held',
    leaseOver: 'not held',
    leaseUnused: 'not used',
    reads: 'reads',
    readsValue: (count: number) => `${count} waiting`,
    transfer: 'hands over to',
    catchUp: 'catching up',
    catchUpValue: (ids: readonly number[], round: number, target: number) =>
      `${common.servers(ids)}, round ${round}, to entry ${formatNumber(target)}`,
    diskSame: 'The disk holds all of this.',
    /** The disk is behind the memory. */
    diskBehind: (parts: readonly string[], writing: boolean) =>
      `${writing ? 'Being written' : 'Not yet on disk'}: ${parts.join(', ')}.`,
    diskTerm: (term: number) => `term ${term}`,
    diskVote: (id: number) => `the vote for ${server(id)}`,
    diskEntries: (from: number, to: number) => common.entries(from, to),
    diskShorter: 'a shorter log',
    votes: 'votes',
    voteStates: {
      unknown: 'no answer yet',
      granting: 'yes, on its way',
      granted: 'yes',
      refusing: 'no, on its way',
      refused: 'no',
    },
    majority: (granted: number, majority: number) => `${granted} of ${majority} needed`,
    peers: 'What the leader knows of each server',
    store: 'State machine',
    storeEmpty: 'empty',
    clock: 'clock',
    clockValue: (rate: number, offset: number) =>
      `${formatNumber(rate)}×${offset === 0 ? '' : `, ${offset > 0 ? '+' : '−'}${formatLength(Math.abs(offset))}`}`,
    queue: 'waiting',
    queueValue: (waiting: number, outgoing: number) => `${waiting} in, ${outgoing} out`,
    change: 'Change clock or disk',
    isolated: 'isolated',
    choose: 'Nothing is selected',
    howTo:
      'Select a server or a message to see its state and to act on it. Without a selection, the leader is shown here.',
  },

  message: {
    from: 'from',
    to: 'to',
    term: 'term',
    sent: 'sent',
    arrives: 'arrives',
    arrivesIn: (time: number) => `in ${formatLength(time)}`,
    held: 'held at the end of its link',
    waiting: 'arrived, not handled yet',
    doomed: 'never: it will be lost at a cut',
    gone: 'This message is no longer under way.',
    yes: 'yes',
    no: 'no',
    noEntries: 'none: a heartbeat',
    entries: (from: number, to: number) =>
      from === to ? formatNumber(from) : `${formatNumber(from)} to ${formatNumber(to)}`,
    conflict: (term: number, index: number) => `term ${term}, index ${formatNumber(index)}`,
    buttons: { drop: 'Drop', duplicate: 'Duplicate', deliver: 'Deliver now' },
  },
};

export const inspector = { app, hints };
