import type { leadershipRules as en } from '../en/rules-leadership';
import type { Facts } from '../sentences';
import { common } from './common';
import { logEnd, me, needs, theOthers, words, you } from './rule-words';

const { server, servers } = common;

const target = (facts: Facts): string => (facts.target === 0 ? '另一台服务器' : server(facts.target));

/** How a server knows of a living leader. */
const hears = (f: Facts): string => {
  if (f.role === 'leader')
    return `${me(f)} 自己领导任期 ${f.oldTerm}，而且在不到一个选举超时之前刚当选或得到多数派确认`;
  return f.leader === 0
    ? `不到一个选举超时之前，${me(f)} 听到过领导者，或者刚重启`
    : `不到一个选举超时之前，${me(f)} 还收到过领导者 ${server(f.leader)} 的消息`;
};

const REFUSALS = {
  leader: (f: Facts): string => `${hears(f)}。领导者还在时，不需要有谁当选。`,
  log: (f: Facts): string =>
    `${you(f)} 的日志${logEnd(f.lastIndex, f.lastTerm)}；${me(f)} 的日志${logEnd(f.ownIndex, f.ownTerm)}，更新一些。它不会投票给 ${you(f)}。`,
  term: (f: Facts): string => `${you(f)} 要在任期 ${f.nextTerm} 参选，而 ${me(f)} 已处于任期 ${f.term}。`,
};

