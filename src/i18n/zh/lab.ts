import type { LabTexts } from '../en/lab';
import { formatNumber } from '../format';

const SPACE = '\u00a0';

const round = (value: number): number => {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return Math.round(value * 10 ** digits) / 10 ** digits;
};

const duration = (milliseconds: number): string => {
  if (milliseconds < 1000) return `${round(milliseconds)}${SPACE}毫秒`;
  const seconds = milliseconds / 1000;
  return `${formatNumber(seconds < 10 ? Math.round(seconds * 100) / 100 : Math.round(seconds * 10) / 10)}${SPACE}秒`;
};

const churn = { plain: '都不用', preVote: 'PreVote', checkQuorum: 'CheckQuorum', both: '两者都用' };
const modes = { log: '走日志', readIndex: 'ReadIndex', lease: '租约读', stale: '陈旧读' };

const units = { ms: '毫秒', seconds: '秒', percent: '%' };

export const lab: LabTexts = {
  heading: '用真实数字做实验',
  intro: '改一个参数，看它对一千个集群有什么影响。每次试验都是舞台上那个 Raft 的一次真实运行，图上每个点都能打开。',
  all: '全部实验',
  experiments: {
    'figure-16': {
      title: '选举需要多少随机性？',
      about: '让领导者崩溃，测量集群多久没有领导者，反复进行。对应 Raft 论文图 16。',
      finding:
        '没有随机性，选票会一直被瓜分；只要五毫秒的随机范围，大多数选举就能很快结束。超时越短，空窗越短，直到它接近一次投票所需的时间。',
      variants: {},
    },
    'split-votes': {
      title: '超时要分散多宽，才不会瓜分选票？',
      about: '让领导者崩溃，统计至少有一个任期没有选出领导者的选举。',
      finding:
        '几台服务器在一条消息的时间之内先后参选，选票就会被瓜分。三台服务器时，范围加宽一倍，这种机会大约减半；服务器更多，票更宽裕，下降得更快。',
      variants: { servers3: '3 台服务器', servers5: '5 台服务器', servers9: '9 台服务器' },
    },
    availability: {
      title: '多少台服务器才能保持可用？',
      about: '每台服务器各自崩溃、各自修复。有多少时间存在一个多数派所跟随的领导者？',
      finding: '偶数台还不如少一台：四台和五台一样需要三台在线，却少了一台可以失去的。',
      variants: { all: '全部' },
    },
    throughput: {
      title: '批量和流水线有多大好处？',
      about: '九个客户端一得到答复就再写，四台跟随者中有三台越来越远。每秒能有多少答复？',
      finding: '一次只发一个条目，每个条目都要一个来回。批量分摊来回，流水线不等来回；跟随者越远，好处越大。',
      variants: { single: '一次一个条目', batch: '每批 8 个', pipeline: '流水线', both: '流水线加批量' },
    },
    'write-latency': {
      title: '慢的跟随者会拖慢写入吗？',
      about: '四台跟随者中有一台、两台或三台比其他的远。一次写入要多久？',
      finding: '有多数派就够了：只要近处还有两台，领导者就不必等慢的。一旦多数派离不开慢的那台，每次写入都得等它。',
      variants: { slow1: '1 台慢', slow2: '2 台慢', slow3: '3 台慢' },
    },
    'churn-loss': {
      title: '领导者能承受多少丢包？',
      about: '除了消息丢失，什么都不出错。用PreVote、用CheckQuorum、两者都用时，领导权多久换一次？',
      finding:
        '有了PreVote，只是错过几次心跳的跟随者推不翻别人还听得到的领导者。CheckQuorum让收不到答复的领导者早早退位：读取更安全，集群更不平静。',
      variants: churn,
    },
    'churn-latency': {
      title: '网络能慢到什么程度？',
      about: '消息越来越慢，超时一直是 150 到 300 毫秒。领导权多久换一次？',
      finding: '论文要求广播时间远小于选举超时。来回时间一接近它，选票还没到，候选人就又参选了。',
      variants: churn,
    },
    recovery: {
      title: '跟随者多快能赶上？',
      about: '一台服务器回来了，缺一批条目，又多出同样多别人没有的条目。多久才能提交全部条目？',
      finding: '朴素的规则每被拒绝一次只退一个条目。§5.3 的提示一步跳过整个任期，快照则一次替换全部。',
      variants: { plain: '每次退一个', hint: '冲突提示', snapshot: '快照' },
    },
    'read-rate': {
      title: '一次读取要花多少？',
      about: '客户端一得到答复就再读：走日志、ReadIndex、租约读，或随便问一台。',
      finding:
        '走日志的读取要等磁盘和多数派，ReadIndex 只等多数派。租约读和陈旧读谁也不等；租约读相信时钟，陈旧读什么都不保证。',
      variants: modes,
    },
    staleness: {
      title: '读到的内容有多旧？',
      about: '一个客户端不断累加一个键，另一个在丢包时读取它。读取之前，读到的值已被覆盖了多久？',
      finding: '只有陈旧读会过时，被问的服务器错过的消息越多就越旧。另外三种更费，却从不返回已被覆盖的值。',
      variants: modes,
    },
    continents: {
      title: '五大洲：领导者该放在哪里？',
      about: '五个地区各有一台服务器。客户端在其中一处写入，领导者在另一处。一次写入要多久？',
      finding: '写入先到领导者，再到最近的多数派。平均来看弗吉尼亚最好，悉尼最差，虽然对当地客户端它最好。',
      variants: {
        leader1: '领导者在弗吉尼亚',
        leader2: '领导者在圣保罗',
        leader3: '领导者在爱尔兰',
        leader4: '领导者在东京',
        leader5: '领导者在悉尼',
      },
    },
    own: {
      title: '自己的实验',
      about: '选择运行什么、改变什么、测量什么。地址栏里的链接就是这个实验。',
      finding: '谁打开本页的地址，谁就得到这个实验；种子相同，数字就相同。',
      variants: { all: '全部' },
    },
  },
  unknown: '链接中的实验不存在。这里是全部实验。',
  badLink: () => '链接中有无法执行的内容，所以显示的是通常的设置。',

  parameters: {
    servers: '服务器',
    electionMin: '最短超时',
    electionMax: '最长超时',
    heartbeat: '心跳间隔',
    latency: '单程延迟',
    jitter: '延迟浮动',
    diskMin: '最快写盘',
    diskMax: '最慢写盘',
    loss: '丢包',
    skew: '定时器起点相差',
    unequal: '日志长短不一',
    preVote: 'PreVote',
    checkQuorum: 'CheckQuorum',
    conflictHint: '冲突提示',
    snapshot: '快照',
    pipeline: '流水线',
    batch: '每个请求的条目',
    writers: '客户端',
    slow: '慢跟随者的延迟',
    slowFollowers: '慢跟随者',
    lag: '落后的条目',
    uptime: '平均运行',
    downtime: '平均停机',
    length: '观察时长',
    reads: '读取方式',
    leader: '领导者在',
    client: '客户端在',
  },
  switches: ['关', '开'],
  modes: ['走日志', 'ReadIndex', '租约', '陈旧'],
  regions: ['弗吉尼亚', '圣保罗', '爱尔兰', '东京', '悉尼'],
  units,
  setting: (value, unit) => (unit in units ? `${value}${SPACE}${units[unit as keyof typeof units]}` : String(value)),
  lineAt: (name, value) => `${name}，${value}`,
  faults: {
    number: '请输入一个数。',
    whole: '请输入一个整数。',
    range: (min, max) => `应在 ${formatNumber(min)} 到 ${formatNumber(max)} 之间。`,
    electionMax: '不能小于最短超时。',
    diskMax: '不能小于最快写盘。',
    slowFollowers: '应少于服务器的台数。',
    list: (most) => `一到 ${most} 个数，用逗号分开。`,
    pair: '两个数，后一个不小于前一个。',
    twice: '这个范围已经有了。',
  },
  cluster: '集群',
  fewer: (name) => `减小${name}`,
  more: (name) => `增大${name}`,
  trials: '试验次数',
  trialsEach: '每条线的试验次数',
  seed: '种子',
  usual: '恢复通常设置',
  ranges: '选举超时',
  addRange: '添加范围',
  removeRange: (name) => `移除 ${name}`,
  rangeMin: '从',
  rangeMax: '到',
  add: '添加',
  own: {
    base: '运行什么',
    bases: {
      failover: '领导者崩溃',
      repairs: '服务器崩溃并修复',
      quiet: '只有网络在起作用',
      writes: '客户端写入',
      lagging: '落后的跟随者归来',
      reads: '客户端读写',
      continents: '五大洲',
    },
    measure: '测量什么',
    sweep: '改变什么',
    values: '它的取值',
  },

  run: '运行',
  goOn: '继续',
  pause: '暂停',
  cancel: '取消',
  startAnew: '重新开始',
  export: '下载',
  copyLink: '复制链接',
  copied: '链接已复制',
  progress: '进度',
  done: (done, total) => `${formatNumber(total)} 次试验中的 ${formatNumber(done)} 次`,
  remaining: (seconds) =>
    seconds < 60 ? `约剩 ${Math.max(1, Math.round(seconds))} 秒` : `约剩 ${Math.ceil(seconds / 60)} 分钟`,
  paused: '已暂停',
  finished: '完成',
  kept: (done, total) =>
    `上次留下的结果：${formatNumber(total)} 次试验中的 ${formatNumber(done)} 次。可以继续，也可以重新开始。`,
  broke: (error) => `实验中断：${error}`,
  idle: '还没有运行。',

  views: '视图',
  view: { curves: '曲线', trend: '趋势', dots: '每次试验' },
  panels: '分图',
  panel: ['增加随机性', '缩短超时'],
  measures: {
    leaderless: '没有领导者的时间',
    lostTerms: '选票被瓜分的选举',
    available: '多数派有领导者可跟随的时间',
    leaderChanges: '每分钟更换领导者的次数',
    operationRate: '每秒完成的操作',
    writeLatency: '一次写入的时间',
    readRate: '单个客户端每秒的读取',
    staleness: '读到的值已过时多久',
    recovery: '赶上所需的时间',
  },
  shareAxis: '重新有领导者的试验所占比例',
  shareOf: '试验所占比例',
  logScale: '对数刻度',
  value: (value, unit) => {
    if (!Number.isFinite(value)) return '从未';
    switch (unit) {
      case 'ms':
        return duration(value);
      case 'percent':
        return `${Math.round(value * 10) / 10}${SPACE}%`;
      case 'perSecond':
        return `每秒 ${formatNumber(round(value))}`;
      case 'perMinute':
        return `每分钟 ${formatNumber(round(value))}`;
      case 'terms':
        return formatNumber(round(value));
    }
  },
  neverWithin: (line, limit) => `${line}：${limit}之内从未选出`,
  plot: (name) => `图：${name}`,
  plotHelp: '方向键在点与线之间移动，回车键在舞台上打开这次运行。',
  point: (line, value, trial, seed) => `${line}：${value}，第 ${trial} 次试验，种子 ${seed}`,
  within: (percent, value) => `${Math.round(percent)}${SPACE}% 在 ${value}之内结束`,
  open: '点击打开这次运行',
  paperBehind: '浅色：论文中的曲线，取自九个读数。',
  table: '结果数据',
  columns: {
    line: '线',
    trials: '试验',
    median: '中位数',
    mean: '平均',
    share: '比例',
    most: '中间 80 %',
    p99: '第 99 百分位',
    max: '最大值',
    never: '从未',
    paper: '论文',
    open: '打开一次运行',
  },
  openMedian: '典型',
  openMax: '最大',
  differs: (percent) => (percent > 0 ? `+${percent} %` : `−${Math.abs(percent)} %`),
  finding: '从中可以看到',
  differences: {
    title: '与论文相差超过 15 % 之处',
    none: '没有一个数与论文相差超过 15 %。',
    notPapers: '这不是论文中的设置，两者不必一致。',
    clocks:
      '150–150 毫秒：这里永远选不出，论文中要十秒到几分钟。模拟的定时器永远精确同步；真实计算机的时钟会慢慢错开，这样的集群只剩这一点随机性。',
    rough:
      '150–151 毫秒：这里更慢。随机范围只有一毫秒时，真实计算机的细小不规则（线程何时被唤醒、磁盘何时完成）也能打破平局；模拟的服务器除了磁盘再没有这类差异。',
    maximum: (names) => `最大值（${names}）：一千次里最大的只是一次特别不走运的选举，换一组种子就会变动三分之一。`,
    tail: (names) =>
      `第 99 百分位（${names}）：正好落在首轮选举结束、次轮选举开始之处，一千次里多几次或少几次次轮选举就会让它变动很大。`,
    sparse: '每条线做满 500 次试验，才比较百分位和最大值。',
    few: (names) => `中位数（${names}）：试验还太少，或者种子不同；做满一千次就会接近。`,
  },
  latencySource:
    '亚马逊各地区之间的往返时间，2017 年测得，出自表格“Latency Between AWS Global Regions”：acomputerscientistlearnsaws.blogspot.com/2017/04/aws-regions.html。',
  paperSource: '论文的曲线取自其公开的矢量图，与正文给出的数字一致。',
  leaderFor: (region, value) => `对各地客户端平均最好的：领导者在${region}，平均 ${value}。`,
};
