/**
 * The lines that etcd's raft library logs, as events. Ids are hexadecimal, but for those of configurations. Whatever
 * logger wrote the line, what counts is the sentence in it.
 */

export type EtcdEvent =
  | {
      readonly type: 'start';
      readonly term: number;
      readonly commit: number;
      readonly last: Last;
      readonly peers: readonly string[];
    }
  | {
      readonly type: 'role';
      readonly role: 'follower' | 'pre-candidate' | 'candidate' | 'leader';
      readonly term: number;
    }
  | { readonly type: 'timeout' }
  | { readonly type: 'ask'; readonly pre: boolean; readonly to: string; readonly term: number; readonly last: Last }
  | {
      readonly type: 'judge';
      readonly pre: boolean;
      readonly verdict: 'cast' | 'rejected' | 'ignored';
      readonly candidate: string;
      readonly term: number;
      readonly last: Last;
      readonly theirs: Last;
    }
  | {
      readonly type: 'answer';
      readonly pre: boolean;
      readonly granted: boolean;
      readonly voter: string;
      readonly term: number;
    }
  | { readonly type: 'restored'; readonly commit: number; readonly base: Last }
  | { readonly type: 'voters'; readonly voters: readonly string[] }
  /** It is one of the library's, and changes nothing that a recording holds. */
  | { readonly type: 'other' };

/** The last entry of a log. */
export interface Last {
  readonly index: number;
  readonly term: number;
}

export interface EtcdLine {
  readonly id: string;
  readonly event: EtcdEvent;
}

type Groups = Readonly<Record<string, string>>;

const ID = '(?:^|[\\s:|"])(?<id>[0-9a-f]{1,16})';
const LAST = 'logterm: (?<logterm>\\d+), index: (?<index>\\d+)';

const last = ({ logterm, index }: Groups): Last => ({ index: Number(index), term: Number(logterm) });

const PATTERNS: readonly (readonly [RegExp, (found: Groups) => EtcdEvent])[] = [
  [
    new RegExp(
      'newRaft (?<id>[0-9a-f]+) \\[peers: \\[(?<peers>[0-9a-f, ]*)\\], term: (?<term>\\d+), commit: (?<commit>\\d+), ' +
        'applied: \\d+, lastindex: (?<index>\\d+), lastterm: (?<logterm>\\d+)\\]',
    ),
    (f) => ({
      type: 'start',
      term: Number(f.term),
      commit: Number(f.commit),
      last: last(f),
      peers: f.peers.split(/[,\s]+/).filter((peer) => peer !== ''),
    }),
  ],
  [
    new RegExp(`${ID} became (?<role>follower|pre-candidate|candidate|leader) at term (?<term>\\d+)`),
    (f) => ({ type: 'role', role: f.role as 'follower', term: Number(f.term) }),
  ],
  [new RegExp(`${ID} is starting a new election at term \\d+`), () => ({ type: 'timeout' })],
  [
    new RegExp(`${ID} \\[${LAST}\\] sent Msg(?<pre>Pre)?Vote request to (?<to>[0-9a-f]+) at term (?<term>\\d+)`),
    (f) => ({ type: 'ask', pre: f.pre !== undefined, to: f.to, term: Number(f.term), last: last(f) }),
  ],
  [
    new RegExp(
      `${ID} \\[${LAST}, vote: [0-9a-f]+\\] (?<verdict>cast|rejected|ignored) Msg(?<pre>Pre)?Vote (?:for|from) ` +
        '(?<candidate>[0-9a-f]+) \\[logterm: (?<theirterm>\\d+), index: (?<theirindex>\\d+)\\] at term (?<term>\\d+)',
    ),
    (f) => ({
      type: 'judge',
      pre: f.pre !== undefined,
      verdict: f.verdict as 'cast',
      candidate: f.candidate,
      term: Number(f.term),
      last: last(f),
      theirs: { index: Number(f.theirindex), term: Number(f.theirterm) },
    }),
  ],
  [
    new RegExp(
      `${ID} received Msg(?<pre>Pre)?VoteResp (?<no>rejection )?from (?<voter>[0-9a-f]+) at term (?<term>\\d+)`,
    ),
    (f) => ({
      type: 'answer',
      pre: f.pre !== undefined,
      granted: f.no === undefined,
      voter: f.voter,
      term: Number(f.term),
    }),
  ],
  [
    new RegExp(
      `${ID} \\[commit: (?<commit>\\d+), lastindex: \\d+, lastterm: \\d+\\] restored snapshot \\[index: (?<index>\\d+), term: (?<logterm>\\d+)\\]`,
    ),
    (f) => ({ type: 'restored', commit: Number(f.commit), base: last(f) }),
  ],
  [
    new RegExp(`${ID} switched to configuration voters=\\((?<voters>[\\d ]*)\\)`),
    (f) => ({
      type: 'voters',
      voters: f.voters
        .split(' ')
        .filter((one) => one !== '')
        .map(hexadecimal),
    }),
  ],
  [/raft\.node: (?<id>[0-9a-f]+) (?:elected|changed|lost) leader/, () => ({ type: 'other' })],
  [
    new RegExp(
      `${ID} (?:\\[quorum:\\s*\\d+\\] )?(?:has received \\d+ Msg|\\[term:? \\d+\\] (?:received|ignored|starts|sends)|` +
        `\\[commit: |\\[${LAST}\\] rejected|no leader at term|stepped down|lost leader)`,
    ),
    () => ({ type: 'other' }),
  ],
];

/** Configurations are logged with ids in decimal. */
const hexadecimal = (decimal: string): string => BigInt(decimal.slice(0, 20)).toString(16);

/** What a line of the log says; null: nothing of Raft. */
export function readEtcdLine(text: string): EtcdLine | null {
  for (const [pattern, make] of PATTERNS) {
    const groups = pattern.exec(text)?.groups;
    if (groups !== undefined) return { id: groups.id, event: make(groups) };
  }
  return null;
}

const CLOCK = /(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?:Z|([+-])(\d\d):?(\d\d))?/;

/** The time at the beginning of a line, or in its field `ts`, in milliseconds; null: it has none. */
export function timeIn(text: string): number | null {
  const seconds = /"ts":(\d{9,11}(?:\.\d+)?)/.exec(text)?.[1];
  if (seconds !== undefined) return Number(seconds) * 1000;
  const found = CLOCK.exec(text.slice(0, 400));
  if (found === null) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number);
  const fraction = found[7] === undefined ? 0 : Number(`0.${found[7]}`);
  const zone = found[8] === undefined ? 0 : (found[8] === '-' ? -1 : 1) * (Number(found[9]) * 60 + Number(found[10]));
  return ((daysFrom(year, month, day) * 24 + hour) * 60 + minute - zone) * 60_000 + (second + fraction) * 1000;
}

/** Days since a fixed day, in the calendar of today. */
function daysFrom(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const inYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day;
  return shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + inYear;
}
