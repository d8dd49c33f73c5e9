import { describe, expect, test } from 'vitest';
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
  rulesOf,
  scenarioTrace,
  wideTrace,
  withMessage,
  without,
  withState,
} from './outsider/edited';

const wide = wideTrace();
const base = (line: Line) => line.state?.base as { index: number; term: number; cfg?: unknown };
const withBase = (line: Line, change: object) => withState({ base: { ...base(line), ...change } })(line);
const ofKind =
  (kind: string): Fits =>
  (line) =>
    line.kind === kind;
const isFirstPersistAfter =
  (kind: string): Fits =>
  (line, at, lines) => {
    const first = lines.findIndex((other) => other.kind === kind);
    return at > first && line.kind === 'persist' && line.node === lines[first].node;
  };

describe('an outsider notices what is wrong with members:', () => {
  const added = scenarioTrace('add-server');
  const joint = scenarioTrace('joint-consensus');
  const removed = scenarioTrace('remove-leader');
  const isChange: Fits = ({ kind, cmd }) => kind === 'clientRequest' && (cmd as { cfg?: unknown }).cfg !== undefined;
  const withMembers =
    (cfg: unknown): Change =>
    (line) =>
      withState({ logDelta: { ...(line.state?.logDelta as object), cmds: [{ cfg }] } })({ ...line, cmd: { cfg } });
  const isLeaving: Fits = ({ state }, at, lines) =>
    state?.role === 'follower' && at > lines.findIndex((line) => isChange(line, at, lines));
  const isFirstAnswer: Fits = (line, at, lines) =>
    at > lines.findIndex(({ state }) => JSON.stringify(state?.logDelta ?? '').includes('"old"')) &&
    isReceipt(line, 'AppendEntriesResponse', lines);
  const logOf = (lines: readonly Line[], part: string): number => {
    const { state } = lines.find((line) => JSON.stringify(line.state?.logDelta ?? '').includes(part)) as Line;
    return Number((state as { logDelta: { from: number } }).logDelta.from);
  };
  const cases: Case[] = [
    ['a server does something that never appeared', 'format', added, ofKind('nodeAdded'), without],
    ['a server appears twice', 'format', added, ofKind('nodeAdded'), (line) => [line, line]],
    ['two leave at once', 'membership', removed, isChange, withMembers(['S3', 'S4'])],
    ['nobody is left', 'membership', removed, isChange, withMembers([])],
    [
      'a joint configuration begins with others',
      'membership',
      removed,
      isChange,
      withMembers({ old: ['S2'], new: ['S3'] }),
    ],
    [
      'a leader leaves before its removal is committed',
      'membership',
      removed,
      isLeaving,
      withState({ commitIndex: 2 }),
    ],
    ['a leader leads on that was removed', 'membership', removed, isLeaving, withState({ role: 'leader' })],
    ['one half decides for both', 'commit', joint, isFirstAnswer, withState({ commitIndex: logOf(joint, '"old"') })],
    ['who does not vote stands', 'membership', joint, isHeader, header({ voters: ['S2', 'S3', 'S4', 'S5'] })],
    ['votes of others elect', 'quorum', joint, isHeader, header({ voters: ['S1', 'S4', 'S5'] })],
    ['copies of others commit', 'commit', scenarioTrace('replication'), isHeader, header({ voters: NINE })],
  ];

  test.each(cases)('%s', (_, rule, lines, fits, change) => {
    expect(rulesOf(edited(lines, fits, change))).toContain(rule);
  });
});

describe('an outsider notices what is wrong with snapshots:', () => {
  const tail = scenarioTrace('tail-stays');
  const sent = scenarioTrace('install-snapshot');
  const isSecond: Fits = ({ kind, node }, at, lines) =>
    kind === 'snapshot' && lines.slice(0, at).some((line) => line.kind === 'snapshot' && line.node === node);
  const isBack: Fits = ({ kind, state }) => kind === 'restart' && base({ state }).index > 0;
  const response: Fits = (line) => isSent(line, 'InstallSnapshotResponse');
  const back: Change = (line) => [line, { ...line, index: 5, state: { base: { index: 5, term: 1 } } }];
  const one =
    (change: (line: Line) => object): Change =>
    (line) => [change(line)];
  const cases: Case[] = [
    ['it goes back', 'snapshot', wide, isSecond, back],
    [
      'it covers what is not applied',
      'snapshot',
      tail,
      ofKind('snapshot'),
      one((line) => ({ ...line, index: 9, state: { base: { index: 9, term: 1 } } })),
    ],
    ['it says that others vote', 'snapshot', tail, ofKind('snapshot'), (line) => withBase(line, { cfg: ['S1'] })],
    ['it is not where it is said to be', 'snapshot', tail, ofKind('snapshot'), one((line) => ({ ...line, index: 1 }))],
    [
      'its own server drops entries with it',
      'snapshot',
      tail,
      ofKind('snapshot'),
      (line) => withBase({ ...line, state: { ...line.state, log: [], cmds: [] } }, { index: 3 }),
    ],
    ['entries that follow are dropped', 'snapshot', tail, ofKind('installSnapshot'), withState({ log: [], cmds: [] })],
    [
      'entries that do not fit are kept',
      'snapshot',
      sent,
      ofKind('installSnapshot'),
      withState({ log: [1], cmds: ['other'] }),
    ],
    [
      'what it covers is not applied',
      'snapshot',
      sent,
      ofKind('installSnapshot'),
      withState({ lastApplied: 0, commitIndex: 0 }),
    ],
    ['it is not installed', 'snapshot', sent, ofKind('installSnapshot'), without],
    ['it is acknowledged before it is on disk', 'durability', sent, isFirstPersistAfter('installSnapshot'), without],
    [
      'more is acknowledged than it covers',
      'reply',
      sent,
      response,
      withMessage((msg) => ({ matchIndex: Number(msg.matchIndex) + 1 })),
    ],
    [
      'a leader counts more than was acknowledged',
      'match-index',
      sent,
      response,
      withMessage(() => ({ matchIndex: 0 })),
    ],
    [
      'a leader sends one that it does not have',
      'send',
      sent,
      (line) => isSent(line, 'InstallSnapshot'),
      withMessage(() => ({ lastIncludedIndex: 99 })),
    ],
    [
      'it is gone after a restart',
      'restart',
      wide,
      isBack,
      withState({ base: { index: 0, term: 0 }, log: [], cmds: [] }),
    ],
    ['a restart forgets that it is applied', 'restart', wide, isBack, withState({ commitIndex: 0, lastApplied: 0 })],
  ];

  test('all is fine as it is', () => {
    for (const lines of [wide, tail, sent]) expect(rulesOf(lines)).toEqual(new Set());
  });

  test.each(cases)('%s', (_, rule, lines, fits, change) => {
    expect(rulesOf(edited(lines, fits, change))).toContain(rule);
  });
});
