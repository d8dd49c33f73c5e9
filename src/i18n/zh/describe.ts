import type { describe as en, announce as enAnnounce, Members, ServerFacts } from '../en/describe';
import { common } from './common';
import { flagNames, ruleNames } from './option-names';
import { priorities, snapshots } from './option-words';

const { server, servers, list } = common;

const MESSAGES = {
  RequestVote: '条投票请求',
  RequestVoteResponse: '条投票回复',
  AppendEntries: '条带日志条目的 AppendEntries',
  AppendEntriesResponse: '条 AppendEntries 回复',
  InstallSnapshot: '份快照',
  InstallSnapshotResponse: '条快照回复',
  PreVote: '条预投票请求',
  PreVoteResponse: '条预投票回复',
  TimeoutNow: '条 TimeoutNow',
  heartbeat: '条心跳',
};

const link = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  `${server(from)} 到 ${server(to)}`;

const stored = ({ lastIndex, lastTerm, base }: ServerFacts): string => {
  if (lastIndex === 0) return '日志为空';
  const log = `日志到任期 ${lastTerm} 的条目 ${lastIndex}`;
  return base === 0 ? log : `${log}（快照到条目 ${base}）`;
};

/** Votes on hand, of candidates and of those that ask whether they could win. */
const held = ({ role, votes, majority, joint }: ServerFacts): string => {
  if (role !== 'candidate' && role !== 'precandidate') return '';
  const kind = role === 'candidate' ? '票' : '张预投票';
  return joint
    ? `，持有 ${votes} ${kind}，需要两个配置各自的多数派`
    : `，持有 ${votes} ${kind}，需要 ${majority} ${kind}`;
};

const MEMBERSHIP = { voter: '', learner: '没有投票权的学习者，', spare: '不是成员，' };

const members = ({ voters, next }: Members): string =>
  next.length === 0
    ? `投票成员为 ${servers(voters)}`
    : `联合配置：决定需要 ${servers(voters)} 的多数派以及 ${servers(next)} 的多数派`;

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
    const { status, role, term } = facts;
    const membership = MEMBERSHIP[facts.membership];
    const id = server(facts.server);
    if (status === 'crashed')
      return `${id}：${membership}已崩溃；磁盘上有任期 ${term}，${vote(facts)}，${stored(facts)}。`;
    const paused = status === 'paused' ? '已暂停，' : '';
    return `${id}：${membership}${paused}任期 ${term} 的${common.role[role]}${held(facts)}，${vote(facts)}，${stored(facts)}，${committed(facts)}。`;
  },
  members: (configuration) => `${members(configuration)}。`,
  duties: (facts) => {
    const duties: string[] = [];
    if (facts.target > 0) duties.push(`正向 ${server(facts.target)} 移交领导权`);
    if (facts.newcomers.length > 0) duties.push(`正让 ${servers(facts.newcomers)} 追赶日志（第 ${facts.round} 轮）`);
    if (facts.reads > 0) duties.push(`正为 ${facts.reads} 个读请求确认领导权`);
    if (facts.lease) duties.push('持有租约');
    return `${server(facts.server)} ${duties.join('，')}。`;
  },
  options: ({ broken, on, snapshotEvery, priorities: wanted }) =>
    [
      ...(broken.length > 0 ? [`有意打破的规则：${broken.map((rule) => `“${ruleNames[rule]}”`).join('、')}。`] : []),
      ...(on.length > 0 ? [`已开启：${on.map((flag) => `“${flagNames[flag]}”`).join('、')}。`] : []),
      ...(snapshotEvery > 0 ? [`${snapshots(snapshotEvery)}。`] : []),
      ...(wanted.length > 0 ? [`优先级：${priorities(wanted)}。`] : []),
    ].join(''),
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
  say(facts.lostQuorum, '失去多数派并退位');
  say(facts.left, '离开集群');
  say(facts.steppedDown, '退位');
  if (facts.handover !== null) {
    const { from, to, failed } = facts.handover;
    sentences.push(failed ? `${server(from)} 放弃移交领导权。` : `${server(from)} 向 ${server(to)} 移交领导权。`);
  }
  say(facts.preCandidates, '征集预投票');
  say(facts.candidates, '发起选举');
  if (facts.leader !== null) sentences.push(`${server(facts.leader.server)} 成为任期 ${facts.leader.term} 的领导者。`);
  say(facts.learners, '作为没有投票权的学习者追赶日志');
  if (facts.gaveUp) sentences.push('新服务器太慢，没有被接纳。');
  if (facts.configuration !== null) sentences.push(`${members(facts.configuration)}。`);
  say(facts.rolledBack, '回到之前的配置');
  say(facts.installed, '安装了快照');
  if (facts.committed > 0) sentences.push(`已提交到条目 ${facts.committed}。`);
  return sentences.join('');
};
