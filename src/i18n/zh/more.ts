import type { more as english } from '../en/more';
import { formatLength } from '../format';
import { breakRaft } from './break-raft';
import { breakingNotes } from './breaking';
import { common } from './common';
import { legend } from './legend';
import { panels } from './panels';
import { ruleSwitches } from './switches';

const { server, servers } = common;

const MEASURES = {
  terms: '流逝的任期',
  leaderless: '没有领导者的时间',
  answer: '客户端的等待',
};

export const more: typeof english = {
  app: panels,
  legend,

  switches: ruleSwitches,
  breakRaft,

  rules: {
    intro: '关掉一条规则，看看它有什么用。改动从当前时刻起生效，并包含在链接里。',
    groups: {
      elections: '选举',
      persistence: '必须落盘的内容',
      log: '日志',
      commitment: '提交',
      members: '成员',
      reads: '读取与客户端',
      liveness: '保持可用',
    },
    breaks: (what) => `没有它：${what}`,
    on: '开',
    off: '关',
    allOn: '全部启用',
    count: (off) => (off === 0 ? '30 条规则全部有效。' : `30 条规则中有 ${off} 条被关闭。`),
    fresh: '以这些规则新建集群',
    shortest: '看最短的破坏方式',
    shortestOf: (name) => `看最短的破坏方式：${name}`,
    measure: '测量它的代价',
    measureOf: (name) => `测量它的代价：${name}`,
    measuring: (done, of) => `正在测量：${of} 次运行已完成 ${done} 次`,
    measureFailed: (reason) => `无法测量：${reason}。`,
    measured: (measure, withRule, without) => {
      const say = (value: number | null) =>
        value === null ? '超过一分钟' : measure === 'terms' ? ` ${value} 个` : ` ${formatLength(value)}`;
      return `${MEASURES[measure]}：有规则时${say(withRule)}，没有时${say(without)}。`;
    },
    runs: (count) => `在此实测，两种情形各 ${count} 次运行的中位数。`,
  },

  options: {
    intro: 'Raft 的各种实现会作不同的选择。改动从当前时刻起生效。',
    noop: '新领导者的空条目',
    noopHint: '新领导者立即提交一个自己任期的条目，之前的条目随之提交（§8）。',
    conflictHint: '冲突提示',
    conflictHintHint: '跟随者拒绝时指出冲突的任期，领导者一次跳过整个任期（§5.3）。',
    pipeline: '流水线',
    pipelineHint: '在途的条目尚未确认，领导者就发送新的条目。',
    batchMax: '一次 AppendEntries 最多携带的条目',
    preVote: 'PreVote',
    preVoteHint: '想参选的服务器先询问能否获胜，不增加任期（D§9.6）。',
    checkQuorum: 'CheckQuorum',
    checkQuorumHint: '在一个选举超时内听不到多数派的领导者下台（D§6.2）。',
    stickyLeader: '忠于领导者',
    stickyLeaderHint: '刚刚收到过领导者消息的服务器忽略投票请求（§6）。租约以此为前提。',
    snapshotEvery: '每隔多少条目做一次快照',
    snapshotHint: '0 表示只手动进行。',
    priorities: '优先级',
    prioritiesHint: '领导者把领导权移交给优先级最高的服务器。0 表示从不领导；全部相同则不起作用。',
    entries: '条',
  },

  members: {
    intro: '由谁投票？向领导者提出；条件允许时它开始变更。',
    noLeader: '现在没有可以请求的领导者。',
    leader: (id) => `请求对象：领导者 ${server(id)}`,
    method: '方式',
    single: '一次一台',
    joint: '联合共识',
    singleHint: '加入或移除一台服务器；任何新旧多数派都有公共成员（D§4.1）。',
    jointHint: '任意变更：完成之前，新旧两个多数派共同决定（§6）。',
    votes: (id) => `${server(id)} 投票`,
    now: '正在投票',
    learner: (round) => `正在追赶，第 ${round} 轮`,
    spare: '备用',
    old: '旧配置',
    new: '新配置',
    majority: (ids, majority) => `${servers(ids)}：${ids.length} 取 ${majority}`,
    nobody: '无',
    change: '变更成员',
    addSpare: '增加一台计算机',
    addVoter: '增加服务器',
    addHint: '新服务器先作为学习者追赶，然后投票。',
    pending: '变更进行中：',
  },

  compose: {
    client: '客户端',
    clientName: (id) => `客户端 ${id}`,
    kind: '操作',
    kinds: { put: '赋值', append: '追加', inc: '加一', cas: '比较并设置', get: '读取' },
    key: '键',
    value: '值',
    expected: '仅当现值为（留空：不存在）',
    mode: '读取方式',
    modes: { log: '经由日志', readIndex: 'ReadIndex', lease: '领导者租约', stale: '陈旧读' },
    consul: { readIndex: 'Consul：consistent', lease: 'Consul：default', stale: 'Consul：stale' },
    promises: {
      log: '像写入一样成为条目：线性一致，代价也与写入相同。',
      readIndex: '领导者先向多数派确认自己仍在领导再答复：线性一致，不产生条目（D§6.4）。',
      lease:
        '在别人不可能领导的时段里，领导者立即答复：只要时钟漂移不太大就线性一致（D§6.4.1）。需要“忠于领导者”；没有租约时即为 ReadIndex。',
      stale: '任何服务器都按自己已应用的内容答复：快，总能进行，但可能是旧值。',
    },
    crash: '使该客户端崩溃',
    restart: '重启该客户端',
    crashHint: '已经发起的操作记在它的笔记里：恢复后用同一序列号再次请求。',
  },

  newCluster: {
    voters: '其中最初投票的',
    all: '全部',
    options: '选项与规则',
    usual: '默认',
    present: '与当前相同',
    clients: '客户端',
    reads: '客户端的读取方式',
    groups: 'Raft 组',
    groupsHint: '同一批服务器上的多个组，各有自己的领导者和日志。',
  },

  scenarios: {
    intro: '每个场景打开一次只说明一件事的运行，停在开头。',
    open: '打开',
    topics: {
      elections: '选举',
      log: '日志复制与论文的图',
      members: '成员变更',
      snapshots: '快照',
      calm: '领导权的保持与移交',
      clients: '读取与客户端',
      groups: '多个组',
      shortest: '破坏每条规则的最短方式',
    },
    notes: {
      'first-election': '第一个到期的定时器产生领导者。',
      'candidate-yields': '候选人收到同一任期领导者的消息，于是跟随它。',
      'split-vote': '两台同时参选，谁也没赢；随机超时决定下一个任期。',
      replication: '一次写入：追加、存储、提交、应用、答复。',
      'leader-crash': '领导者在写入途中崩溃；客户端再次请求。',
      'lagging-follower': '领导者退到日志吻合之处，再向前补齐。',
      'stale-append': '迟到的、较短的 AppendEntries 不会删除任何东西。',
      repeats: '每条消息都到两次；选票和副本只算一次。',
      'two-leaders': '一次分区使画面上有两个领导者，只有一个能提交。',
      'figure-7': '新领导者使六份不同的日志与自己一致。',
      'figure-7-hint': '同上，但带提示：一次跳过整个任期。',
      'figure-8': '旧条目虽在多数派上却未提交，随后被覆盖。',
      'figure-8-commit': '自己任期的条目到达多数派，之前的全部安全。',
      'figure-8-unsafe': '没有 §5.4.2 的规则，已提交的条目被覆盖。',
      'add-server': '新来者先追赶而不投票，然后由一个条目使它成为投票成员。',
      'slow-newcomer': '慢链路上的新来者始终追赶不上，最终被放弃。',
      'remove-leader': '领导者领导到自己的移除被提交，然后离开。',
      'joint-consensus': '一次替换三台中的两台；两个多数派共同决定。',
      'changes-wait': '领导者既不过早变更成员，也不同时变更两次。',
      'change-rolled-back': '只有被切断的领导者知道的变更被撤销。',
      snapshot: '每台服务器各自用快照取代已应用的条目。',
      'install-snapshot': '缺少已丢弃条目的跟随者会收到快照。',
      'snapshot-keeps-tail': '快照之后的条目只要吻合就保留。',
      'isolated-returns': '被切断的服务器不断增加任期，归来时推翻健康的领导者。',
      prevote: '有了 PreVote，被切断的服务器归来也无妨。',
      'removed-server': '被移除的服务器一再参选；听得到领导者的服务器不予理会。',
      'check-quorum': '听不到任何人的领导者下台，好让别人当选。',
      transfer: '领导者让另一台赶上进度，并叫它立即参选。',
      'transfer-fails': '目标无法到达；超时之后领导者继续工作。',
      priorities: '无论谁当选，都会移交给最被看重的服务器。',
      'read-index': '被切断的领导者不答复 ReadIndex 读取。',
      'stale-read': '被切断的领导者立即答复陈旧读，返回旧值。',
      'lease-read': '租约让领导者独自答复，并在别人能领导之前结束。',
      'new-leader-read': '新领导者在自己的条目提交之前不答复读取。',
      'exactly-once': '客户端崩溃后重试，命令只执行一次。',
      'multi-raft': '五台服务器上的三个组：一次崩溃引发它所领导的各组的选举。',
      ...breakingNotes,
    },
  },
};
