import type { events as en } from '../en/events';
import type { Facts, Words } from '../sentences';
import { common } from './common';
import { optionsChanged } from './option-words';

const { server, servers } = common;

const words = (question: Words['question'], why: Words['why'], step: Words['step']): Words => ({ question, why, step });

/** The other end of a client's message is no server. */
const party = (id: number): string => (id === 0 ? '客户端' : server(id));
const me = (facts: Facts): string => party(facts.server);
const you = (facts: Facts): string => party(facts.other);
const message = (facts: Facts): string => (facts.heartbeat ? common.heartbeat : common.message[facts.message]);
const way = (facts: Facts): string => `${me(facts)} 到 ${you(facts)} 的链路`;

const REASONS = {
  cut: '途中的网络断开了',
  loss: '网络把它丢失了',
  dropped: '它被人为丢弃',
  crashed: '接收方已经崩溃',
};

/** Latin letters keep a space from ideographs. */
const spaced = (text: string): string => (/^[!-~]/.test(text) ? ` ${text}` : text);

const LOST = { cut: '网络断开', loss: '途中丢失', dropped: '人为丢弃', crashed: '接收方已停机' };

const sides = (facts: Facts): string => facts.groups.map((group) => servers(group)).join(' | ');

/** Why nothing came of what a server was asked. */
const nothing = (f: Facts): string => {
  if (f.because === 'down') return '它没有运行，所以什么也没有发生。';
  return f.because === 'notLeader'
    ? '它不是领导者，所以什么也没有发生。'
    : '它是领导者，但目前不能这样做，所以什么也没有发生。';
};

