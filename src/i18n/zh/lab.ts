import type { LabTexts } from '../en/lab';
import { formatNumber, formatScaled, roundSensibly } from '../format';
import { experiments } from './lab-experiments';

const SPACE = '\u00a0';

const units = { ms: '毫秒', seconds: '秒', percent: '%' };

export const lab: LabTexts = {
  heading: '用真实数字做实验',
  intro: '改一个参数，看它对一千个集群有什么影响。每次试验都是沙盒里那个 Raft 的一次真实运行，图上每个点都能打开。',
  all: '全部实验',
  experiments,
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
  parameterAt: (parameter, value) => (parameter.endsWith('在') ? `${parameter}${value}` : `${parameter} ${value}`),
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
  done: (done, total) => `${formatNumber(done)} / ${formatNumber(total)} 次试验`,
  remaining: (seconds) =>
    seconds < 60 ? `约剩 ${Math.max(1, Math.round(seconds))} 秒` : `约剩 ${Math.ceil(seconds / 60)} 分钟`,
  paused: (count) => `已暂停：${count}`,
  finished: (count) => `完成：${count}`,
  kept: (done, total) =>
    `上次留下的结果：${formatNumber(done)} / ${formatNumber(total)} 次试验。可以继续，也可以重新开始。`,
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
        return formatScaled(value, '毫秒', '秒');
      case 'percent':
        return `${Math.round(value * 10) / 10}${SPACE}%`;
      case 'perSecond':
        return `每秒 ${formatNumber(roundSensibly(value))}`;
      case 'perMinute':
        return `每分钟 ${formatNumber(roundSensibly(value))}`;
      case 'terms':
        return formatNumber(roundSensibly(value));
    }
  },
  neverWithin: (line, limit) => `${line}：${limit}之内从未选出`,
  plot: (name) => `图：${name}`,
  plotHelp: '方向键在点与线之间移动，回车键在沙盒中打开这次运行。',
  point: (line, value, trial, seed) => `${line}：${value}，第 ${trial} 次试验，种子 ${seed}`,
  within: (percent, value) => `${Math.round(percent)}${SPACE}% 在 ${value}之内结束`,
  fiveOfRandomness: (value) => ['5 毫秒的随机性：', '一半的选举', `在 ${value}之内结束`],
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
