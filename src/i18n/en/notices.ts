import { formatInstant } from '../format';
import { common } from './common';

const { server } = common;

/** Why an action makes no sense now: one sentence each. `action` names server, link or message where it has them. */
export interface ActionFacts {
  readonly server?: number;
  readonly from?: number;
  readonly to?: number | null;
  readonly client?: number;
}

const name = (facts: ActionFacts): string => (facts.server === undefined ? 'That server' : server(facts.server));
const target = (facts: ActionFacts): string =>
  facts.to === undefined || facts.to === null ? 'That server' : server(facts.to);
const client = (facts: ActionFacts): string => (facts.client === undefined ? 'That client' : `Client ${facts.client}`);
const way = (facts: ActionFacts): string => `from ${server(facts.from ?? 0)} to ${server(facts.to ?? 0)}`;

const sentence =
  (make: (facts: ActionFacts) => string) =>
  (facts: ActionFacts): string =>
    make(facts);

export const refusals = {
  noServer: sentence(() => 'There is no such server in this cluster.'),
  crashed: sentence((facts) => `${name(facts)} has crashed: restart it first.`),
  notCrashed: sentence((facts) => `${name(facts)} is running, so there is nothing to restart.`),
  paused: sentence((facts) => `${name(facts)} is paused already.`),
  notPaused: sentence((facts) => `${name(facts)} is not paused, so there is nothing to resume.`),
  noTimer: sentence((facts) => `${name(facts)} has no timer running now.`),
  noLink: sentence(() => 'There is no link between these two servers.'),
  isolated: sentence((facts) => `${name(facts)} is isolated already.`),
  notIsolated: sentence((facts) => `${name(facts)} is not isolated, so it has nothing to rejoin.`),
  cut: sentence((facts) => `The link ${way(facts)} is cut already.`),
  notCut: sentence((facts) => `The link ${way(facts)} is not cut.`),
  held: sentence((facts) => `The link ${way(facts)} is held already.`),
  notHeld: sentence((facts) => `The link ${way(facts)} is not held.`),
  healed: sentence(() => 'The network is whole already.'),
  oneGroup: sentence(() => 'A partition needs at least two groups.'),
  serverTwice: sentence(() => 'A server cannot be in two groups at once.'),
  samePartition: sentence(() => 'The network is partitioned like this already.'),
  messageGone: sentence(() => 'That message is no longer under way.'),
  messageBehindCut: sentence(() => 'A cut keeps that message from arriving: heal the network first.'),
  clientMessage: sentence(() => 'Messages of clients cannot be duplicated.'),
  noClient: sentence(() => 'There is no such client in this run.'),
  notLeader: sentence((facts) => `${name(facts)} does not lead, and only a leader can do that.`),
  handingOver: sentence((facts) => `${name(facts)} is handing over its leadership: wait until that is done.`),
  lastServer: sentence(() => 'A cluster needs at least one server that votes.'),
  sameMembers: sentence(() => 'Exactly these servers vote already.'),
  oneAtATime: sentence(() => 'Without joint consensus only one server can be added or removed at a time.'),
  changePending: sentence(() => 'A change of members is under way: wait until it is committed.'),
  ownTermFirst: sentence((facts) => `${name(facts)} has to commit an entry of its own term before the members change.`),
  notVoter: sentence((facts) => `${target(facts)} does not vote, so it cannot take over.`),
  targetDown: sentence((facts) => `${target(facts)} is not running, so it cannot take over.`),
  leadsAlready: sentence((facts) => `${target(facts)} leads already.`),
  nothingToCompact: sentence((facts) => `${name(facts)} has applied nothing that is not in a snapshot already.`),
  tooManyServers: sentence(() => 'A cluster has room for nine servers at most.'),
  clientCrashed: sentence((facts) => `${client(facts)} has crashed: restart it first.`),
  clientRuns: sentence((facts) => `${client(facts)} is running, so there is nothing to restart.`),
  outOfRange: sentence(() => 'A value is out of range.'),
  recorded: sentence(() => 'This is a recording of another Raft: it can be watched, and nothing can be done in it.'),
  noChange: sentence(() => 'That is how it is already.'),
};