export const leadershipRules: typeof en = {
  stayQuiet: words(
    (f) => `为什么 ${me(f)} 不发起选举？`,
    (f) => {
      if (f.because === 'priority') return `${me(f)} 的选举定时器到期，但它的优先级为 0：只投票，从不自行参选。`;
      const voters = f.members.length === 0 ? '它还不属于任何配置' : `只有 ${servers(f.members)} 可以参选`;
      return `${me(f)} 的选举定时器到期，但${voters}。不是投票成员的服务器把选举留给别人。`;
    },
    (f) => `${me(f)} 没有参选`,
    '不是投票成员或优先级为 0 的服务器不发起选举。',
  ),
  askPreVote: words(
    (f) => `为什么 ${me(f)} 在参选前先询问？`,
    (f) =>
      `直到选举定时器到期，${me(f)} 都没有收到领导者的消息。在开始任期 ${f.oldTerm + 1} 之前，它先向${theOthers(f)}征集预投票：如果赢不了，任期保持不变，也不会打扰任何服务器。`,
    (f) => `${me(f)} 为任期 ${f.oldTerm + 1} 征集预投票`,
    '可以参选的服务器先询问能否当选，期间任期不变。',
  ),
  grantPreVote: words(
    (f) => `为什么 ${me(f)} 愿意投票给 ${you(f)}？`,
    (f) => {
      const heard = f.role === 'leader' ? '多数派的回复' : '领导者的消息';
      const log = f.broken === '' ? `${you(f)} 的日志至少与它的一样新` : '这次运行没有按规则比较日志';
      return `至少一个最短选举超时以来，${me(f)} 没有收到${heard}，而且 ${log}。预投票不作任何承诺：${me(f)} 的任期和投票都不变。`;
    },
    (f) => `${me(f)} 愿意投票给 ${you(f)}`,
    '预投票只说明正式投票时会怎样，不改变任何状态。',
  ),
  refusePreVote: words(
    (f) => `为什么 ${me(f)} 不愿投票给 ${you(f)}？`,
    (f) => REFUSALS[f.because === 'leader' || f.because === 'log' ? f.because : 'term'](f),
    (f) => (f.because === 'leader' ? `${me(f)} 拒绝预投票：领导者还在` : `${me(f)} 不愿投票给 ${you(f)}`),
    '日志较旧、任期过时或领导者还在时，不给预投票。',
  ),
  countPreVote: words(
    (f) => (f.newRole === 'precandidate' ? `为什么 ${me(f)} 还没有参选？` : `为什么 ${me(f)} 现在可以参选？`),
    (f) =>
      f.newRole === 'precandidate'
        ? `${me(f)} 为任期 ${f.nextTerm} 持有 ${f.members.length} 张预投票，来自 ${servers(f.members)}；${needs(f)}。`
        : `加上 ${you(f)} 的预投票，多数派都愿意投票给 ${me(f)}。它现在正式开始任期 ${f.nextTerm}。`,
    (f) => `${you(f)} 的预投票到达 ${me(f)}`,
    '得到多数派的预投票后，服务器才发起选举。',
  ),
  ignoreWhileLed: words(
    (f) => `为什么 ${me(f)} 不理会 ${you(f)} 的投票请求？`,
    (f) =>
      `${hears(f)}。${f.role === 'leader' ? '它不会因此让位' : '它追随这位领导者'}：${you(f)} 为任期 ${f.otherTerm} 发来的请求得不到回复，${me(f)} 的任期仍是 ${f.term}。`,
    (f) => `${me(f)} 不理会 ${you(f)} 的投票请求`,
    '听到领导者之后的一个最短选举超时之内，投票请求不予理会。',
  ),

  quorumLost: words(
    (f) => `为什么 ${me(f)} 退位？`,
    (f) => {
      const answered = f.members.filter((id) => id !== f.server);
      const who = answered.length === 0 ? '没有任何回复' : `只有 ${servers(answered)} 回复`;
      const heard =
        f.members.length === 0
          ? `一个最短选举超时之内，${me(f)} 没有得到多数派的回复。`
          : `对 ${me(f)} 在最近一个最短选举超时之内发出的消息，${who}，不成多数派。`;
      return `${heard}联系不上多数派的领导者无法提交任何条目，所以它退位，让客户端另找领导者。`;
    },
    (f) => `${me(f)} 失去多数派并退位`,
    '一个最短选举超时之内没有多数派回复的领导者退位。',
  ),
  beginTransfer: words(
    (f) => `为什么 ${me(f)} 把领导权移交给 ${target(f)}？`,
    (f) =>
      `${f.because === 'priority' ? `${target(f)} 的优先级更高` : `${me(f)} 被要求把领导权移交给 ${target(f)}`}。${me(f)} 先确保 ${target(f)} 拥有全部条目；在 ${target(f)} 当选或过了一个选举超时之前，它不接受命令。`,
    (f) => `${me(f)} 开始把领导权移交给 ${target(f)}`,
    '移交领导权的领导者先让对方的日志跟上。',
  ),
  sendTimeoutNow: words(
    (f) => `为什么 ${me(f)} 让 ${target(f)} 参选？`,
    (f) =>
      `${target(f)} 已保存 ${me(f)} 的全部日志${f.index === 0 ? '' : `，直到条目 ${f.index}`}，所以它能当选。${me(f)} 用 TimeoutNow 让它立即参选。`,
    (f) => `${me(f)} 让 ${target(f)} 立即参选`,
    '拥有全部条目的服务器被告知立即参选。',
  ),
  electAtOnce: words(
    (f) => `为什么 ${me(f)} 不等待就参选？`,
    (f) =>
      `任期 ${f.otherTerm} 的领导者 ${you(f)} 把领导权移交给 ${me(f)}。于是 ${me(f)} 开始任期 ${f.term}，投自己一票，并向${theOthers(f)}请求投票；请求中注明是领导者的意思，所以投票者不必再追随 ${you(f)}。`,
    (f) => `${me(f)} 应领导者的要求开始任期 ${f.term}`,
    '受领导者之托的服务器不等待就参选，投票者也允许。',
  ),
  holdForTransfer: words(
    (f) => `为什么 ${me(f)} 不接受命令？`,
    (f) =>
      `${me(f)} 正把领导权移交给 ${target(f)}，后者必须拥有全部条目。新条目会拖延移交，所以客户端 ${f.client} 要稍后再问。`,
    (f) => `${me(f)} 没有接受客户端 ${f.client} 的命令`,
    '移交领导权期间，领导者不接受命令。',
  ),
  abandonTransfer: words(
    (f) => `为什么 ${me(f)} 继续领导？`,
    (f) =>
      `${me(f)} 在至少一个最短选举超时之前开始向 ${target(f)} 移交，现在仍领导任期 ${f.term}。它放弃移交，重新接受命令。`,
    (f) => `${me(f)} 放弃向 ${target(f)} 移交`,
    '超过一个最短选举超时还没有完成的移交被放弃。',
  ),
  yieldToPriority: words(
    (f) => `为什么 ${me(f)} 把领导权移交给 ${target(f)}？`,
    (f) =>
      `${target(f)} 的优先级是 ${f.priority}，${me(f)} 只有 ${f.ownPriority}。${target(f)} 有回复，而且拥有全部条目，所以 ${me(f)} 把领导权移交给它。`,
    (f) => `${me(f)} 开始向优先级更高的 ${target(f)} 移交`,
    '领导者把领导权移交给优先级更高、有回复且拥有全部条目的服务器。',
  ),
};
