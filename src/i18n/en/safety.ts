/** The safety board: properties, what proves that one is broken, rules that are off, and what clients saw. */
import { formatInstant, formatNumber } from '../format';
import { common } from './common';

const { server, client, capital } = common;

/** A part of a proof. Numbers are 0 and texts '' where they say nothing. */
export interface ProofFacts {
  readonly server: number;
  readonly other: number;
  readonly client: number;
  readonly term: number;
  readonly index: number;
  readonly entryTerm: number;
  /** An operation, as in x←7. */
  readonly operation: string;
  /** Whether the operation only reads. */
  readonly isRead: boolean;
  /** What the client was told; null: the key holds nothing. */
  readonly value: string | null;
}

/** How much has been looked at since the start of the run. */
export interface CheckedFacts {
  readonly elections: number;
  readonly leaders: number;
  readonly leaderEntries: number;
  readonly entries: number;
  readonly commits: number;
  readonly applied: number;
  readonly operations: number;
  readonly answers: number;
}

/** One operation of a client, as it is drawn. Times are microseconds; null where there is none. */
export interface DrawnFacts {
  readonly client: number;
  readonly operation: string;
  readonly isRead: boolean;
  readonly value: string | null;
  readonly status: 'pending' | 'ok' | 'unknown';
  readonly isFault: boolean;
  readonly from: number;
  readonly to: number | null;
  readonly point: number | null;
}

const some = (count: number, one: string, more: string): string => `${formatNumber(count)} ${count === 1 ? one : more}`;

const told = (value: string | null): string => (value === null || value === '' ? 'nothing' : value);

const entry = ({ index, entryTerm }: ProofFacts): string => `entry ${formatNumber(index)} of term ${entryTerm}`;

const answer = (f: Pick<ProofFacts, 'operation' | 'isRead' | 'value'>): string =>
  f.isRead
    ? `${f.operation} was answered with ${told(f.value)}`
    : `${f.operation} was acknowledged, the value being ${told(f.value)}`;

const property = (name: string, statement: string, section: string) => ({ name, statement, section });