const PARTS = {
  link: 'The link says nothing that can be opened',
  run: 'The run in the link cannot be read',
  time: 'The instant in the link is not a time',
  servers: 'The link asks for a number of servers that is not between 3 and 9',
  seed: 'The seed in the link is not a whole number below 4,294,967,296',
  scenario: 'The link names a scenario that does not exist',
};

/** `detail` names in English the field that is wrong. */
export interface LinkFaultFacts {
  readonly part: keyof typeof PARTS;
  readonly error: { readonly code: keyof typeof RUN_FAULTS; readonly detail: string } | null;
}

/** What is wrong with a run from outside. */
const RUN_FAULTS = {
  tooLong: (_detail: string): string => 'it is too long to be a run',
  notALink: (_detail: string): string => 'it holds characters that no link to a run holds',
  damaged: (_detail: string): string => 'it is damaged, with a part missing or changed',
  newer: (_detail: string): string => 'it was made by a newer version of Raftarium',
  notJson: (_detail: string): string => 'it is not JSON',
  neither: (_detail: string): string => 'it is neither a run in JSON nor a link to one',
  noRun: (_detail: string): string => 'it names no run',
  noTime: (_detail: string): string => 'its instant is not a time',
  trace: (_detail: string): string => 'it is a trace; the run itself is saved as a file of its own',
  invalid: (detail: string): string => `it makes no sense: ${detail.replace(/\.$/, '')}`,
};

/** `name`: of the file; null: it was pasted. Without part and error it could not be read at all. */
export interface NotOpenedFacts {
  readonly name: string | null;
  readonly part: keyof typeof PARTS | null;
  readonly error: LinkFaultFacts['error'];
}

export const notices = {
  branchKept: (facts: { readonly name: string }): string =>
    `You changed the past. The future you had seen is kept as branch ${facts.name}.`,
  branchOpened: (facts: { readonly name: string }): string => `This is branch ${facts.name}.`,
  branchMade: (facts: { readonly name: string }): string => `Kept as branch ${facts.name}.`,
  branchDeleted: (facts: { readonly name: string }): string => `Branch ${facts.name} is deleted. Undo brings it back.`,
  noServer: (): string => 'Select a server first: steps then go from one of its events to the next.',
  noStep: (): string => 'Nothing of the kind happens in the next ten virtual seconds.',
  undone: (facts: { readonly at: number }): string => `Undone. You are back at ${formatInstant(facts.at)}.`,
  nothingToUndo: (): string => 'There is nothing to undo.',
  noMoment: (facts: { readonly direction: -1 | 1 }): string =>
    facts.direction < 0
      ? 'There is no earlier key moment.'
      : 'Nothing of note happens in the next ten virtual seconds.',
  noEvent: (): string => 'Nothing will happen any more unless you act.',
  badLink: (facts: LinkFaultFacts): string => {
    const why = facts.error === null ? '' : `: ${RUN_FAULTS[facts.error.code](facts.error.detail)}`;
    const what = PARTS[facts.part] + why;
    return facts.part === 'time' ? `${what}, so you are at the start.` : `${what}. Here is a fresh cluster instead.`;
  },
  notOpened: ({ name, part, error }: NotOpenedFacts): string => {
    const what = name ?? 'The text';
    if (error !== null) return `${what} was not opened: ${RUN_FAULTS[error.code](error.detail)}.`;
    return part === null ? `${what} was not opened: it cannot be read.` : `${PARTS[part]}, so nothing was opened.`;
  },
  opened: (facts: { readonly name: string | null }): string =>
    `${facts.name ?? 'The run'} is open. Undo brings back what was open before.`,
  saved: (facts: { readonly name: string }): string => `Saved as ${facts.name}.`,
  notSaved: (): string => 'There is not enough memory for this file.',
  offerPlay: (): string => 'Nothing moves until you press Play, because your system asks for reduced motion.',
  /** Labels of what can be done about a notice. */
  back: 'Go back to it',
  play: 'Play',
  dismiss: 'Dismiss',
};

export const branches = {
  name: (letter: string): string => `Branch ${letter}`,
  leftAt: (at: number): string => `left at ${formatInstant(at)}`,
  actions: (count: number): string => (count === 1 ? '1 action' : `${count} actions`),
  none: 'No branches yet. Act in the past, and the future you leave is kept here.',
};
