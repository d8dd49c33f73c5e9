import type { rules as en } from '../en/rules';
import type { Facts } from '../sentences';
import { common } from './common';
import { isMajority, logEnd, me, needs, theOthers, words, you } from './rule-words';
import { leadershipRules } from './rules-leadership';
import { memberRules } from './rules-members';
import { storageRules } from './rules-storage';

const { server, servers, entries } = common;

/** The vote that the disk holds. */
const vote = (facts: Facts): string => {
  if (facts.votedFor === 0) return '尚未投票';
  return facts.votedFor === facts.server ? '投给自己的票' : `投给 ${server(facts.votedFor)} 的票`;
};

/** What the disk holds of the log. */
const held = ({ base, ownIndex }: Facts): string => {
  const log = ownIndex === 0 ? '空日志' : `直到条目 ${ownIndex} 的日志`;
  return base === 0 ? log : `${log}（其中前 ${base} 个条目由快照代替）`;
};

/** Why a server stands. */
const GROUNDS = {
  timer: (f: Facts): string => `直到选举定时器到期，${me(f)} 都没有收到领导者的消息。`,
  preVotes: (f: Facts): string => `加上 ${you(f)} 的预投票，多数派都愿意投票给 ${me(f)}，于是它参选。`,
  leader: (f: Facts): string => `任期 ${f.otherTerm} 的领导者 ${you(f)} 把领导权移交给 ${me(f)}。`,
};

/** What makes it safe to take entries from the leader. */
const before = ({ from, broken }: Facts): string => {
  if (broken === 'noConsistencyCheck') return '；之前的日志并不一致，但这次运行不检查';
  return from === 1 ? '' : `：两份日志到条目 ${from - 1} 为止一致`;
};

