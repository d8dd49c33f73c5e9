import type { app as en, OperationFacts } from '../en/app';
import { formatLength, formatNumber } from '../format';
import { breaking } from '../named';
import { ruleNames } from './option-names';

const server = (id: number): string => `S${id}`;

const SCENARIOS: (typeof en)['scenarios'] = {
  'first-election': '第一次选举',
  'candidate-yields': '候选人让位',
  'split-vote': '选票瓜分',
  replication: '日志复制',
  'leader-crash': '领导者崩溃',
  'lagging-follower': '落后的跟随者',
  'stale-append': '过时的追加请求',
  repeats: '重复的消息',
  'two-leaders': '两个领导者',
  'figure-7': '论文图 7',
  'figure-7-hint': '论文图 7（冲突提示）',
  'figure-8': '论文图 8',
  'figure-8-commit': '论文图 8（情形 e）',
  'figure-8-unsafe': '论文图 8（不安全的规则）',
  'add-server': '增加服务器',
  'slow-newcomer': '追赶不上的新服务器',
  'remove-leader': '领导者移除自己',
  'joint-consensus': '联合共识',
  'changes-wait': '成员变更须等待',
  'change-rolled-back': '被撤销的成员变更',
  snapshot: '快照',
  'install-snapshot': '向跟随者发送快照',
  'snapshot-keeps-tail': '快照之后的条目保留',
  'isolated-returns': '被隔离的服务器归来',
  prevote: '被隔离的服务器归来（PreVote）',
  'removed-server': '被移除的服务器',
  'check-quorum': 'CheckQuorum 与单向断链',
  transfer: '领导权转移',
  'transfer-fails': '失败的领导权转移',
  priorities: '优先级',
  'read-index': '被切断的领导者与 ReadIndex',
  'stale-read': '陈旧读',
  'lease-read': '租约读',
  'new-leader-read': '新领导者上的读取',
  'exactly-once': '客户端崩溃后重试',
  'multi-raft': '五台服务器上的三个组',
  'replicated-state': '同一日志，同一状态',
  'cut-or-crash': '断网还是崩溃',
  'term-clock': '任期即时钟',
  election: '两次选举',
  'stale-candidate': '日志陈旧的候选人',
  'cut-writes': '断网两边的写入',
  'crash-before': '请求到达前崩溃',
  'crash-alone': '只有领导者有条目时崩溃',
  'crash-some': '一台跟随者有条目时崩溃',
  'crash-all': '尚未确认时崩溃',
  'crash-committed': '提交后崩溃',
  'crash-answer': '答复丢失',
  'reads-compared': '四种读取',
  'read-alone': '谁也不问的领导者',
  'logs-grow': '日志变长，再被截短',
  'tail-stays': '快照之后的条目留下',
  ...breaking(ruleNames, (name) => `没有“${name}”`),
  'config-jump': '成员一步到位',
  'early-change': '过早的成员变更',
  'many-groups': '三个组，一次崩溃',
  'leader-lost': '领导者丢失',
  'leader-cut': '领导者被隔开',
};

const outcome = ({ outcome: type, target, index, value, age, attempts }: OperationFacts): string => {
  switch (type) {
    case 'ok':
      return `成功：${formatLength(age)} 后在索引 ${formatNumber(index)} 处提交`;
    case 'read':
      return `${value === null || value === '' ? '没有值' : `值为 ${value}`}，${formatLength(age)} 后在索引 ${formatNumber(index)} 处读到`;
    case 'fail':
      return `没有改变：${value === null || value === '' ? '没有值' : `当前值为 ${value}`}，见于索引 ${formatNumber(index)}`;
    case 'unknown':
      return `${formatLength(age)} 后放弃，结果未知`;
    case 'waiting':
      return `条目 ${formatNumber(index)} 等待多数派存储`;
    case 'answering':
      return `已在索引 ${formatNumber(index)} 处提交，答复正在路上`;
    case 'reading':
      return `等待多数派确认 ${server(target)} 仍在领导`;
    case 'stuck':
      return `没有答复；索引 ${formatNumber(index)} 无法提交`;
    case 'down':
      return `没有答复，${server(target)} 已崩溃`;
    case 'asked':
      return `尚无答复，已请求 ${attempts} 次`;
    case 'sent':
      return `正发往 ${server(target)}`;
  }
};

