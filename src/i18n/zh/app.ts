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
  apply: '应用',

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

  server: {
    title: (id, role) => `${server(id)} ${role}`,
    roles: { follower: '跟随者', precandidate: '预候选人', candidate: '候选人', leader: '领导者' },
    crashed: '已崩溃',
    paused: '已暂停',
    term: (term) => `任期 ${term}`,
    buttons: {
      crash: '崩溃',
      restart: '重启',
      pause: '暂停',
      resume: '继续',
      timeout: '超时',
      isolate: '隔离',
      rejoin: '重新接入',
      details: '详情',
    },
    onDisk: '在磁盘上',
    onDiskHint: '崩溃后仍在',
    inMemory: '在内存中',
    inMemoryHint: '崩溃即丢失',
    nobody: '无',
    none: '无',
    lastEntry: '最后条目',
    lastEntryValue: (index, term) => (index === 0 ? '无' : `${formatNumber(index)}，任期 ${term}`),
    electionTimer: '距选举超时',
    heartbeatTimer: '下次心跳',
    timerStopped: '已停止',
    timerDue: '已过期',
    leaderKnown: '已知领导者',
    preVotes: '预投票',
    oldMembers: '旧配置',
    newMembers: '新配置',
    configuration: '成员',
    configurationValue: (voters, next) => {
      if (voters.length === 0) return '未知';
      const old = voters.map(server).join(' ');
      return next === null ? old : `${old} 与 ${next.map(server).join(' ')} 联合`;
    },
    configurationEntry: (index, committed) => `条目 ${formatNumber(index)}，${committed ? '已提交' : '未提交'}`,
    snapshot: '快照',
    snapshotValue: (index, term, durable) => `至 ${formatNumber(index)}，任期 ${term}${durable ? '' : '，尚未落盘'}`,
    priority: '优先级',
    lease: '租约',
    leaseHeld: '持有',
    leaseOver: '未持有',
    leaseUnused: '未启用',
    reads: '读取',
    readsValue: (count) => `${count} 个在等待`,
    transfer: '移交给',
    catchUp: '正在追赶',
    catchUpValue: (ids, round, target) =>
      `${ids.map(server).join('、')}，第 ${round} 轮，直到条目 ${formatNumber(target)}`,
    diskSame: '以上内容磁盘上都有。',
    diskBehind: (parts, writing) => `${writing ? '正在写入' : '尚未写入磁盘'}：${parts.join('、')}。`,
    diskTerm: (term) => `任期 ${term}`,
    diskVote: (id) => `投给 ${server(id)} 的票`,
    diskEntries: (from, to) => (from === to ? `条目 ${to}` : `条目 ${from} 至 ${to}`),
    diskShorter: '截短的日志',
    votes: '选票',
    voteStates: {
      unknown: '尚无答复',
      granting: '同意，在途中',
      granted: '同意',
      refusing: '拒绝，在途中',
      refused: '拒绝',
    },
    majority: (granted, majority) => `已得 ${granted} 票，需要 ${majority} 票`,
    peers: '领导者所知的各服务器进度',
    store: '状态机',
    storeEmpty: '空',
    clock: '时钟',
    clockValue: (rate, offset) =>
      `${formatNumber(rate)}×${offset === 0 ? '' : `，${offset > 0 ? '快' : '慢'} ${formatLength(Math.abs(offset))}`}`,
    queue: '等待中',
    queueValue: (waiting, outgoing) => `收到 ${waiting}，待发 ${outgoing}`,
    change: '更改时钟或磁盘',
    isolated: '已隔离',
    choose: '尚未选择',
    howTo: '选择一台服务器或一条消息，查看其状态并进行操作。未选择时，这里显示领导者。',
  },

  message: {
    from: '来自',
    to: '发往',
    term: '任期',
    sent: '发出',
    arrives: '到达',
    arrivesIn: (time) => `${formatLength(time)} 后`,
    held: '被拦截在链路末端',
    waiting: '已到达，尚未处理',
    doomed: '不会到达：将在断开处丢失',
    gone: '这条消息已不在途中。',
    yes: '是',
    no: '否',
    noEntries: '无（心跳）',
    entries: (from, to) => (from === to ? formatNumber(from) : `${formatNumber(from)} 至 ${formatNumber(to)}`),
    conflict: (term, index) => `任期 ${term}，索引 ${formatNumber(index)}`,
    buttons: { drop: '丢弃', duplicate: '复制', deliver: '立即送达' },
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

  panels: {
    members: '成员',
    options: '协议选项',
    rules: '规则',
    scenarios: '场景',
    partition: '网络分区',
    network: '网络与链路',
    machine: (id) => `${server(id)} 的时钟与磁盘`,
    clients: '客户端负载',
    timing: '时间参数',
    branches: '分支',
    legend: '图例',
    safety: '安全性',
    settings: '设置',
    newCluster: '新建集群',
    share: '分享与保存',
    breakRaft: '破坏 Raft',
    open: '打开运行记录',
    goTo: '跳到某一时刻',
    help: '帮助',
    palette: '所有命令',
    write: '写入或读取',
    inspector: '检查器',
  },

  partition: {
    intro: '位于不同侧的服务器彼此无法通信。',
    side: (id) => `${server(id)} 所在侧`,
    sides: { A: 'A', B: 'B', C: 'C' },
    apply: '切断',
    heal: '全部恢复',
    draw: '在画面上划线',
    majority: (side, count, all) => `${side} 侧有 ${all} 台中的 ${count} 台，是多数派。`,
    noMajority: '没有一侧是多数派，因此无法提交任何条目。',
    whole: '所有服务器都在同一侧：网络是完整的。',
  },

  network: {
    scope: '适用于',
    all: '所有链路',
    one: (from, to) => `${server(from)} → ${server(to)}`,
    from: '发送方',
    to: '接收方',
    latencyMin: '最小延迟',
    latencyMax: '最大延迟',
    shape: '分布',
    shapes: { uniform: '均匀', triangular: '集中在中间', tail: '少数很晚到达' },
    loss: '丢失率',
    duplication: '重复率',
    links: '单向链路',
    linksHint: '行为发送方，列为接收方。',
    mode: '点按的作用',
    modes: { cut: '切断', hold: '拦截' },
    modeHints: {
      cut: '被切断的方向会丢失所有消息。',
      hold: '被拦截的方向会积压消息，直到放行。',
    },
    direction: (from, to) => `${server(from)} 到 ${server(to)}`,
    states: { open: '通畅', cut: '已切断', held: '已拦截', both: '已切断并拦截' },
  },

  machine: {
    rate: '时钟速度',
    rateUnit: '× 真实时间',
    offset: '时钟快了',
    diskMin: '磁盘写入，最短',
    diskMax: '磁盘写入，最长',
    clock: '时钟',
    disk: '磁盘',
    noServer: '请先选择一台服务器。',
  },

  timing: {
    intro: '每台服务器每次都在最小值与最大值之间随机选取选举超时。',
    electionMin: '选举超时，最小',
    electionMax: '选举超时，最大',
    heartbeat: '心跳间隔',
    risky: '心跳间隔长于最小选举超时：跟随者会不断发起选举。',
  },

  faults: {
    number: '这不是数字。',
    range: (min, max) => `应在 ${min} 到 ${max} 之间。`,
    order: '最大值不能小于最小值。',
    above: '最大值必须大于最小值。',
  },

  clients: {
    intro: '每个客户端自行发起操作的间隔。',
    custom: '每隔',
  },

  branches: {
    open: '打开',
    current: '当你在过去采取行动时，原来的未来会保存在这里。',
  },

  settings: {
    theme: '主题',
    language: '语言',
    languages: { auto: '跟随系统', en: 'English', 'zh-CN': '中文' },
    motion: '动态效果',
    motions: { auto: '跟随系统', reduce: '减弱', full: '完整' },
    shortcuts: '单键快捷键',
    on: '开启',
    off: '关闭',
    scale: '大小',
    scaleValue: (scale) => `${Math.round(scale * 100)} %`,
  },

  newCluster: {
    servers: '服务器数量',
    seed: '种子（留空则随机）',
    seedFault: '应为 0 到 4,294,967,295 的整数。',
    create: '开始',
  },

  share: {
    intro: '任何人打开这个地址，都会看到同一次运行的同一时刻。',
    address: '地址',
    files: '保存为文件',
    filesIntro: '运行记录足以重现一切：随机种子、配置和操作。轨迹包含至今的每一次状态转移。',
  },

  saving: {
    trace: '正在保存轨迹',
    share: (part) => `${Math.floor(part * 100)} %`,
    cancel: '取消',
  },

  open: {
    intro: '选择保存的运行记录，或把文件拖到页面上的任意位置。',
    drop: '松开即可打开这次运行',
    choose: '选择文件…',
    text: '也可以粘贴链接，或运行记录的 JSON',
    go: '打开',
  },

  goTo: { time: '时间', go: '跳转' },

  help: {
    intro: '这是一个在浏览器中模拟的真实 Raft 集群。圆形是服务器，矩形是任期与日志条目，尖头的标记是消息。',
    steps: [
      '点击一台服务器，让它崩溃、暂停或与网络断开，看其他服务器如何选出新的领导者。',
      '点击一条消息，查看它的字段，丢弃它或立即送达。',
      '拖动时间轴可以回到过去。在过去采取行动时，原来的未来会保存为分支。',
      '地址栏始终指向当前的运行与时刻：复制它即可分享你所看到的。',
    ],
    keys: '按键',
    legend: '各种标记的含义',
    or: '或',
  },

  palette: {
    search: '搜索命令',
    empty: '没有这样的命令。',
    results: (count) => `${count} 条命令`,
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
