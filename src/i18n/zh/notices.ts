import type { ActionFacts, branches as enBranches, notices as enNotices, refusals as enRefusals } from '../en/notices';
import { formatInstant } from '../format';
import { common } from './common';

const { server } = common;

const name = (facts: ActionFacts): string => (facts.server === undefined ? '该服务器' : server(facts.server));
const target = (facts: ActionFacts): string =>
  facts.to === undefined || facts.to === null ? '该服务器' : server(facts.to);
const client = (facts: ActionFacts): string => (facts.client === undefined ? '该客户端' : `客户端 ${facts.client}`);
const way = (facts: ActionFacts): string => `${server(facts.from ?? 0)} 到 ${server(facts.to ?? 0)} 的链路`;

export const refusals: typeof enRefusals = {
  noServer: () => '集群中没有这台服务器。',
  crashed: (facts) => `${name(facts)} 已经崩溃，请先重启它。`,
  notCrashed: (facts) => `${name(facts)} 正在运行，无需重启。`,
  paused: (facts) => `${name(facts)} 已经暂停。`,
  notPaused: (facts) => `${name(facts)} 没有暂停，无需恢复。`,
  noTimer: (facts) => `${name(facts)} 此刻没有正在运行的定时器。`,
  noLink: () => '这两台服务器之间没有链路。',
  isolated: (facts) => `${name(facts)} 已经被隔离。`,
  notIsolated: (facts) => `${name(facts)} 没有被隔离，无需重新接入。`,
  cut: (facts) => `${way(facts)}已经断开。`,
  notCut: (facts) => `${way(facts)}没有断开。`,
  held: (facts) => `${way(facts)}已经被拦截。`,
  notHeld: (facts) => `${way(facts)}没有被拦截。`,
  healed: () => '网络本来就是完好的。',
  oneGroup: () => '分区至少需要两个组。',
  serverTwice: () => '一台服务器不能同时属于两个组。',
  samePartition: () => '网络已经是这样分区的。',
  messageGone: () => '这条消息已不在途中。',
  messageBehindCut: () => '链路断开，这条消息无法到达：请先恢复网络。',
  clientMessage: () => '客户端的消息不能复制。',
  noClient: () => '这次运行中没有这个客户端。',
  notLeader: (facts) => `${name(facts)} 不是领导者，只有领导者才能这样做。`,
  handingOver: (facts) => `${name(facts)} 正在移交领导权，请等移交结束。`,
  lastServer: () => '集群至少需要一个投票成员。',
  sameMembers: () => '投票成员已经正是这些服务器。',
  oneAtATime: () => '不用联合共识时，一次只能增加或移除一台服务器。',
  changePending: () => '成员变更正在进行，请等它提交。',
  ownTermFirst: (facts) => `${name(facts)} 须先提交一个自己任期的条目，才能变更成员。`,
  notVoter: (facts) => `${target(facts)} 不是投票成员，不能接管领导权。`,
  targetDown: (facts) => `${target(facts)} 没有运行，不能接管领导权。`,
  leadsAlready: (facts) => `${target(facts)} 已经是领导者。`,
  nothingToCompact: (facts) => `${name(facts)} 已应用的内容都已在快照中。`,
  tooManyServers: () => '集群最多容纳九台服务器。',
  clientCrashed: (facts) => `${client(facts)} 已经崩溃，请先重启它。`,
  clientRuns: (facts) => `${client(facts)} 正在运行，无需重启。`,
  outOfRange: () => '数值超出允许的范围。',
  recorded: () => '这是另一个 Raft 的记录：只能观看，不能在其中进行操作。',
  noChange: () => '现在已经是这样了。',
};

const PARTS = {
  link: '链接里没有可以打开的内容',
  run: '链接中的运行记录无法读取',
  time: '链接中的时刻不是有效的时间',
  servers: '链接要求的服务器数量不在 3 到 9 之间',
  seed: '链接中的随机种子不是小于 4,294,967,296 的整数',
  scenario: '链接指定的场景不存在',
};

const RUN_FAULTS = {
  tooLong: () => '内容太长，不可能是一次运行记录',
  notALink: () => '其中含有运行记录不会使用的字符',
  damaged: () => '内容已损坏，其中一部分缺失或被改动',
  newer: () => '它来自更新版本的 Raftarium',
  notJson: () => '它不是 JSON 格式',
  neither: () => '它既不是 JSON 格式的运行记录，也不是运行记录的链接',
  noRun: () => '其中没有运行记录',
  noTime: () => '其中的时刻不是有效的时间',
  trace: () => '这是运行的轨迹；要打开的运行记录保存在另一个文件里',
  invalid: (detail: string) => `内容不合规（${detail.replace(/\.$/, '')}）`,
};

export const notices: typeof enNotices = {
  branchKept: (facts) => `你改变了过去。原先看到的未来已保留为分支 ${facts.name}。`,
  branchOpened: (facts) => `这是分支 ${facts.name}。`,
  branchMade: ({ name }) => `已保留为分支 ${name}。`,
  branchDeleted: ({ name }) => `分支 ${name} 已删除。撤销即可恢复。`,
  noServer: () => '请先选择一台服务器，之后便可逐个浏览它的事件。',
  noStep: () => '接下来十个虚拟秒内没有这样的时刻。',
  undone: (facts) => `已撤销，回到了 ${formatInstant(facts.at)}。`,
  nothingToUndo: () => '没有可以撤销的操作。',
  noMoment: (facts) => (facts.direction < 0 ? '此前没有更早的关键时刻。' : '接下来的十个虚拟秒内没有值得一看的事件。'),
  noEvent: () => '除非你进行操作，否则不会再发生任何事。',
  badLink: ({ part, error }) => {
    const what = PARTS[part] + (error === null ? '' : `：${RUN_FAULTS[error.code](error.detail)}`);
    return part === 'time' ? `${what}，因此停在开头。` : `${what}，因此打开了一个全新的集群。`;
  },
  notOpened: ({ name, part, error }) => {
    const what = name === null ? '这段文字' : `文件 ${name} `;
    if (error !== null) return `${what}没有打开：${RUN_FAULTS[error.code](error.detail)}。`;
    return part === null ? `${what}没有打开：无法读取。` : `${PARTS[part]}，因此什么也没有打开。`;
  },
  opened: ({ name }) => `已打开${name === null ? '这次运行' : ` ${name}`}。撤销即可回到先前打开的运行。`,
  saved: ({ name }) => `已保存为 ${name}。`,
  notSaved: () => '内存不足，无法生成这个文件。',
  offerPlay: () => '系统要求减少动态效果，所以按下“播放”之前一切静止。',
  back: '返回该分支',
  play: '播放',
  dismiss: '关闭',
};

export const branches: typeof enBranches = {
  name: (letter) => `分支 ${letter}`,
  leftAt: (at) => `离开于 ${formatInstant(at)}`,
  actions: (count) => `${count} 个操作`,
  none: '还没有分支。在过去进行操作时，你离开的未来会保留在这里。',
};