const scenarioName = (id: string): string => (id in SCENARIOS ? SCENARIOS[id as keyof typeof SCENARIOS] : id);

export const app: typeof en = {
  /** Names of scenarios by their ids. */
  scenarios: SCENARIOS,
  name: 'Raftarium',
  pageTitle: 'Raftarium：运行中的 Raft',
  skip: '跳到集群',
  regions: {
    header: 'Raftarium 页首',
    stage: '集群',
    client: '客户端',
    inspector: '检查器',
    why: '为什么',
    time: '时间',
    describe: '用文字描述的集群',
  },
  close: '关闭',

  header: {
    scenario: scenarioName,
    run: (scenario, seed) => (scenario === null ? `种子 ${seed}` : `${scenarioName(scenario)}，种子 ${seed}`),
    servers: (count) => `${count} 台服务器`,
    chooseServers: (count) => `${count} 台服务器，新建集群`,
    rulesOff: (count) => `${count} 条规则已关闭`,
    rulesOffHint: (ids) => `此刻这不是 Raft。已关闭：${ids.join('、')}。`,
    newOf: (count) => `新建 ${count} 台服务器的集群`,
    copy: '复制链接',
    copied: '链接已复制',
    copyFailed: '浏览器不允许写入剪贴板，请直接复制地址栏。',
    otherLanguage: 'English',
    toOtherLanguage: 'English interface',
    theme: '主题',
    themes: { auto: '跟随系统', light: '浅色', dark: '深色', projector: '投影' },
    help: '帮助与按键',
    menu: '菜单',
  },

  hints: {
    select: '点击一台服务器，再让它崩溃',
    tap: '轻触一台服务器，再让它崩溃',
    cut: '在服务器之间拖出一条线',
  },

  transport: {
    label: '播放',
    back: '后退一个事件',
    forward: '前进一个事件',
    play: '播放',
    pause: '暂停',
    speed: '速度：虚拟时间与真实时间之比',
    moreSpeeds: '更多速度',
    previousMoment: '上一个关键时刻',
    nextMoment: '下一个关键时刻',
    now: '当前虚拟时间',
  },

  stage: {
    cut: '切断网络',
    heal: '恢复',
    network: '网络',
    tools: '网络工具',
  },

  groups: {
    label: '显示的 Raft 组',
    choice: (group, leader) => (leader === 0 ? `${group} 无领导者` : `${group} ${server(leader)}`),
  },

  why: {
    quietQuestion: '这里在发生什么？',
    quiet: '每台服务器都在等待领导者。谁的计时器最先到期，谁就向其他服务器请求投票。',
    causes: '来龙去脉',
  },

  client: {
    title: '客户端',
    to: (id) => `发往 ${server(id)}`,
    outcome,
    none: '还没有操作。',
    noClients: '本次运行没有客户端。',
    target: '请求的服务器',
    toLeader: '发给领导者',
    toServer: (id) => `发给 ${server(id)}`,
    operation: '操作',
    placeholder: 'x ← 8',
    send: '发送',
    badOperation: 'x ← 8 赋值，x += 8 追加，x++ 加一，x:1→2 比较并设置，x? 读取。',
    more: '更多：其他操作与读取方式',
    load: '负载',
    loads: (interval) => (interval === 0 ? '仅手动' : `约每 ${formatLength(interval)} 请求一次`),
  },

  drop: '松开即可打开这次运行',
  missing: {
    text: '这一部分未能加载，请检查网络连接。',
    again: '重试',
  },

  error: {
    title: '页面出错了',
    text: '本次运行没有丢失：打开下面的地址即可回到同一时刻。',
    detail: '出了什么问题',
    copy: '复制地址',
    copyDetail: '复制详情',
    resume: '从这里继续',
    fresh: '新建集群',
  },
};