export const safety = {
  intro: 'Checked after every event of this run, up to the instant that you see.',
  waiting: 'The checks are being loaded.',
  properties: {
    electionSafety: property('Election Safety', 'At most one leader is elected in a term.', 'Figure 3; §5.2'),
    leaderAppendOnly: property(
      'Leader Append-Only',
      'A leader never overwrites or deletes entries of its own log; it only appends.',
      'Figure 3; §5.3',
    ),
    logMatching: property(
      'Log Matching',
      'Two logs that hold an entry of the same index and term are the same up to that entry.',
      'Figure 3; §5.3',
    ),
    leaderCompleteness: property(
      'Leader Completeness',
      'What is committed in a term is in the log of the leader of every later term.',
      'Figure 3; §5.4',
    ),
    stateMachineSafety: property(
      'State Machine Safety',
      'No two servers apply different commands at the same index.',
      'Figure 3; §5.4.3',
    ),
    linearizability: property(
      'Linearizability',
      'Every operation of a client takes effect at one instant between its request and its answer.',
      '§8',
    ),
  },
  /** @param breaks when it was seen to break later */
  holds: (breaks: number | null): string => (breaks === null ? 'holds' : `holds until ${formatInstant(breaks)}`),
  brokenAt: (at: number): string => `broken at ${formatInstant(at)}`,
  checked: {
    electionSafety: (f: CheckedFacts): string =>
      `${some(f.elections, 'candidacy', 'candidacies')}, ${some(f.leaders, 'leader', 'leaders')}`,
    leaderAppendOnly: (f: CheckedFacts): string => `${some(f.leaderEntries, 'entry', 'entries')} appended by leaders`,
    logMatching: (f: CheckedFacts): string => `${some(f.entries, 'entry', 'entries')} compared`,
    leaderCompleteness: (f: CheckedFacts): string =>
      `${some(f.commits, 'entry', 'entries')} committed, ${some(f.leaders, 'leader', 'leaders')}`,
    stateMachineSafety: (f: CheckedFacts): string => `${some(f.applied, 'command', 'commands')} applied`,
    linearizability: (f: CheckedFacts): string =>
      `${some(f.operations, 'operation', 'operations')}, ${some(f.answers, 'answer', 'answers')}`,
  },
  /** The notice when a property breaks; the facts are those of the last part of the proof. */
  broken: {
    electionSafety: (f: ProofFacts, servers: readonly number[]): string =>
      `Election Safety is broken: ${common.servers(servers)} were both elected in term ${f.term}.`,
    leaderAppendOnly: (f: ProofFacts): string =>
      `Leader Append-Only is broken: ${server(f.server)}, leader of term ${f.term}, lost entries of its own log.`,
    logMatching: (f: ProofFacts, servers: readonly number[]): string =>
      `Log Matching is broken: ${common.servers(servers)} both hold ${entry(f)}, in logs that differ.`,
    leaderCompleteness: (f: ProofFacts, servers: readonly number[]): string =>
      `Leader Completeness is broken: ${server(servers[1])} leads without entry ${f.index}, which was committed.`,
    stateMachineSafety: (f: ProofFacts, servers: readonly number[]): string =>
      servers.length < 2
        ? `State Machine Safety is broken: ${server(f.server)} applied another command at index ${f.index} than before.`
        : `State Machine Safety is broken: ${common.servers(servers)} applied different commands at index ${f.index}.`,
    linearizability: (f: ProofFacts): string =>
      `Linearizability is broken: no order of the operations explains that ${answer(f)}.`,
  },
  /** What each part of a proof shows. */
  proof: {
    voted: (f: ProofFacts): string =>
      `${server(f.server)} voted for ${f.other === f.server ? 'itself' : server(f.other)} in term ${f.term}`,
    elected: (f: ProofFacts): string => `${server(f.server)} was elected leader of term ${f.term}`,
    electedWithout: (f: ProofFacts): string =>
      `${server(f.server)} was elected leader of term ${f.term} without ${entry(f)}`,
    committed: (f: ProofFacts): string => `${server(f.server)}, leader of term ${f.term}, committed ${entry(f)}`,
    overwrote: (f: ProofFacts): string => `${server(f.server)}, leader of term ${f.term}, lost ${entry(f)}`,
    appended: (f: ProofFacts): string => `The log of ${server(f.server)} came to hold ${entry(f)}`,
    appendedOther: (f: ProofFacts): string =>
      `The log of ${server(f.server)} came to hold ${entry(f)} too, but is not the same up to there`,
    applied: (f: ProofFacts): string => `${server(f.server)} applied ${entry(f)}`,
    appliedOther: (f: ProofFacts): string =>
      `${server(f.server)} applied another command at index ${f.index}, of term ${f.entryTerm}`,
    asked: (f: ProofFacts): string => `${capital(client(f.client))} asked for ${f.operation}`,
    answered: (f: ProofFacts): string => `${capital(client(f.client))}: ${answer(f)}`,
    answeredBefore: (f: ProofFacts): string => `${capital(client(f.client))}: ${answer(f)}`,
  },
  proofTitle: 'What proves it',
  open: 'Show the proof',
  /** On the timeline. */
  markTitle: 'What proves that a property is broken',
  off: {
    title: 'Rules switched off in this run',
  },
  history: {
    title: 'What clients saw',
    hint: 'Each bar is an operation from request to answer; the tick is where it can have taken effect.',
    lane: (id: number): string => `C${id}`,
    laneName: (id: number): string => capital(client(id)),
    empty: 'No client has asked for anything here.',
    operation: (f: DrawnFacts): string => {
      const who = `${capital(client(f.client))}, ${f.operation}`;
      const when =
        f.to === null ? `since ${formatInstant(f.from)}` : `${formatInstant(f.from)} to ${formatInstant(f.to)}`;
      const effect = f.point === null ? '' : `, took effect at ${formatInstant(f.point)}`;
      if (f.isFault) return `${who}, ${when}, answered with ${told(f.value)}, which no order explains`;
      if (f.status === 'ok') return `${who}, ${when}${f.isRead ? `, answered with ${told(f.value)}` : ''}${effect}`;
      return `${who}, ${when}, ${f.status === 'unknown' ? 'outcome unknown' : 'no answer yet'}${effect}`;
    },
  },
};
