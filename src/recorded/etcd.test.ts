import { describe, expect, test } from 'vitest';
import { clusterAt, extend, frameAt, type Trace, transitionsBetween } from '../trace';
import { createEtcdReader, formatOf, problemText, traceOfRecording } from '.';

/** Three servers, written by one logger: 1 wins term 2, is cut off, and 3 wins term 4 after it was refused in term 3. */
const LOG = `2024/03/01 10:00:00.000000 INFO: 1 became follower at term 1
2024/03/01 10:00:00.000100 INFO: newRaft 1 [peers: [1,2,3], term: 1, commit: 3, applied: 0, lastindex: 3, lastterm: 1]
2024/03/01 10:00:00.000200 INFO: newRaft 2 [peers: [1,2,3], term: 1, commit: 3, applied: 0, lastindex: 3, lastterm: 1]
2024/03/01 10:00:00.000300 INFO: newRaft 3 [peers: [1,2,3], term: 1, commit: 3, applied: 0, lastindex: 3, lastterm: 1]
2024/03/01 10:00:01.000000 INFO: 1 is starting a new election at term 1
2024/03/01 10:00:01.000100 INFO: 1 became candidate at term 2
2024/03/01 10:00:01.000200 INFO: 1 received MsgVoteResp from 1 at term 2
2024/03/01 10:00:01.000300 INFO: 1 [logterm: 1, index: 3] sent MsgVote request to 2 at term 2
2024/03/01 10:00:01.000400 INFO: 1 [logterm: 1, index: 3] sent MsgVote request to 3 at term 2
2024/03/01 10:00:01.010000 INFO: 2 [term: 1] received a MsgVote message with higher term from 1 [term: 2]
2024/03/01 10:00:01.010100 INFO: 2 became follower at term 2
2024/03/01 10:00:01.010200 INFO: 2 [logterm: 1, index: 3, vote: 0] cast MsgVote for 1 [logterm: 1, index: 3] at term 2
2024/03/01 10:00:01.020000 INFO: 1 received MsgVoteResp from 2 at term 2
2024/03/01 10:00:01.020100 INFO: 1 has received 2 MsgVoteResp votes and 0 vote rejections
2024/03/01 10:00:01.020200 INFO: 1 became leader at term 2
2024/03/01 10:00:01.020300 INFO: raft.node: 1 elected leader 1 at term 2
GET /health 200
2024/03/01 10:00:02.000000 INFO: 3 is starting a new election at term 2
2024/03/01 10:00:02.000100 INFO: 3 became candidate at term 3
2024/03/01 10:00:02.000200 INFO: 3 [logterm: 1, index: 3] sent MsgVote request to 2 at term 3
2024/03/01 10:00:02.010000 INFO: 2 became follower at term 3
2024/03/01 10:00:02.010100 INFO: 2 [logterm: 2, index: 6, vote: 0] rejected MsgVote from 3 [logterm: 1, index: 3] at term 3
2024/03/01 10:00:02.020000 INFO: 3 received MsgVoteResp rejection from 2 at term 3
2024/03/01 10:00:03.000000 INFO: 3 [commit: 6, lastindex: 6, lastterm: 2] restored snapshot [index: 6, term: 2]
`;

function opened(text: string): Trace {
  const reader = createEtcdReader();
  for (let at = 0; at < text.length; at += 61) reader.feed(text.slice(at, at + 61));
  const decoded = reader.end();
  if (!decoded.ok) throw new Error(problemText(decoded.problem));
  const trace = traceOfRecording(decoded.recording, 'etcd', 'etcd.log');
  extend(trace, trace.source.end);
  return trace;
}

const MS = 1000;