export const rules: typeof en = {
  adoptNewerTerm: words(
    (f) => `为什么 ${me(f)} 现在处于任期 ${f.term}？`,
    (f) => `${me(f)} 原处于任期 ${f.oldTerm}，从 ${you(f)} 那里得知了任期 ${f.term}。总是以较新的任期为准。`,
    (f) => `${me(f)} 进入任期 ${f.term}`,
    '得知更新任期的服务器采用该任期，并成为跟随者。',
  ),
  leaderStepsDown: words(
    (f) => `为什么 ${me(f)} 又成了跟随者？`,
    (f) =>
      `${me(f)} 曾是任期 ${f.oldTerm} 的${common.role[f.role]}，从 ${you(f)} 那里得知了任期 ${f.term}。过时的${common.role[f.role]}立即退位。`,
    (f) => `${me(f)} 退位`,
    '得知更新任期的领导者或候选人转为跟随者。',
  ),
  refuseOlderTerm: words(
    (f) => `为什么 ${me(f)} 拒绝了？`,
    (f) => `${you(f)} 的请求属于任期 ${f.otherTerm}，而 ${me(f)} 已处于任期 ${f.term}。来自过去的请求一律拒绝。`,
    (f) => `${me(f)} 拒绝：任期 ${f.otherTerm} 已过时`,
    '来自旧任期的请求被拒绝，回复中带上更新的任期。',
  ),
  ignoreOlderResponse: words(
    (f) => `为什么 ${me(f)} 忽略了这条回复？`,
    (f) => `${you(f)} 回复的是任期 ${f.otherTerm} 的请求，而 ${me(f)} 现在已处于任期 ${f.term}。`,
    (f) => `${me(f)} 忽略了任期 ${f.otherTerm} 的回复`,
    '来自旧任期的回复被忽略。',
  ),
  applyCommitted: words(
    (f) => `为什么 ${me(f)} 应用了${entries(f.from, f.index)}？`,
    (f) => `${me(f)} 得知${entries(f.from, f.index)} 已提交，因此状态机可以执行。`,
    (f) => `${me(f)} 应用了${entries(f.from, f.index)}`,
    '已提交的日志条目按日志顺序应用到状态机。',
  ),
  persistBeforeSend: words(
    (f) => `${me(f)} 在等什么？`,
    (f) => `${me(f)} 先把任期、投票和日志写入磁盘，再发送依赖它们的消息，这样崩溃也不会让它食言。`,
    (f) => `${me(f)} 开始写磁盘`,
    '任期、投票和日志先落盘，依赖它们的消息才能发出。',
  ),
  restartFromDisk: words(
    (f) => `${me(f)} 还记得什么？`,
    (f) =>
      `${me(f)} 带着磁盘上的内容回来了：任期 ${f.term}、${vote(f)}，以及${held(f)}。其余全部丢失，所以它是跟随者。`,
    (f) => `${me(f)} 从磁盘重启`,
    '重启的服务器只有任期、投票、日志和快照。',
  ),

  beginElection: words(
    (f) => `为什么 ${me(f)} 发起选举？`,
    (f) =>
      `${GROUNDS[f.because === 'preVotes' || f.because === 'leader' ? f.because : 'timer'](f)}它开始任期 ${f.term}，先投自己一票，${f.others.length === 0 ? '不需要别的票' : `再向${theOthers(f)}请求投票`}。`,
    (f) => `${me(f)} 开始任期 ${f.term}，投票给自己`,
    '听不到领导者的跟随者在新任期发起选举。',
  ),
  electAgain: words(
    (f) => `为什么 ${me(f)} 再次发起选举？`,
    (f) =>
      `${me(f)} 的选举定时器再次到期：任期 ${f.oldTerm} 它既没有当选，也没有听到谁当选。它开始任期 ${f.term}；超时时间是随机的，平局不会一直持续。`,
    (f) => `${me(f)} 开始任期 ${f.term}，投票给自己`,
    '无人当选的选举之后，会在更新的任期再选一次。',
  ),
  grantVote: words(
    (f) => `为什么 ${me(f)} 投票给 ${you(f)}？`,
    (f) => {
      if (f.broken === 'voteTwice') return `${me(f)} 在任期 ${f.term} 已投票给另一个候选人。这次运行中它仍然再投一次。`;
      if (f.broken !== '') {
        return `${me(f)} 在任期 ${f.term} 还没有投过票。它的日志比 ${you(f)} 的更新，但这次运行没有按规则比较日志。`;
      }
      return `${me(f)} 在任期 ${f.term} 还没有投过票，而且 ${you(f)} 的日志至少与它的一样新。先到先得。`;
    },
    (f) => `${me(f)} 投出赞成票`,
    '每台服务器每个任期只投一票，投给第一个日志足够新的候选人。',
  ),
  grantVoteAgain: words(
    (f) => `为什么 ${me(f)} 又投票给 ${you(f)}？`,
    (f) => `${you(f)} 已得到 ${me(f)} 在任期 ${f.term} 的票，只是又问了一次。这是同一张票的重复。`,
    (f) => `${me(f)} 重复了它的投票`,
    '候选人再次请求时，会再次得到同一张票。',
  ),
  refuseSecondVote: words(
    (f) => `为什么 ${me(f)} 拒绝了 ${you(f)}？`,
    (f) =>
      `${me(f)} 在任期 ${f.term} 的票已经投给了${f.votedFor === f.server ? '自己' : ` ${server(f.votedFor)}`}。每台服务器每个任期只有一票。`,
    (f) => `${me(f)} 拒绝：票已投出`,
    '本任期已投过票的服务器拒绝其他候选人。',
  ),
  refuseStaleLog: words(
    (f) => `为什么 ${me(f)} 拒绝了 ${you(f)}？`,
    (f) =>
      `${you(f)} 的日志${logEnd(f.lastIndex, f.lastTerm)}；${me(f)} 的日志${logEnd(f.ownIndex, f.ownTerm)}，更新一些。${you(f)} 可能缺少已提交的条目。`,
    (f) => `${me(f)} 拒绝：自己的日志更新`,
    '日志较旧的候选人得不到投票。',
  ),
  countVote: words(
    (f) => `为什么 ${me(f)} 仍是候选人？`,
    (f) => `${me(f)} 在任期 ${f.term} 持有 ${f.members.length} 票，来自 ${servers(f.members)}；${needs(f)}。`,
    (f) => `${you(f)} 的票到达 ${me(f)}`,
    '每张赞成票为候选人计一次。',
  ),
  countRefusal: words(
    (f) => `为什么 ${me(f)} 还在等待？`,
    (f) =>
      `${you(f)} ${f.message === 'PreVoteResponse' ? '不会投票给它' : '拒绝投票'}。${me(f)} 持有 ${f.members.length} ${f.message === 'PreVoteResponse' ? '张预投票' : '票'}，${needs(f)}，所以继续等待其他服务器。`,
    (f) => `${you(f)} 的拒绝到达 ${me(f)}`,
    '被拒绝后，候选人继续等待其他服务器。',
  ),
  ignoreLateVote: words(
    () => '为什么这张票不起作用？',
    (f) =>
      f.message === 'PreVoteResponse'
        ? `${me(f)} 已不再征集任期 ${f.nextTerm} 的预投票，${you(f)} 的回复来晚了。`
        : `对 ${me(f)} 来说选举已经结束：它在任期 ${f.term} 不再是候选人，${you(f)} 的回复来晚了。`,
    (f) => `${you(f)} 迟到的回复到达 ${me(f)}`,
    '选举结果已定之后到达的回复不起作用。',
  ),
  winElection: words(
    (f) => `为什么 ${me(f)} 是领导者？`,
    (f) => `${me(f)} 在任期 ${f.term} 持有 ${servers(f.members)} 的投票。${isMajority(f)}`,
    (f) =>
      f.count === f.majority && f.count > 1 && f.nextVoters.length === 0
        ? `第 ${f.count} 票到达：成为领导者`
        : '获得多数票：成为领导者',
    '获得全体投票成员（不论死活）中多数派投票的候选人成为领导者。',
  ),
  yieldToLeader: words(
    (f) => `为什么 ${me(f)} 放弃竞选？`,
    (f) =>
      f.role === 'precandidate'
        ? `${me(f)} 正在征集预投票，却收到了任期 ${f.term} 的领导者 ${you(f)} 的消息。已有领导者，所以它成为跟随者。`
        : `${me(f)} 收到了 ${you(f)} 的消息，后者已在任期 ${f.term} 当选。候选人跟随本任期的领导者。`,
    (f) => `${me(f)} 让位给 ${you(f)}`,
    '候选人听到本任期领导者的消息后成为跟随者。',
  ),
  resetTimerByLeader: words(
    (f) => `为什么 ${me(f)} 的定时器重新开始？`,
    (f) => `${me(f)} 收到了任期 ${f.term} 的领导者 ${you(f)} 的消息。只要听得到领导者，它就不发起选举。`,
    (f) => `${me(f)} 收到领导者的消息`,
    '收到当前领导者的消息会重置选举定时器。',
  ),
  resetTimerByVote: words(
    (f) => `为什么 ${me(f)} 的定时器重新开始？`,
    (f) => `${me(f)} 把票投给了 ${you(f)}，留出时间让这次选举完成。`,
    (f) => `${me(f)} 重置选举定时器`,
    '投出赞成票会重置选举定时器。',
  ),

  initLeader: words(
    (f) => `${me(f)} 对其他服务器了解多少？`,
    (f) =>
      `${me(f)} 刚成为领导者，还一无所知：它先假定所有日志${f.index === 1 ? '都与自己一样是空的' : `到条目 ${f.index - 1} 为止都与自己一致`}，不一致时再后退。`,
    (f) => `${me(f)} 将 nextIndex 设为 ${f.index}`,
    '新领导者把 nextIndex 设为最后索引加一，把 matchIndex 设为 0。',
  ),
  appendNoop: words(
    (f) => `为什么条目 ${f.index} 是空的？`,
    (f) => `${me(f)} 用一个空条目开始任期 ${f.term}。它一旦提交，之前的所有条目也随之提交。`,
    (f) => `${me(f)} 追加空条目 ${f.index}`,
    '新领导者追加一个属于自己任期的空条目。',
  ),
  heartbeat: words(
    (f) => `为什么 ${me(f)} 向所有服务器发送消息？`,
    (f) => `${me(f)} 领导任期 ${f.term}，每隔一个心跳间隔就让所有服务器知道，这样没有谁会另行竞选。`,
    (f) => `${me(f)} 发送心跳`,
    '领导者每隔一个心跳间隔向所有服务器发送 AppendEntries。',
  ),
  acceptCommand: words(
    (f) => `为什么 ${me(f)} 的日志变长了？`,
    (f) =>
      `客户端 ${f.client} 把命令 ${f.command} 发给领导者 ${me(f)}，后者将其追加为日志条目 ${f.index}。接下来要由其他服务器保存它；它尚未提交。`,
    (f) => `${me(f)} 追加日志条目 ${f.index}：${f.command}`,
    '领导者把客户端的每条命令追加到日志。',
  ),
  awaitCommand: words(
    (f) => `为什么 ${me(f)} 的日志没有变化？`,
    (f) =>
      `客户端 ${f.client} 再次向 ${me(f)} 请求 ${f.command}。这条命令已在 ${me(f)} 的日志中等待提交，所以不会追加第二次。`,
    (f) => `${me(f)} 再次收到请求 ${f.command}`,
    '命令已在领导者的日志中等待应答时，不会再次追加。',
  ),
  sendEntries: words(
    (f) => `为什么 ${me(f)} 发送日志条目？`,
    (f) => `${servers(f.others)} 可能缺少${entries(f.from, f.index)}，所以 ${me(f)} 从 nextIndex 开始发送。`,
    (f) => `${me(f)} 发送${entries(f.from, f.index)}`,
    '向缺少条目的服务器发送从 nextIndex 开始的条目。',
  ),
  advanceMatch: words(
    (f) => `${me(f)} 现在对 ${you(f)} 了解多少？`,
    (f) => `${you(f)} 已保存直到条目 ${f.index} 的全部日志，所以 ${me(f)} 把它的 matchIndex 提高到 ${f.index}。`,
    (f) => `${you(f)} 确认日志条目 ${f.index}`,
    '成功后，matchIndex 和 nextIndex 越过已保存的条目。',
  ),
  stepBack: words(
    (f) => `为什么 ${me(f)} 对 ${you(f)} 后退？`,
    (f) => `${you(f)} 的日志在条目 ${f.index} 处不一致。${me(f)} 往前再试一个条目：nextIndex 现为 ${f.index}。`,
    (f) => `${me(f)} 对 ${you(f)} 后退到条目 ${f.index}`,
    '被拒绝后，领导者往前再试一个条目。',
  ),
  jumpBack: words(
    (f) => `为什么 ${me(f)} 对 ${you(f)} 后退这么多？`,
    (f) => `${you(f)} 指明了冲突的任期，所以 ${me(f)} 一次跳过整个任期：nextIndex 为 ${f.index}。`,
    (f) => `${me(f)} 对 ${you(f)} 跳回条目 ${f.index}`,
    '有了提示，领导者一次跳过整个冲突的任期。',
  ),
  ignoreStaleResponse: words(
    () => '为什么这条回复不起作用？',
    (f) => `${you(f)} 的回复没有告诉 ${me(f)} 任何新情况。`,
    (f) => `${me(f)} 没有从 ${you(f)} 得到新信息`,
    '没有新信息的回复不改变任何状态。',
  ),
  commitByCounting: words(
    (f) => `为什么${entries(f.from, f.index)} 已提交？`,
    (f) => {
      const stores = f.broken === 'countSentAsAcked' ? '被算作已保存（这次运行中发出即计数）' : '保存了';
      const own = f.otherTerm === f.term;
      return own
        ? `${servers(f.members)} ${stores}任期 ${f.term}（领导者自己的任期）的条目 ${f.index}。${isMajority(f)}`
        : `${servers(f.members)} ${stores}任期 ${f.otherTerm} 的条目 ${f.index}。${me(f)} 领导的是任期 ${f.term}，但这次运行把旧条目的副本也计数。${isMajority(f)}`;
    },
    (f) => `${me(f)} 提交${entries(f.from, f.index)}`,
    '领导者自己任期的条目被多数派保存后即提交。',
  ),
  holdBackOldTerm: words(
    (f) => `为什么条目 ${f.index} 没有提交？`,
    (f) =>
      `多数派已保存条目 ${f.index}，但它属于任期 ${f.otherTerm}，而 ${me(f)} 领导的是任期 ${f.term}。旧条目的副本数不算数：以后的领导者仍可能覆盖它们。`,
    (f) => `${me(f)} 暂不提交任期 ${f.otherTerm} 的条目 ${f.index}`,
    '旧任期的条目不会因副本数而提交。',
  ),
  commitEarlier: words(
    () => '为什么之前的条目也提交了？',
    (f) => `条目 ${f.index} 已提交，它之前的一切也随之提交：${entries(f.from, f.index - 1)}。`,
    (f) => `${entries(f.from, f.index)} 一并提交`,
    '一个条目提交时，它之前的所有条目也随之提交。',
  ),
  respondAfterApply: words(
    () => '为什么现在才回复客户端？',
    (f) => `${me(f)} 已应用日志条目 ${f.index}，可以告诉客户端了：它的命令不会再丢失。`,
    (f) => `${me(f)} 回复客户端 ${f.client}`,
    '条目应用之后才回复客户端。',
  ),

  acceptHeartbeat: words(
    (f) => `这条消息给 ${me(f)} 带来了什么？`,
    (f) => `它不带任何条目：${you(f)} 借此表明自己仍领导任期 ${f.term}。`,
    (f) => `${me(f)} 接受心跳`,
    '不带条目的 AppendEntries 不改变日志。',
  ),
  failConsistencyCheck: words(
    (f) => `为什么 ${me(f)} 拒绝了这些条目？`,
    (f) =>
      f.ownTerm < 0
        ? `${you(f)} 以条目 ${f.index} 为前提，但 ${me(f)} 的日志止于条目 ${f.ownIndex}。只有之前的日志一致，条目才会被接受。`
        : `在条目 ${f.index} 处，${you(f)} 的任期是 ${f.otherTerm}，${me(f)} 的任期是 ${f.ownTerm}。只有之前的日志一致，条目才会被接受。`,
    (f) => `${me(f)} 拒绝：条目 ${f.index} 处不一致`,
    '之前的日志不一致时，条目被拒绝。',
  ),
  truncateConflict: words(
    (f) => `为什么 ${me(f)} 删除了日志条目？`,
    (f) =>
      f.broken === 'overTruncate'
        ? `${you(f)} 的消息只到条目 ${f.from - 1} 为止。这次运行中，${me(f)} 把其后的条目一概删除，不论是否冲突。`
        : `${me(f)} 的${entries(f.from, f.from + f.count - 1)} 与任期 ${f.term} 的领导者 ${you(f)} 的日志冲突。以领导者的日志为准。`,
    (f) => `${me(f)} 删除${entries(f.from, f.from + f.count - 1)}`,
    '与领导者冲突的条目及其后的所有条目都被删除。',
  ),
  appendEntries: words(
    (f) => `为什么 ${me(f)} 的日志变长了？`,
    (f) => `${me(f)} 缺少${entries(f.from, f.index)}，于是从 ${you(f)} 那里取来${before(f)}。`,
    (f) => `${me(f)} 保存${entries(f.from, f.index)}`,
    '日志中还没有的条目被追加。',
  ),
  keepEntries: words(
    (f) => `为什么 ${me(f)} 保留了这些条目？`,
    (f) => `${you(f)} 发来的条目 ${me(f)} 已经有了。不冲突的条目从不删除。`,
    (f) => `${me(f)} 已有这些条目`,
    '日志中已有的条目保持不变。',
  ),
  followCommit: words(
    (f) => `${me(f)} 怎么知道条目 ${f.index} 已提交？`,
    (f) => `领导者 ${you(f)} 在每条消息中都会说明。${me(f)} 照此更新，但只到它确知一致的位置。`,
    (f) => `${me(f)} 将 commitIndex 提高到 ${f.index}`,
    'commitIndex 跟随领导者，但不超过消息所担保的位置。',
  ),

  redirectClient: words(
    (f) => `为什么 ${me(f)} 让客户端另找服务器？`,
    (f) =>
      f.leader === 0
        ? `${me(f)} 不是领导者，也不知道谁是。${f.key === '' ? '只有领导者接受命令。' : '只有领导者能确定这样的读取是最新的。'}`
        : `${me(f)} 不是领导者。它让客户端 ${f.client} 去找任期 ${f.term} 的领导者 ${server(f.leader)}。`,
    (f) => `${me(f)} 让客户端 ${f.client} 另找服务器`,
    '不是领导者的服务器让客户端去找领导者。',
  ),

  ...leadershipRules,
  ...memberRules,
  ...storageRules,
};