export const events: typeof en = {
  electionTimer: words(
    (f) => `为什么 ${me(f)} 的定时器到期了？`,
    (f) => `整个选举超时期间，${me(f)} 都没有收到领导者的消息。`,
    (f) => `${me(f)} 的选举定时器到期`,
  ),
  crash: words(
    (f) => `${me(f)} 失去了什么？`,
    (f) => `${me(f)} 崩溃了。已写入磁盘的任期、投票和日志都还在，其余全部丢失。`,
    (f) => `${me(f)} 崩溃`,
  ),
  pause: words(
    (f) => `${me(f)} 现在做什么？`,
    (f) => `${me(f)} 已暂停。它保留状态但不处理任何事情，到达的消息都在等待。`,
    (f) => `${me(f)} 被暂停`,
  ),
  resume: words(
    (f) => `${me(f)} 现在做什么？`,
    (f) => `${me(f)} 继续运行。它按到达顺序处理等待的消息，也许会发现时间早已过去。`,
    (f) => `${me(f)} 继续运行`,
  ),
  expireTimer: words(
    (f) => `${me(f)} 接下来会怎样？`,
    (f) => `${me(f)} 的定时器被设为立即到期。`,
    (f) => `${me(f)} 的定时器被设为立即到期`,
  ),
  setClock: words(
    (f) => `${me(f)} 现在怎样感知时间？`,
    (f) => `${me(f)} 的时钟改变了。它的定时器以自己的时钟为准。`,
    (f) => `${me(f)} 的时钟改变`,
  ),
  setDisk: words(
    (f) => `${me(f)} 的磁盘现在有多快？`,
    (f) => `${me(f)} 的磁盘速度改变了。写入完成之后它才会回复。`,
    (f) => `${me(f)} 的磁盘速度改变`,
  ),
  partition: words(
    () => '谁能与谁通信？',
    (f) => `网络被分区为：${sides(f)}。只有拥有多数派的一侧才能选出领导者并提交。`,
    () => '网络被分区',
  ),
  isolate: words(
    (f) => `${me(f)} 能与谁通信？`,
    (f) => `${me(f)} 被隔离。它与其他服务器互不可达。`,
    (f) => `${me(f)} 被隔离`,
  ),
  rejoin: words(
    (f) => `${me(f)} 能与谁通信？`,
    (f) => `${me(f)} 重新接入网络。`,
    (f) => `${me(f)} 重新接入网络`,
  ),
  cut: words(
    (f) => `${me(f)} 能把消息送到 ${you(f)} 吗？`,
    (f) => `${way(f)}被切断。相反方向是另一条链路。`,
    (f) => `${way(f)}被切断`,
  ),
  repair: words(
    (f) => `${me(f)} 能把消息送到 ${you(f)} 吗？`,
    (f) => `${way(f)}恢复畅通。`,
    (f) => `${way(f)}恢复畅通`,
  ),
  heal: words(
    () => '谁能与谁通信？',
    () => '网络已恢复：所有服务器又能互相通信。',
    () => '网络恢复',
  ),
  hold: words(
    (f) => `从 ${me(f)} 到 ${you(f)} 的消息会怎样？`,
    (f) => `${way(f)}被拦截。消息在末端等待，直到放行。`,
    (f) => `${way(f)}被拦截`,
  ),
  release: words(
    (f) => `从 ${me(f)} 到 ${you(f)} 的消息会怎样？`,
    (f) => `${way(f)}已放行。在那里等待的消息现在到达。`,
    (f) => `${way(f)}已放行`,
  ),
  setNetwork: words(
    () => '网络现在状况如何？',
    () => '整个网络的延迟、丢包或重复改变了。',
    () => '网络状况改变',
  ),
  setLink: words(
    (f) => `${way(f)}现在状况如何？`,
    (f) => `${way(f)}的延迟、丢包或重复改变了。`,
    (f) => `${way(f)}状况改变`,
  ),
  drop: words(
    () => '这条消息怎么了？',
    () => '一条消息被丢弃。Raft 必须承受这种情况：重要的内容会重新发送。',
    () => '一条消息被丢弃',
  ),
  duplicate: words(
    () => '这条消息怎么了？',
    () => '一条消息被复制。Raft 必须承受这种情况：重复的消息没有害处。',
    () => '一条消息被复制',
  ),
  deliver: words(
    () => '这条消息怎么了？',
    () => '一条消息被立即送达。',
    () => '一条消息被立即送达',
  ),
  clientRequest: words(
    (f) => `客户端 ${f.client} 想要什么？`,
    (f) => `客户端 ${f.client} 奉命把 ${f.command} 发给${f.other === 0 ? '它认为的领导者' : ` ${you(f)}`}。`,
    (f) => `客户端 ${f.client} 奉命发送 ${f.command}`,
  ),
  setClients: words(
    () => '客户端多久请求一次？',
    () => '客户端自行发起操作的频率改变了。',
    () => '客户端负载改变',
  ),
  setTiming: words(
    () => '服务器要等待多久？',
    () => '选举超时或心跳间隔改变了。已在运行的定时器不受影响。',
    () => '时间参数改变',
  ),
  setOptions: words(
    () => '现在哪些规则有效？',
    (f) => `${optionsChanged(f.changes)}所有服务器立即照此运行。`,
    (f) => optionsChanged(f.changes).replace(/。$/, ''),
  ),
  crashClient: words(
    (f) => `客户端 ${f.client} 还记得什么？`,
    (f) => `客户端 ${f.client} 崩溃了。已发起的操作都在它的记录里；现在它收不到任何回复。`,
    (f) => `客户端 ${f.client} 崩溃`,
  ),
  restartClient: words(
    (f) => `客户端 ${f.client} 现在做什么？`,
    (f) =>
      f.count === 0
        ? `客户端 ${f.client} 回来了。它的记录里没有未得到回复的操作。`
        : `客户端 ${f.client} 回来了，用原来的序列号再次请求记录里的操作，所以什么都不会执行两次。`,
    (f) => `客户端 ${f.client} 重启`,
  ),
  addServer: words(
    (f) => `${me(f)} 可以做什么？`,
    (f) => `${me(f)} 已加入，日志为空。它不属于任何配置，等待领导者接纳。`,
    (f) => `增加 ${me(f)}`,
  ),
  changeMembers: words(
    (f) => `为什么 ${me(f)} 没有任何变化？`,
    (f) => `${me(f)} 被要求变更成员。${nothing(f)}`,
    (f) => `${me(f)} 被要求变更成员`,
  ),
  transfer: words(
    (f) => `为什么 ${me(f)} 没有移交领导权？`,
    (f) => `${me(f)} 被要求把领导权移交给 ${server(f.target)}。${nothing(f)}`,
    (f) => `${me(f)} 被要求把领导权移交给 ${server(f.target)}`,
  ),
  compact: words(
    (f) => `为什么 ${me(f)} 没有生成快照？`,
    (f) =>
      f.because === 'down'
        ? `${me(f)} 被要求生成快照，但它没有运行。`
        : `${me(f)} 被要求生成快照，但上次快照之后它没有应用新的条目。`,
    (f) => `${me(f)} 被要求生成快照`,
  ),

  answersUnchecked: words(
    (f) => `${me(f)} 怎么知道自己还是领导者？`,
    (f) =>
      `它不知道。这次运行取消了先确认的规则：${me(f)} 直接把 ${f.key} 在条目 ${f.index} 之后的值告诉客户端 ${f.client}，哪怕另一位领导者早已继续前进。`,
    (f) => `${me(f)} 未经确认就回复客户端 ${f.client}`,
  ),
  dropsPreVote: words(
    (f) => `为什么 ${me(f)} 不回复 ${you(f)}？`,
    (f) =>
      `${you(f)} 处于任期 ${f.otherTerm}，${me(f)} 处于任期 ${f.term}。这次运行中，旧任期的预投票请求得不到回复，所以 ${you(f)} 无从得知更新的任期。`,
    (f) => `${me(f)} 丢弃了 ${you(f)} 的预投票请求`,
  ),
  lastAnswer: words(
    (f) => `${you(f)} 最后一次回复是什么时候？`,
    (f) => `这是到达 ${me(f)} 的 ${you(f)} 的最后一条回复。`,
    (f) => `${you(f)} 的最后一条回复到达 ${me(f)}`,
  ),
  lastHeard: words(
    (f) => `${me(f)} 最后一次收到 ${you(f)} 的消息是什么时候？`,
    (f) => `这是 ${me(f)} 的选举定时器到期之前，最后一次收到 ${you(f)} 的消息。`,
    (f) => `${me(f)} 最后一次收到 ${you(f)} 的消息`,
  ),
  lose: words(
    (f) => `为什么 ${me(f)} 的${message(f)}没有到达？`,
    (f) => `从 ${me(f)} 到 ${you(f)} 的${message(f)}丢失了：${REASONS[f.reason]}。`,
    (f) => `从 ${me(f)} 到 ${you(f)} 的${spaced(message(f))}未能到达（${LOST[f.reason]}）`,
  ),
  wait: words(
    (f) => `为什么这条${message(f)}没有被处理？`,
    (f) => `${me(f)} 的${message(f)}已在 ${you(f)} 处，但必须等待：${you(f)} 正忙于写磁盘、已暂停，或链路被拦截。`,
    (f) => `${me(f)} 的${message(f)}在 ${you(f)} 处等待`,
  ),
  diskWrite: words(
    (f) => `${me(f)} 刚才在等什么？`,
    (f) => `${me(f)} 的任期、投票和日志已写入磁盘，依赖它们的消息可以发出了。`,
    (f) => `${me(f)} 写完磁盘`,
  ),
  clientAsks: words(
    (f) => `客户端 ${f.client} 想要什么？`,
    (f) => `客户端 ${f.client} 把 ${f.command} 发给 ${you(f)}。`,
    (f) => `客户端 ${f.client} 发送 ${f.command}`,
  ),
  clientRetries: words(
    (f) => `为什么客户端 ${f.client} 再次请求？`,
    (f) => `客户端 ${f.client} 没有及时得到回复，于是把 ${f.command} 发给 ${you(f)}。序列号保证命令不会执行两次。`,
    (f) => `客户端 ${f.client} 再次发送 ${f.command}`,
  ),
  clientGivesUp: words(
    (f) => `客户端 ${f.client} 的请求结果如何？`,
    (f) => `客户端 ${f.client} 放弃了请求 ${f.command} 并不再等待。它无法知道命令是否会生效。`,
    (f) => `客户端 ${f.client} 放弃了 ${f.command}`,
  ),
  clientDone: words(
    (f) => `客户端 ${f.client} 的请求结果如何？`,
    (f) => `客户端 ${f.client} 从 ${you(f)} 得到了回复：${f.command} 已完成，不会再丢失。`,
    (f) => `客户端 ${f.client} 的 ${f.command} 已完成`,
  ),
  clientRedirected: words(
    (f) => `客户端 ${f.client} 转向哪里？`,
    (f) =>
      f.leader === 0
        ? `${you(f)} 不是领导者，也不知道谁是，所以客户端 ${f.client} 会询问另一台服务器。`
        : `${you(f)} 不是领导者，所以客户端 ${f.client} 转向 ${server(f.leader)}。`,
    (f) => `${you(f)} 让客户端 ${f.client} 另找服务器`,
  ),
  clientIgnores: words(
    () => '为什么这条回复不起作用？',
    (f) => `客户端 ${f.client} 已不再等待这条回复。`,
    (f) => `客户端 ${f.client} 忽略了一条回复`,
  ),
  quiet: words(
    () => '发生了什么？',
    (f) => (f.server === 0 ? '没有任何变化。' : `${me(f)} 没有任何变化。`),
    () => '没有变化',
  ),
};
