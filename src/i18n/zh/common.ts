import type { common as en } from '../en/common';

const NUMBERS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九'];

const server = (id: number): string => `S${id}`;

/** Latin letters and digits keep a space from ideographs. */
const and = (before: string, after: string): string =>
  `${before}${/[!-~]$/.test(before) ? ' ' : ''}和${/^[!-~]/.test(after) ? ' ' : ''}${after}`;

const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : and(items.slice(0, -1).join('、'), items[items.length - 1]);

const number = (n: number): string => NUMBERS[n] ?? String(n);

export const common: typeof en = {
  server,
  servers: (ids) => list(ids.map(server)),
  list,
  number,
  term: (term) => `任期 ${term}`,
  client: (id) => `客户端 ${id}`,
  share: (count, all) => `${number(all)}台中的${number(count)}台`,
  entries: (from, to) => (from === to ? `日志条目 ${to}` : `日志条目 ${from} 至 ${to}`),
  capital: (text) => text,
  role: { follower: '跟随者', precandidate: '预候选人', candidate: '候选人', leader: '领导者' },
  status: { up: '运行中', paused: '已暂停', crashed: '已崩溃' },
  message: {
    RequestVote: '投票请求',
    RequestVoteResponse: '投票回复',
    AppendEntries: 'AppendEntries 请求',
    AppendEntriesResponse: 'AppendEntries 回复',
    InstallSnapshot: '快照',
    InstallSnapshotResponse: '快照回复',
    PreVote: '预投票请求',
    PreVoteResponse: '预投票',
    TimeoutNow: 'TimeoutNow',
    ClientRequest: '客户端请求',
    ClientResponse: '给客户端的回复',
  },
  heartbeat: '心跳',
};
