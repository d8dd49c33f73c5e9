import { describe, expect, test } from 'vitest';
import { wideChaosRun } from '../lab';
import { SECOND } from '../sim';
import {
  type Case,
  type Change,
  edited,
  type Fits,
  header,
  isHeader,
  isReceipt,
  isSent,
  type Line,
  NINE,
  parsed,
  rulesOf,
  scenarioTrace,
  traceOf,
  wideTrace,
  withMessage,
  withState,
} from './outsider/edited';

const wide = wideTrace();
const features =
  (fields: object): Change =>
  (line) => [{ ...line, features: { ...(line.features as object), ...fields } }];
const receives =
  (type: string): Fits =>
  (line, _, lines) =>
    isReceipt(line, type, lines);
describe('an outsider notices what is wrong with an election:', () => {
  const sticky = parsed(traceOf(wideChaosRun(2, 5, 6 * SECOND), 6 * SECOND));
  const calm = scenarioTrace('first-election');
  const handOver = scenarioTrace('transfer');
  const cases: Case[] = [
    [
      'a pre-vote raises the term of who is asked',
      'prevote',
      wide,
      receives('PreVote'),
      withState({ currentTerm: 99 }),
    ],
    ['a pre-vote restarts a timer', 'prevote', wide, isLaterPreVote, (line) => withDeadline(line, 200)],
    ['a refused pre-vote is granted', 'prevote', wide, isRefusal, withMessage(() => ({ granted: true }))],
    ['too few would vote for who stands', 'prevote', scenarioTrace('prevote'), isHeader, header({ voters: NINE })],
    ['a pre-vote asks with another log', 'send', wide, sends('PreVote'), withMessage(() => ({ lastLogIndex: 99 }))],
    ['pre-votes count as votes', 'quorum', wide, isRole('precandidate'), withState({ votesGranted: ['S1', 'S2'] })],
    ['nobody asks for pre-votes', 'prevote', calm, isHeader, features({ preVote: true })],
    [
      'requests are ignored though nobody leads',
      'sticky',
      sticky,
      isHeader,
      header({ electionTimeout: { min: 1, max: 999 } }),
    ],
    [
      'votes are given while a leader is heard',
      'sticky',
      wide,
      isHeader,
      header({ electionTimeout: { min: 999, max: 9999 } }),
    ],
    ['requests are ignored without leave to', 'term', sticky, isHeader, features({ stickyLeader: false })],
    [
      'a leader gives up though all answer',
      'role',
      calm,
      isBeat,
      withState({ role: 'follower', votesGranted: [], nextIndex: {}, matchIndex: {} }),
    ],
    ['a voter calls itself a learner', 'role', calm, receives('AppendEntries'), withState({ role: 'learner' })],
    ['a timer is set for too short', 'timer', calm, isTimerSet, (line) => withDeadline(line, 9)],
    [
      'a candidate says that it was told to stand',
      'transfer',
      calm,
      sends('RequestVote'),
      withMessage(() => ({ transfer: true })),
    ],
    [
      'a server is told to stand that lacks entries',
      'transfer',
      handOver,
      sends('TimeoutNow'),
      (line) => [acknowledging(line), line],
    ],
    ['a server is told to stand that does not vote', 'transfer', handOver, isHeader, header({ voters: ['S1'] })],
    [
      'who was not told stands at once',
      'role',
      handOver,
      receives('TimeoutNow'),
      (line) => [{ ...line, id: undefined, kind: 'tick' }],
    ],
  ];

  test.each(cases)('%s', (_, rule, lines, fits, change) => {
    expect(rulesOf(edited(lines, fits, change))).toContain(rule);
  });

  function sends(type: string): Fits {
    return (line) => isSent(line, type);
  }
  function isRole(role: string): Fits {
    return ({ state }) => state?.role === role;
  }
  function isLaterPreVote(line: Line, at: number, lines: readonly Line[]): boolean {
    return at > 1000 && isReceipt(line, 'PreVote', lines);
  }
  function isRefusal({ msg }: Line): boolean {
    return msg?.granted === false;
  }
  function isBeat({ kind }: Line, at: number, lines: readonly Line[]): boolean {
    return kind === 'tick' && lines.slice(0, at).filter((line) => line.kind === 'tick').length > 1;
  }
  function isTimerSet({ state, node }: Line, at: number, lines: readonly Line[]): boolean {
    const known = lines.slice(0, at).some((line) => line.node === node && line.state?.electionDeadline !== undefined);
    return known && state?.electionDeadline !== undefined;
  }
  function withDeadline(line: Line, after: number) {
    return withState({ electionDeadline: Number(line.t) + after })(line);
  }
  /** The leader appends one more entry. */
  function acknowledging({ t, node }: Line) {
    return {
      t,
      node,
      kind: 'clientRequest',
      cmd: 'more',
      state: { logDelta: { from: 3, terms: [1], cmds: ['more'] } },
    };
  }
});