describe('the text log of etcd’s raft library', () => {
  const trace = opened(LOG);
  const at = (ms: number) => clusterAt(trace, ms * MS).hosts.map(({ server }) => server);

  test('is recognised by what it says', () => {
    expect(formatOf(LOG)).toBe('etcd');
    expect(formatOf(`{"level":"info","msg":"8e9e05c52164694d became follower at term 1"}`)).toBe('etcd');
    expect(formatOf('{"v":"raft-trace/1","kind":"header"}')).toBe('trace');
    expect(formatOf('{"version":1,"seed":3}')).toBeNull();
    expect(formatOf('https://example.org/#run=AQ')).toBeNull();
  });

  test('tells who stood, who voted and who led', () => {
    expect(at(1001).map(({ role }) => role)).toEqual(['candidate', 'follower', 'follower']);
    expect(at(1015)[1]).toMatchObject({ currentTerm: 2, votedFor: 1 });
    expect(at(1021)[0]).toMatchObject({ role: 'leader', currentTerm: 2, votesGranted: [1, 2] });
    expect(at(2021)[2]).toMatchObject({ role: 'candidate', currentTerm: 3, votesRefused: [2] });
    expect(at(2021)[1]).toMatchObject({ currentTerm: 3, votedFor: null });
  });

  test('tells what votes were asked for and given, as messages on their way', () => {
    const flying = (ms: number) =>
      frameAt(trace, ms * MS).messages.map(({ message, from, to }) => `${message.type} ${from}→${to}`);
    expect(flying(1005)).toContain('RequestVote 1→2');
    expect(flying(1015)).toEqual(expect.arrayContaining(['RequestVoteResponse 2→1']));
    expect(flying(2015)).toEqual(['RequestVoteResponse 2→3']);
  });

  test('tells the ends of logs, and no more of them', () => {
    expect(at(1)[0].log).toMatchObject({ index: 3, term: 1 });
    expect(at(2015)[1].log).toMatchObject({ index: 6, term: 2 });
    expect(at(3000)[2]).toMatchObject({ commitIndex: 6, snapshot: { last: { index: 6, term: 2 } } });
    const kinds = trace.source.origin?.remarks.map(({ type, count }) => `${type} ${count}`);
    expect(kinds).toEqual(expect.arrayContaining(['entriesGuessed 1', 'linesSkipped 1', 'noApplied 1', 'noTimers 1']));
  });

  test('of one server alone is enough', () => {
    const own = LOG.split('\n')
      .filter((line) => /INFO: (?:newRaft )?1 |node: 1/.test(line))
      .join('\n');
    const alone = opened(own);
    expect(alone.source.origin?.nodes).toEqual(['1', '2', '3']);
    expect(clusterAt(alone, alone.source.end).hosts[0].server).toMatchObject({ role: 'leader', votesGranted: [1, 2] });
  });

  test('may be JSON, with ids of sixteen digits and configurations in decimal', () => {
    const line = (ts: string, msg: string) => JSON.stringify({ level: 'info', ts, logger: 'raft', msg });
    const text = [
      line('2022-12-27T15:56:52.664Z', '8e9e05c52164694d became follower at term 1'),
      line('2022-12-27T15:56:52.665Z', '8e9e05c52164694d switched to configuration voters=(10276657743932975437 2)'),
      line('2022-12-27T15:56:53.665Z', '8e9e05c52164694d became pre-candidate at term 1'),
      line('2022-12-27T15:56:53.700Z', '8e9e05c52164694d became candidate at term 2'),
      line('2022-12-27T16:56:53.700+0100', '8e9e05c52164694d became leader at term 2'),
    ].join('\n');
    const json = opened(text);
    expect(json.source.origin?.nodes).toEqual(['2', '8e9e05c52164694d']);
    expect(transitionsBetween(json, 0, json.horizon).map(({ after }) => after?.role)).toEqual([
      'follower',
      'precandidate',
      'candidate',
      'leader',
    ]);
    expect(json.source.end - 1_036_000).toBeLessThan(1000);
  });

  test('without a line of Raft is no recording', () => {
    const reader = createEtcdReader();
    reader.feed('hello\n');
    const decoded = reader.end();
    expect(decoded.ok ? 'fine' : problemText(decoded.problem)).toContain('expected 1 to 9 names');
  });
});
