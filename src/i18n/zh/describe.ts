import type { describe as en, announce as enAnnounce, ServerFacts } from '../en/describe';
import { common } from './common';

const { server, servers, list } = common;

const MESSAGES = {
  RequestVote: '条投票请求',
  RequestVoteResponse: '条投票回复',
  AppendEntries: '条带日志条目的 AppendEntries',
  AppendEntriesResponse: '条 AppendEntries 回复',
  heartbeat: '条心跳',
};

const link = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  `${server(from)} 到 ${server(to)}`;

const stored = ({ lastIndex, lastTerm }: ServerFacts): string =>
  lastIndex === 0 ? '日志为空' : `日志到任期 ${lastTerm} 的条目 ${lastIndex}`;

const committed = ({ commitIndex }: ServerFacts): string =>
  commitIndex === 0 ? '尚不知有已提交的条目' : `已提交到条目 ${commitIndex}`;

const vote = ({ votedFor, server: id }: ServerFacts): string => {
  if (votedFor === 0) return '未投票';
  return votedFor === id ? '投票给自己' : `投票给 ${server(votedFor)}`;
};

export const describe: typeof en = {
  leaders: (leaders, term) => {
    if (leaders.length === 0) return term === 0 ? '还没有领导者。' : `任期 ${term} 没有领导者。`;
    return `${list(leaders.map((leader) => `${server(leader.server)} 领导任期 ${leader.term}`))}。`;
  },
  server: (facts) => {
    const { status, role, term, votes, majority } = facts;
    const id = server(facts.server);
    if (status === 'crashed') return `${id}：已崩溃；磁盘上有任期 ${term}，${vote(facts)}，${stored(facts)}。`;
    const paused = status === 'paused' ? '已暂停，' : '';
    const held = role === 'candidate' ? `，持有 ${votes} 票，需要 ${majority} 票` : '';
    return `${id}：${paused}任期 ${term} 的${common.role[role]}${held}，${vote(facts)}，${stored(facts)}，${committed(facts)}。`;
  },
  messages: (counts) => `在途：${list(counts.map(({ type, count }) => `${count} ${MESSAGES[type]}`))}。`,
  partition: (groups) => `网络已分区：${groups.map((group) => servers(group)).join(' | ')}。`,
  isolated: (ids) => `${servers(ids)} 被隔离。`,
  cuts: (links) => `单向断开：${list(links.map(link))}。`,
  holds: (links) => `被拦截：${list(links.map(link))}。`,
};

export const announce: typeof enAnnounce = (facts) => {
  const sentences: string[] = [];
  const say = (ids: readonly number[], verb: string) => {
    if (ids.length > 0) sentences.push(`${servers(ids)} ${verb}。`);
  };
  say(facts.crashed, '崩溃');
  say(facts.restarted, '重启');
  say(facts.paused, '暂停');
  say(facts.resumed, '恢复');
  if (facts.network !== null) sentences.push(facts.network === 'cut' ? '网络断开。' : '网络恢复。');
  say(facts.steppedDown, '退位');
  say(facts.candidates, '发起选举');
  if (facts.leader !== null) sentences.push(`${server(facts.leader.server)} 成为任期 ${facts.leader.term} 的领导者。`);
  if (facts.committed > 0) sentences.push(`已提交到条目 ${facts.committed}。`);
  return sentences.join('');
};
